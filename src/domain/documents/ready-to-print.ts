import type { Block, Fact, Inline, PrintedDocument, SectionLevel, TextRun } from "./document";
import { printable } from "./printable";

/**
 * The document as it can be set, whatever was typed into its records: without characters that no file may hold, headings without
 * a level left out (PDF/UA-1 refuses one), each anchor once, and links only to where there is something.
 * @param site where the council's site is, "https://scrutiny.example.gov.uk"; its own addresses are no links without it
 * @param spelt how a text is written where it cannot be set as it is
 */
export function readyToPrint(
  document: PrintedDocument,
  site: string | undefined,
  spelt: (text: string) => string = (text) => text,
): PrintedDocument {
  const words = (text: string) => spelt(printable(text));
  const line = (text: string) => words(text).replace(/\s+/g, " ").trim();
  const setting = { site, words, line, anchors: anchorsOf(document.blocks), taken: new Set<string>(), last: 0 };
  return {
    ...document,
    title: line(document.title) || "Without a title",
    council: line(document.council),
    kicker: document.kicker && line(document.kicker),
    lead: document.lead && line(document.lead),
    facts: facts(document.facts, setting),
    blocks: blocks(document.blocks, setting),
  };
}

type Setting = {
  site: string | undefined;
  words: (text: string) => string;
  /** Words that stand in one line. */
  line: (text: string) => string;
  anchors: ReadonlySet<string>;
  taken: Set<string>;
  /** The level of the last heading. */
  last: number;
};

const facts = (list: readonly Fact[], setting: Setting): Fact[] =>
  list.map(({ term, value }) => ({ term: setting.line(term), value: inlines(value, setting) }));

const blocks = (list: readonly Block[], setting: Setting): Block[] => list.map((block) => blockOf(block, setting));

function blockOf(block: Block, setting: Setting): Block {
  switch (block.kind) {
    case "heading":
      return {
        ...block,
        level: levelOf(block.level, setting),
        text: inlines(block.text, setting),
        anchor: anchorOnce(block.anchor, setting),
      };
    case "paragraph":
      return { ...block, text: inlines(block.text, setting), anchor: anchorOnce(block.anchor, setting) };
    case "numbered":
      return {
        ...block,
        number: block.number === null ? null : setting.line(block.number),
        anchor: anchorOnce(block.anchor, setting),
        title: block.title && {
          level: levelOf(block.title.level, setting),
          text: inlines(block.title.text, setting),
        },
        aside: block.aside && inlines(block.aside, setting),
        blocks: blocks(block.blocks, setting),
      };
    case "list":
      return { ...block, entries: block.entries.map((entry) => blocks(entry, setting)) };
    case "table":
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, head: setting.line(column.head) })),
        rows: block.rows.map((cells) => cells.map((cell) => inlines(cell, setting))),
      };
    case "facts":
      return { ...block, facts: facts(block.facts, setting) };
    case "quote":
    case "note":
      return { ...block, blocks: blocks(block.blocks, setting) };
    case "decision":
      return {
        ...block,
        verb: setting.line(block.verb),
        blocks: blocks(block.blocks, setting),
        clauses: block.clauses.map(({ number, anchor, text }) => ({
          number,
          anchor: anchorOnce(anchor, setting),
          text: inlines(text, setting),
        })),
        reason: block.reason && setting.words(block.reason),
        after: inlines(block.after, setting),
      };
    case "page break":
      return block;
  }
}

/** A heading is at most one level below the one before it. */
function levelOf(level: SectionLevel, setting: Setting): SectionLevel {
  setting.last = Math.min(level, setting.last + 1);
  return setting.last as SectionLevel;
}

function anchorOnce(anchor: string | undefined, { taken }: Setting): string | undefined {
  if (!anchor || taken.has(anchor)) return undefined;
  taken.add(anchor);
  return anchor;
}

const inlines = (text: readonly Inline[], setting: Setting): Inline[] => text.flatMap((part) => inline(part, setting));

function inline(part: Inline, setting: Setting): readonly Inline[] {
  if (part.kind === "break") return [part];
  if (part.kind === "text") return runs(part, setting);
  const text = part.text.flatMap((run) => runs(run, setting));
  const to = leadsTo(part.to, setting);
  return to === null || text.length === 0 ? text : [{ kind: "link", to, text }];
}

function runs(run: TextRun, { words }: Setting): TextRun[] {
  const text = words(run.text);
  return text === "" ? [] : [{ ...run, text }];
}

/** Where a link goes when it is clicked in a file that may lie anywhere; null where it would go nowhere, or run something. */
function leadsTo(to: string, { site, anchors }: Setting): string | null {
  if (to.startsWith("#")) return anchors.has(to.slice(1)) ? to : null;
  const url = URL.parse(to, site);
  return url && ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
}

function anchorsOf(list: readonly Block[]): Set<string> {
  const found = new Set<string>();
  const look = (block: Block) => {
    if ("anchor" in block && block.anchor) found.add(block.anchor);
    if ("blocks" in block) for (const inside of block.blocks) look(inside);
    if (block.kind === "decision") for (const { anchor } of block.clauses) if (anchor) found.add(anchor);
    if (block.kind === "list") for (const entry of block.entries) entry.forEach(look);
  };
  list.forEach(look);
  return found;
}
