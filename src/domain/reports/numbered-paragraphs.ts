/** A paragraph of a report as it is shown: a heading alone, or text, with the number it is cited by. */
export type NumberedText = { number: string | null; heading: string | null; markdown: string };

/** With the anchor under which it is linked to. */
export type AnchoredText = NumberedText & { anchor: string };

const HEADING = /^(#{1,6})[ \t]+(.+?)[ \t]*#*$/;
/** Belongs to the paragraph before it: a list, a table, a quotation, something indented. */
const CONTINUES = /^(\s+|[-*+]\s|\d{1,3}\\?[.)]\s|\||>)/;
/** "2.13 The bid": a number with a point in it, and a sentence after it. Not "2.5 million". */
const PRINTED = /^(\d{1,3}(?:\.\d{1,3})+)\\?\.?[ \t]+(?=[\p{Lu}\p{Pi}"'(*_[£\d])/u;
/** "(a) first", "a) first", "(ii) second". */
const LETTERED = /^\\?\(?([a-z]|[ivx]{2,5})\\?\)[ \t]+/;
/** "1. Background", a line of its own. */
const SECTION_LINE = /^(\d{1,3})\\?[.)]?[ \t]+(?:\*\*)?([^*\n]{1,120}?)(?:\*\*)?$/;
const SENTENCE_END = /[.;:,?!]$/;

type Block =
  | { kind: "heading"; level: number; number: string | null; text: string }
  | { kind: "printed"; number: string; text: string }
  | { kind: "lettered"; mark: string; text: string }
  | { kind: "more"; text: string }
  | { kind: "plain"; text: string };

/**
 * The text of a report, written in Markdown, as numbered paragraphs. A heading of the highest level begins a section, 1, 2, 3; the
 * paragraphs under it are 1.1, 1.2, and those marked (a) are 1.2(a); a lower heading stands above the paragraph that follows it.
 * Text without headings is numbered 1, 2, 3. Lists and tables belong to the paragraph before them.
 *
 * A number that stands at the start of a paragraph ("2.13 The bid") is the one it has, also where it stands twice. Where two or more
 * are printed so, all are taken to be: what has none goes on with the paragraph before it.
 */
export function numberedParagraphs(markdown: string): NumberedText[] {
  const blocks = blocksIn(markdown);
  const headings = blocks.filter((block) => block.kind === "heading");
  const numbered = headings.filter(isSection);
  const levels = (numbered.length > 0 ? numbered : headings).map(({ level }) => level);
  const numbering = new Numbering({
    sectionLevel: levels.length > 0 ? Math.min(...levels) : null,
    isPrinted: blocks.filter(({ kind }) => kind === "printed").length >= 2,
  });
  for (const block of blocks) numbering.take(block);
  return numbering.paragraphs();
}

/** "1. Background" begins a section, however it was written. */
const isSection = ({ number }: { number: string | null }) => number !== null && !number.includes(".");

/** Counts sections and paragraphs while the blocks of a text go by. */
class Numbering {
  readonly #sectionLevel: number | null;
  readonly #isPrinted: boolean;
  readonly #found: NumberedText[] = [];
  /** A heading that waits for the paragraph it stands above. */
  #above: { number: string | null; text: string } | null = null;
  #section: string | null = null;
  #paragraph = 0;
  /** What a mark such as (a) is counted under, and the marks so far. */
  #base: string | null = null;
  #letter: string | null = null;

  constructor({ sectionLevel, isPrinted }: { sectionLevel: number | null; isPrinted: boolean }) {
    this.#sectionLevel = sectionLevel;
    this.#isPrinted = isPrinted;
  }

  take(block: Block): void {
    switch (block.kind) {
      case "heading":
        this.#endHeading();
        if (isSection(block) || block.level <= (this.#sectionLevel ?? 0)) this.#beginSection(block);
        else this.#above = block;
        break;
      case "printed":
        this.#goOnFrom(block.number);
        this.#add(block.number, block.text);
        break;
      case "lettered":
        this.#addLettered(block.mark, block.text);
        break;
      case "more":
      case "plain":
        if (!this.#continues(block)) this.#add(this.#next(), block.text);
    }
  }

  paragraphs(): NumberedText[] {
    this.#endHeading();
    return this.#found;
  }

  #beginSection({ number, text }: { number: string | null; text: string }): void {
    this.#section = number ?? String(Number(this.#section ?? 0) + 1);
    this.#paragraph = 0;
    this.#base = this.#section;
    this.#letter = null;
    this.#found.push({ number: this.#section, heading: text, markdown: "" });
  }

  #continues({ kind, text }: Block): boolean {
    const last = this.#found.at(-1);
    if (!last || last.markdown === "" || this.#above) return false;
    if (kind !== "more" && !this.#isPrinted) return false;
    last.markdown += `\n\n${text}`;
    return true;
  }

  /** The number of a paragraph that has none of its own. */
  #next(): string | null {
    if (this.#above?.number) {
      this.#goOnFrom(this.#above.number);
      return this.#above.number;
    }
    if (this.#isPrinted || (this.#sectionLevel !== null && this.#section === null)) return null;
    this.#paragraph += 1;
    return this.#section === null ? String(this.#paragraph) : `${this.#section}.${this.#paragraph}`;
  }

  #goOnFrom(number: string): void {
    const [section, paragraph] = number.split(".");
    if (section === this.#section || this.#section === null) this.#paragraph = Number(paragraph ?? section);
  }

  #add(number: string | null, markdown: string): void {
    // A heading with a number of its own stands above others: "2.1 Governance" above 2.1.1.
    if (this.#above?.number && this.#above.number !== number) this.#endHeading();
    this.#found.push({ number, heading: this.#above?.text ?? null, markdown });
    this.#above = null;
    this.#base = number;
    this.#letter = null;
  }

  #addLettered(mark: string, text: string): void {
    const last = this.#found.at(-1);
    if (this.#base === null || !last) {
      this.take({ kind: "plain", text: `(${mark}) ${text}` });
      return;
    }
    const isRoman = /^[ivx]+$/.test(mark) && (mark.length > 1 || (mark === "i" && this.#letter !== "h"));
    const under = isRoman && this.#letter !== null ? `${this.#base}(${this.#letter})` : this.#base;
    if (!isRoman) this.#letter = mark;
    this.#found.push({ number: `${under}(${mark})`, heading: this.#above?.text ?? null, markdown: text });
    this.#above = null;
  }

  /** A heading that nothing followed stands by itself. */
  #endHeading(): void {
    if (!this.#above) return;
    this.#found.push({ number: this.#above.number, heading: this.#above.text, markdown: "" });
    this.#above = null;
  }
}

function blocksIn(markdown: string): Block[] {
  const lines = markdown.replaceAll("\r\n", "\n");
  const texts = isPasted(lines) ? linesOf(lines) : paragraphsOf(lines);
  return texts.map((text, index) => blockOf(text, texts.slice(index + 1, index + 3)));
}

function blockOf(text: string, following: readonly string[]): Block {
  const heading = HEADING.exec(text);
  if (heading) return headingOf(heading[1]?.length ?? 1, heading[2] ?? "");
  const printed = PRINTED.exec(text);
  if (printed) return { kind: "printed", number: printed[1] ?? "", text: text.slice(printed[0].length) };
  const section = SECTION_LINE.exec(text);
  if (
    section &&
    !SENTENCE_END.test(text) &&
    following.some((next) => PRINTED.exec(next)?.[1]?.startsWith(`${section[1]}.`))
  )
    return { kind: "heading", level: 1, number: section[1] ?? null, text: section[2] ?? "" };
  const lettered = LETTERED.exec(text);
  if (lettered) return { kind: "lettered", mark: lettered[1] ?? "", text: text.slice(lettered[0].length) };
  if (CONTINUES.test(text)) return { kind: "more", text };
  // A short line above a printed number is the heading of what follows it.
  if (isShortLine(text) && PRINTED.test(following[0] ?? ""))
    return { kind: "heading", level: 6, number: null, text: text.replaceAll("**", "") };
  return { kind: "plain", text };
}

const isShortLine = (text: string) => text.length <= 80 && !text.includes("\n") && !SENTENCE_END.test(text);

function headingOf(level: number, text: string): Block {
  const plain = text.replace(/^\*\*(.+)\*\*$/, "$1").trim();
  const numbered = /^(\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=\\?[.)]))\\?[.)]?[ \t]+(?=\S)/.exec(plain);
  return numbered
    ? { kind: "heading", level, number: numbered[1] ?? null, text: plain.slice(numbered[0].length) }
    : { kind: "heading", level, number: null, text: plain };
}

/** Text taken out of Word without its format has a paragraph a line. */
function isPasted(markdown: string): boolean {
  const lines = markdown.split("\n");
  return lines.filter((line, index) => index > 0 && lines[index - 1]?.trim() && PRINTED.test(line)).length >= 2;
}

const linesOf = (markdown: string): string[] =>
  markdown
    .split(/\n(?![ \t|>*+-])/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== "");

function paragraphsOf(markdown: string): string[] {
  const texts: string[] = [];
  let open: string[] = [];
  const close = () => {
    const text = open.join("\n").trimEnd();
    if (text.trim() !== "") texts.push(text);
    open = [];
  };
  for (const line of markdown.split("\n")) {
    const stands = HEADING.test(line);
    if (line.trim() === "" || stands || PRINTED.test(line) || LETTERED.test(line)) close();
    if (line.trim() !== "") open.push(line);
    if (stands) close();
  }
  close();
  return texts;
}

type Written = Pick<NumberedText, "heading" | "markdown"> & { number?: string | null };

/**
 * The Markdown that numbered paragraphs were written as, to be written on. Numbers are left to be counted where that gives the same
 * ones; otherwise each is written out.
 */
export function asMarkdown(paragraphs: readonly Written[]): string {
  const counted = written(paragraphs, false);
  const again = numberedParagraphs(counted);
  const isSame =
    again.length === paragraphs.length &&
    paragraphs.every(({ number, markdown }, index) => {
      const counts = again[index];
      return (number === undefined || counts?.number === number) && counts?.markdown === markdown;
    });
  return isSame ? counted : written(paragraphs, true);
}

const written = (paragraphs: readonly Written[], isPrinted: boolean): string =>
  paragraphs
    .flatMap(({ number = null, heading, markdown }) => partsOf({ number, heading, markdown }, isPrinted))
    .join("\n\n");

function partsOf({ number, heading, markdown }: NumberedText, isPrinted: boolean): string[] {
  const isSection = heading !== null && markdown === "" && (number === null || /^\d+$/.test(number));
  const mark = /\(([a-z]+)\)$/.exec(number ?? "")?.[1];
  const above = heading
    ? [`${isSection ? "##" : "###"} ${isPrinted && number && !markdown && !mark ? `${number}. ` : ""}${heading}`]
    : [];
  if (markdown === "") return above;
  const begins = mark ? `(${mark}) ` : isPrinted && number?.includes(".") ? `${number} ` : "";
  return [...above, `${begins}${markdown}`];
}

/**
 * Paragraphs with their anchors. One that says what it said before keeps the anchor it had, wherever it has moved to; so does one
 * that says something else under the number it had. What is new takes an anchor from its number, which nothing else has or had.
 */
export function anchored(paragraphs: readonly NumberedText[], before: readonly AnchoredText[]): AnchoredText[] {
  const left = [...before];
  const keep = (isIt: (old: AnchoredText) => boolean): string | null => {
    const index = left.findIndex(isIt);
    return index === -1 ? null : (left.splice(index, 1)[0]?.anchor ?? null);
  };
  const same = paragraphs.map(({ heading, markdown }) =>
    keep((old) => old.heading === heading && old.markdown === markdown),
  );
  const kept = paragraphs.map(
    ({ number }, index) => same[index] ?? (number === null ? null : keep((old) => old.number === number)),
  );
  const taken = new Set(before.map(({ anchor }) => anchor));
  return paragraphs.map((paragraph, index) => {
    const anchor = kept[index] ?? free(anchorFrom(paragraph), taken);
    taken.add(anchor);
    return { ...paragraph, anchor };
  });
}

/** "1-2" for paragraph 1.2; what has no number begins with "p-", so that it is no other place of a page. */
const anchorFrom = ({ number, heading, markdown }: NumberedText): string =>
  (number ?? `p-${heading ?? markdown.slice(0, 40)}`)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "p";

function free(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-v${number}`)) return `${wanted}-v${number}`;
}

/** Numbers that stand more than once, each once: a reference to one of them may mean either. */
export function numbersTwice(paragraphs: readonly Pick<NumberedText, "number">[]): string[] {
  const seen = new Map<string, number>();
  for (const { number } of paragraphs) if (number !== null) seen.set(number, (seen.get(number) ?? 0) + 1);
  return [...seen].filter(([, times]) => times > 1).map(([number]) => number);
}
