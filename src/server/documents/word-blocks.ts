import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  type INumberingOptions,
  InternalHyperlink,
  type IParagraphOptions,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type {
  Block,
  Decision,
  Fact,
  Inline,
  Numbered,
  PrintedDocument,
  Table as PrintedTable,
} from "@/domain/documents/document";
import { INDENT, INK, type WordLook } from "./word-look";

type Made = Paragraph | Table;
/** Where a block stands: how far in, and beside which line. */
type At = { left: number; beside?: "note" | "decision" | undefined; depth: number };

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

const LINES = {
  note: { style: BorderStyle.SINGLE, size: 12, color: "555d66", space: 8 },
  decision: { style: BorderStyle.SINGLE, size: 24, color: INK, space: 8 },
};

/** The blocks of one document in Word's terms. Word knows no blocks within blocks: what stands in another is set further in. */
export class WordBlocks {
  /** Lists that count, each from its own start. */
  readonly numberedLists: INumberingOptions["config"][number][] = [];
  readonly #look: WordLook;
  readonly #width: number;
  readonly #bookmarks = new Map<string, string>();

  /** @param width between the margins, in twentieths of a point */
  constructor(look: WordLook, width: number) {
    this.#look = look;
    this.#width = width;
  }

  of(document: PrintedDocument): Made[] {
    const at = { left: 0, depth: 0 };
    return [
      new Paragraph({ children: [new TextRun({ text: document.kicker ?? document.council, bold: true, color: INK })] }),
      new Paragraph({ heading: HEADINGS[0], children: [new TextRun({ text: document.title })] }),
      ...(document.lead ? [new Paragraph({ text: document.lead })] : []),
      ...this.#facts(document.facts, at),
      ...this.#blocks(document.blocks, at),
    ];
  }

