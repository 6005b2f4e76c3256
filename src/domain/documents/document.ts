/**
 * A document as it is printed, whether as PDF or as Word: what it says and in what order, never how it looks. Every word in it is
 * data; nothing that was typed is ever read as markup again.
 */
export type PrintedDocument = {
  readonly title: string;
  readonly council: string;
  /** What stands above the title: whose document it is. */
  readonly kicker?: string | undefined;
  /** What stands below it: when and where, or in what state. */
  readonly lead?: string | undefined;
  /** What is to be known first, a line each. */
  readonly facts: readonly Fact[];
  readonly language: "en-GB";
  /** Tables that are too wide for an upright page lie across it, except in large print, where they are no tables. */
  readonly landscape?: boolean | undefined;
  readonly blocks: readonly Block[];
};

/** Normal print, or 18 point. */
export const PRINT_SIZES = ["normal", "large"] as const;
export type PrintSize = (typeof PRINT_SIZES)[number];

export type TextRun = {
  readonly kind: "text";
  readonly text: string;
  readonly strong?: boolean | undefined;
  readonly emphasis?: boolean | undefined;
  readonly struck?: boolean | undefined;
  readonly code?: boolean | undefined;
};

/** `to` is "#anchor" within the document, "/address" on the site, or an address of the web or of mail. */
export type Link = { readonly kind: "link"; readonly to: string; readonly text: readonly TextRun[] };

export type Inline = TextRun | Link | { readonly kind: "break" };

/** 1 is a section of the document; its title stands above all of them. */
export type SectionLevel = 1 | 2 | 3 | 4 | 5;

export type Fact = { readonly term: string; readonly value: readonly Inline[] };

export type Block =
  | Heading
  | { readonly kind: "paragraph"; readonly text: readonly Inline[]; readonly anchor?: string | undefined }
  | Numbered
  | {
      readonly kind: "list";
      /** Entries such as "a) social value" bring their own marks. */
      readonly marks: "bullets" | "numbers" | "own";
      readonly start?: number | undefined;
      readonly entries: readonly (readonly Block[])[];
    }
  | Table
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | {
      /** What is said about the record beside what it says: a gap, a reason why something is not here. */
      readonly kind: "note";
      readonly blocks: readonly Block[];
    }
  | Decision
  | { readonly kind: "page break" };

export type Heading = {
  readonly kind: "heading";
  readonly level: SectionLevel;
  readonly text: readonly Inline[];
  readonly anchor?: string | undefined;
};

/** A paragraph, a minute or an agenda item with the number printed in its margin; with a title it is a heading. */
export type Numbered = {
  readonly kind: "numbered";
  /** As printed: "7(a)", "2.1". Null leaves the margin empty. */
  readonly number: string | null;
  readonly anchor?: string | undefined;
  readonly title?: { readonly level: SectionLevel; readonly text: readonly Inline[] } | undefined;
  /** What stands at the right of the title, such as pages of a pack. */
  readonly aside?: readonly Inline[] | undefined;
  readonly blocks: readonly Block[];
};

export type Table = {
  readonly kind: "table";
  /** The first row of the table, repeated on every page; `share` says how wide a column is beside the others. */
  readonly columns: readonly { readonly head: string; readonly share?: number | undefined }[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
};

export type Decision = {
  readonly kind: "decision";
  readonly verb: string;
  readonly blocks: readonly Block[];
  readonly clauses: readonly {
    readonly number: number;
    readonly anchor?: string | undefined;
    readonly text: readonly Inline[];
  }[];
  readonly reason?: string | undefined;
  /** What became of it since. */
  readonly after: readonly Inline[];
};

export type Said = string | Inline | readonly Inline[] | null | undefined | false;

/** Running text from words and parts of it; what is empty is left out. */
export const says = (...parts: Said[]): Inline[] =>
  parts.flatMap((part): readonly Inline[] => {
    if (part === null || part === undefined || part === false || part === "") return [];
    if (typeof part === "string") return [{ kind: "text", text: part }];
    return isText(part) ? part : [part];
  });

const isText = (part: Inline | readonly Inline[]): part is readonly Inline[] => Array.isArray(part);

export const strong = (text: string): TextRun => ({ kind: "text", text, strong: true });
export const struck = (text: string): TextRun => ({ kind: "text", text, struck: true });
export const link = (to: string, text: string): Link => ({ kind: "link", to, text: [{ kind: "text", text }] });
export const lineBreak: Inline = { kind: "break" };

/** Parts one after the other, with something between them. */
export const joined = (parts: readonly (readonly Inline[])[], between: string | Inline): Inline[] =>
  parts.filter((part) => part.length > 0).flatMap((part, index) => (index > 0 ? says(between, part) : [...part]));

export const heading = (level: SectionLevel, text: string, anchor?: string): Heading => ({
  kind: "heading",
  level,
  text: says(text),
  anchor,
});

export const paragraph = (...parts: Said[]): Block => ({ kind: "paragraph", text: says(...parts) });

export const note = (...parts: Said[]): Block => ({ kind: "note", blocks: [paragraph(...parts)] });

/** The words of running text, without what marks them. */
export const wordsOf = (text: readonly Inline[]): string =>
  text.map((part) => (part.kind === "text" ? part.text : part.kind === "break" ? "\n" : wordsOf(part.text))).join("");
