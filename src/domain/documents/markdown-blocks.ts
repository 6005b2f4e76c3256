import { type MarkdownTree, markdownTree } from "@/domain/wording/markdown-tree";
import type { Block, Inline, SectionLevel, TextRun } from "./document";

/**
 * What was written in Markdown, as blocks of a document. It comes from the same tree as the page.
 * @param level what a first-level heading in it becomes: one below the heading it stands under
 */
export const markdownBlocks = (markdown: string, level: SectionLevel): Block[] =>
  blocksOf(markdownTree(markdown).children, level);

type Node = MarkdownTree["children"][number];
type Element = Extract<Node, { type: "element" }>;
type Marks = Pick<TextRun, "strong" | "emphasis" | "struck" | "code">;

function blocksOf(nodes: readonly Node[], level: SectionLevel): Block[] {
  const blocks: Block[] = [];
  let loose: Node[] = [];
  // Words between blocks, as in an entry of a tight list, are a paragraph of their own.
  const gather = () => {
    const text = inlinesOf(loose);
    if (text.length > 0) blocks.push({ kind: "paragraph", text });
    loose = [];
  };
  for (const node of nodes) {
    const made = node.type === "element" ? blockOf(node, level) : null;
    if (made === null) loose.push(node);
    else {
      gather();
      blocks.push(...made);
    }
  }
  gather();
  return blocks;
}

/** Null for what belongs into running text. */
function blockOf(element: Element, level: SectionLevel): Block[] | null {
  const { tagName, children } = element;
  const written = /^h([1-6])$/.exec(tagName)?.[1];
  if (written) {
    const text = inlinesOf(children);
    return text.length > 0 ? [{ kind: "heading", level: deeper(level, Number(written) - 1), text }] : [];
  }
  switch (tagName) {
    case "p": {
      const text = inlinesOf(children);
      return text.length > 0 ? [{ kind: "paragraph", text }] : [];
    }
    case "ul":
    case "ol":
      return listOf(element, level);
    case "table":
      return tableOf(element);
    case "blockquote":
      return [{ kind: "quote", blocks: blocksOf(children, level) }];
    case "pre":
      return [{ kind: "paragraph", text: lines(textOf(element)) }];
    case "section":
    case "div":
      return blocksOf(children, level);
    case "hr":
      return [];
    default:
      return null;
  }
}

/** "a) social value" brings its own mark. */
const OWN_MARK = /^\(?([a-z]|[ivx]{1,4}|\d{1,2})\)\s/i;

function listOf({ tagName, properties, children }: Element, level: SectionLevel): Block[] {
  const entries = children.flatMap((child) => {
    if (child.type !== "element" || child.tagName !== "li") return [];
    return [{ blocks: blocksOf(child.children, level), words: textOf(child).trimStart() }];
  });
  if (entries.length === 0) return [];
  const bringMarks = tagName === "ul" && entries.every(({ words }) => OWN_MARK.test(words));
  const start = Number(properties.start ?? 1);
  return [
    {
      kind: "list",
      marks: bringMarks ? "own" : tagName === "ol" ? "numbers" : "bullets",
      ...(tagName === "ol" && start !== 1 ? { start } : {}),
      entries: entries.map(({ blocks }) => blocks),
    },
  ];
}

function tableOf(table: Element): Block[] {
  const rows = elementsNamed(table, "tr").map((row) =>
    row.children.flatMap((cell) =>
      cell.type === "element" && (cell.tagName === "td" || cell.tagName === "th") ? [inlinesOf(cell.children)] : [],
    ),
  );
  const [head, ...body] = rows;
  if (!head) return [];
  const width = head.length;
  return [
    {
      kind: "table",
      columns: head.map((cell) => ({ head: plain(cell) })),
      rows: body.map((cells) => Array.from({ length: width }, (_, index) => cells[index] ?? [])),
    },
  ];
}

const elementsNamed = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.tagName === name ? [child] : elementsNamed(child, name);
  });

/** Running text: white space as a browser has it, marks on the words they stand around. */
function inlinesOf(nodes: readonly Node[]): Inline[] {
  const found = nodes.flatMap((node) => inlineOf(node, {}));
  return trimmed(found);
}

function inlineOf(node: Node, marks: Marks): Inline[] {
  if (node.type === "text") return [{ kind: "text", text: node.value.replace(/[ \t\r\n]+/g, " "), ...marks }];
  if (node.type !== "element") return [];
  const inside = (more: Marks = {}) => node.children.flatMap((child) => inlineOf(child, { ...marks, ...more }));
  switch (node.tagName) {
    case "strong":
    case "b":
      return inside({ strong: true });
    case "em":
    case "i":
      return inside({ emphasis: true });
    case "del":
    case "s":
      return inside({ struck: true });
    case "code":
      return inside({ code: true });
    case "br":
      return [{ kind: "break" }];
    case "img":
      return inlineOf({ type: "text", value: String(node.properties.alt ?? "") }, marks);
    case "input":
      return inlineOf({ type: "text", value: node.properties.checked ? "[x] " : "[ ] " }, marks);
    case "a": {
      const to = node.properties.href;
      const text = inside().flatMap((part) => (part.kind === "link" ? part.text : part.kind === "text" ? [part] : []));
      return typeof to === "string" && text.length > 0 ? [{ kind: "link", to, text }] : text;
    }
    default:
      return inside();
  }
}

/** No space at the beginning of a line or at the end, nor two in a row; runs that are marked alike are one. */
function trimmed(text: readonly Inline[]): Inline[] {
  const kept: Inline[] = [];
  for (const part of text) {
    const last = kept.at(-1);
    if (part.kind !== "text") {
      kept.push(part);
      continue;
    }
    const followsSpace = !last || last.kind === "break" || (last.kind === "text" && last.text.endsWith(" "));
    const words = followsSpace ? part.text.trimStart() : part.text;
    if (words === "") continue;
    if (last?.kind === "text" && isMarkedAlike(last, part))
      kept[kept.length - 1] = { ...last, text: last.text + words };
    else kept.push({ ...part, text: words });
  }
  const last = kept.at(-1);
  if (last?.kind === "text") kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept.filter((part) => part.kind !== "text" || part.text !== "");
}

const isMarkedAlike = (a: TextRun, b: TextRun) =>
  a.strong === b.strong && a.emphasis === b.emphasis && a.struck === b.struck && a.code === b.code;

const textOf = (node: Node): string =>
  node.type === "text" ? node.value : node.type === "element" ? node.children.map(textOf).join("") : "";

const plain = (text: readonly Inline[]): string =>
  text.map((part) => (part.kind === "text" ? part.text : part.kind === "link" ? plain(part.text) : " ")).join("");

/** What was set apart line by line stays so. */
const lines = (text: string): Inline[] =>
  text
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: "break" } as const] : []),
      ...(line === "" ? [] : [{ kind: "text", text: line, code: true } as const]),
    ]);

const deeper = (level: SectionLevel, by: number): SectionLevel => Math.min(5, level + by) as SectionLevel;