  #blocks(blocks: readonly Block[], at: At): Made[] {
    return blocks.flatMap((block, index) => {
      const made = this.#block(block, at);
      // Word joins two tables that touch, and wants words after the last.
      const next = blocks[index + 1];
      const touches = made.at(-1) instanceof Table && (!next || next.kind === "table" || next.kind === "facts");
      return touches ? [...made, new Paragraph({ spacing: { after: 0 } })] : made;
    });
  }

  #block(block: Block, at: At): Made[] {
    switch (block.kind) {
      case "heading":
        return [this.#heading(block.level, this.#text(block.text, block.anchor), {})];
      case "paragraph":
        return [this.#paragraph(this.#text(block.text, block.anchor), at)];
      case "numbered":
        return this.#numbered(block, at);
      case "list":
        return this.#list(block, at);
      case "table":
        return this.#table(block, at);
      case "facts":
        return this.#facts(block.facts, at);
      case "quote":
        return this.#blocks(block.blocks, { ...at, left: at.left + INDENT });
      case "note":
        return this.#blocks(block.blocks, { ...at, beside: "note", left: at.left + INDENT / 2 });
      case "decision":
        return this.#decision(block, { ...at, beside: "decision", left: at.left + INDENT / 2 });
      case "page break":
        return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 } })];
    }
  }

  #heading(level: number, children: readonly ParagraphChild[], more: IParagraphOptions): Paragraph {
    const heading = HEADINGS[level] ?? HEADINGS[5];
    return new Paragraph({ ...more, heading, children });
  }

  #paragraph(children: readonly ParagraphChild[], at: At, more: IParagraphOptions = {}): Paragraph {
    return new Paragraph({
      children,
      ...(at.left > 0 ? { indent: { left: at.left } } : {}),
      ...(at.beside ? { border: { left: LINES[at.beside] } } : {}),
      ...more,
    });
  }

  /** A number in the margin: text, a tab, and the rest further in. */
  #hanging(number: string, rest: readonly ParagraphChild[], at: At, width: number): Paragraph {
    const left = at.left + width;
    return this.#paragraph(
      [new TextRun({ text: number, bold: true }), new TextRun({ children: ["\t"] }), ...rest],
      at,
      {
        indent: { left, hanging: width },
        tabStops: [{ type: "left", position: left }],
      },
    );
  }

  #numbered({ number, anchor, title, aside, blocks }: Numbered, at: At): Made[] {
    const width = number === null ? 0 : this.#look.margin;
    const inside = { ...at, left: at.left + width };
    if (title) {
      const words = this.#text(title.text, anchor);
      const left = inside.left;
      const head =
        number === null
          ? this.#heading(title.level, words, {})
          : this.#heading(title.level, [new TextRun({ text: number }), new TextRun({ children: ["\t"] }), ...words], {
              indent: { left, hanging: width },
              tabStops: [{ type: "left", position: left }],
            });
      return [head, ...(aside ? [this.#paragraph(this.#text(aside), inside)] : []), ...this.#blocks(blocks, inside)];
    }
    if (number === null) return this.#blocks(blocks, at);
    const [first, ...others] = blocks;
    const opens = first?.kind === "paragraph";
    return [
      this.#hanging(number, opens ? this.#text(first.text, anchor) : this.#text([], anchor), at, width),
      ...this.#blocks(opens ? others : blocks, inside),
    ];
  }

  #list({ marks, start = 1, entries }: Extract<Block, { kind: "list" }>, at: At): Made[] {
    const depth = Math.min(at.depth, 5);
    const left = at.left + INDENT;
    const reference = marks === "numbers" ? this.#numberedList(start) : "bullets";
    const inside = { ...at, left, depth: at.depth + 1 };
    return entries.flatMap(([first, ...others]) => {
      const opens = first?.kind === "paragraph";
      const rest = this.#blocks(opens || !first ? others : [first, ...others], inside);
      if (!opens) return rest;
      const children = this.#text(first.text, first.anchor);
      const spacing = { after: 60 };
      if (marks === "own") return [this.#paragraph(children, inside, { spacing }), ...rest];
      const level = marks === "numbers" ? 0 : depth;
      return [
        this.#paragraph(children, at, { numbering: { reference, level }, indent: { left, hanging: INDENT }, spacing }),
        ...rest,
      ];
    });
  }

  #numberedList(start: number): string {
    const reference = `numbers-${this.numberedLists.length + 1}`;
    this.numberedLists.push({
      reference,
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT, start }],
    });
    return reference;
  }

  /** In large print a table of more than two columns is one block a row: nothing shrinks to fit. */
  #table({ columns, rows }: PrintedTable, at: At): Made[] {
    if (this.#look.size === "large" && columns.length > 2) {
      return rows.flatMap((row) => this.#stacked(columns, row, { ...at, beside: "note", left: at.left + INDENT / 2 }));
    }
    const size = this.#look.size === "large" ? undefined : 19;
    const shares = columns.map(({ share = 1 }) => share);
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share) => Math.floor((share / whole) * (this.#width - at.left)));
    const cell = (children: ParagraphChild[], index: number) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        margins: { top: 60, bottom: 60, left: 80, right: 80 },
        children: [new Paragraph({ children, spacing: { after: 0 } })],
      });
    return [
      new Table({
        columnWidths: widths,
        width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        indent: { size: at.left, type: WidthType.DXA },
        layout: TableLayoutType.FIXED,
        rows: [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: columns.map(({ head }, index) =>
              cell([new TextRun({ text: head, bold: true, ...(size && { size }) })], index),
            ),
          }),
          ...rows.map(
            (row) =>
              new TableRow({ children: row.map((text, index) => cell(this.#text(text, undefined, size), index)) }),
          ),
        ],
      }),
    ];
  }

  #stacked(columns: PrintedTable["columns"], row: PrintedTable["rows"][number], at: At): Paragraph[] {
    const filled = row.flatMap((text, index) => (text.length > 0 ? [{ text, head: columns[index]?.head ?? "" }] : []));
    return filled.map(({ text, head }, index) =>
      this.#paragraph(
        [...(head ? [new TextRun({ text: `${head}: `, bold: true })] : []), ...this.#text(text)],
        at,
        index === filled.length - 1 ? { spacing: { after: 400 } } : {},
      ),
    );
  }

  #facts(facts: readonly Fact[], at: At): Paragraph[] {
    return facts.map(({ term, value }) =>
      this.#paragraph([new TextRun({ text: `${term}: `, bold: true }), ...this.#text(value)], at),
    );
  }

  #decision({ verb, blocks, clauses, reason, after }: Decision, at: At): Made[] {
    return [
      this.#paragraph([new TextRun({ text: verb, bold: true })], at, { keepNext: true }),
      ...this.#blocks(blocks, at),
      ...clauses.map(({ number, anchor, text }) =>
        this.#hanging(`${number}.`, this.#text(text, anchor), at, this.#look.margin / 2),
      ),
      ...(reason
        ? [this.#paragraph([new TextRun({ text: "Reason: ", bold: true }), new TextRun({ text: reason })], at)]
        : []),
      ...(after.length > 0 ? [this.#paragraph(this.#text(after), at)] : []),
    ];
  }

  #text(text: readonly Inline[], anchor?: string, size?: number): ParagraphChild[] {
    const children = text.map((part) => this.#inline(part, size));
    return anchor === undefined ? children : [new Bookmark({ id: this.#bookmark(anchor), children })];
  }

  #inline(part: Inline, size: number | undefined): ParagraphChild {
    if (part.kind === "break") return new TextRun({ break: 1 });
    const sized = size === undefined ? {} : { size };
    if (part.kind === "text") return run(part, sized);
    const children = part.text.map((each) => run(each, { ...sized, style: "Hyperlink" }));
    return part.to.startsWith("#")
      ? new InternalHyperlink({ anchor: this.#bookmark(part.to.slice(1)), children })
      : new ExternalHyperlink({ link: part.to, children });
  }

  /** Word's own names for places are short and of letters. */
  #bookmark(anchor: string): string {
    const known = this.#bookmarks.get(anchor) ?? `place_${this.#bookmarks.size + 1}`;
    this.#bookmarks.set(anchor, known);
    return known;
  }
}

type Run = Extract<Inline, { kind: "text" }>;

const run = ({ text, strong, emphasis, struck }: Run, more: { size?: number; style?: string }) =>
  new TextRun({
    text: text.replace(/\s/g, " "),
    ...(strong ? { bold: true } : {}),
    ...(emphasis ? { italics: true } : {}),
    ...(struck ? { strike: true } : {}),
    ...more,
  });
