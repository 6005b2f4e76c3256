/** A paragraph of a report as it is shown: a heading alone, or text, with the number it is cited by. */
export type NumberedText = { number: string | null; heading: string | null; markdown: string };

/** With the anchor under which it is linked to. */
export type AnchoredText = NumberedText & { anchor: string };

const HEADING = /^#{1,6}\s+(.+)$/;
/** Belongs to the paragraph before it: a list, a table, a quotation, something indented. */
const CONTINUES = /^(\s+|[-*+]\s|\d+[.)]\s|\(?[a-z]\)\s|\||>)/;

/**
 * The text of a report, written in Markdown, as numbered paragraphs: a heading begins a section, 1, 2, 3; the paragraphs under it
 * are 1.1, 1.2. Text without headings is numbered 1, 2, 3. Lists and tables belong to the paragraph before them.
 */
export function numberedParagraphs(markdown: string): NumberedText[] {
  const blocks = markdown
    .replaceAll("\r\n", "\n")
    .split(/\n(?:[ \t]*\n)+|\n(?=#{1,6}\s)|(?<=^#{1,6}\s[^\n]*)\n/m)
    .map((block) => block.replace(/^\n+|\s+$/g, ""))
    .filter((block) => block.trim() !== "");
  const hasSections = blocks.some((block) => HEADING.test(block));
  const found: NumberedText[] = [];
  let section = 0;
  let paragraph = 0;
  for (const block of blocks) {
    const heading = HEADING.exec(block)?.[1]?.trim();
    const last = found.at(-1);
    if (heading) {
      section += 1;
      paragraph = 0;
      found.push({ number: String(section), heading, markdown: "" });
    } else if (last && last.markdown !== "" && CONTINUES.test(block)) last.markdown += `\n\n${block}`;
    else {
      paragraph += 1;
      const number = hasSections ? (section === 0 ? null : `${section}.${paragraph}`) : String(paragraph);
      found.push({ number, heading: null, markdown: block });
    }
  }
  return found;
}

/** The Markdown that numbered paragraphs were written as, to be written on. */
export const asMarkdown = (paragraphs: readonly Pick<NumberedText, "heading" | "markdown">[]): string =>
  paragraphs
    .flatMap(({ heading, markdown }) => [...(heading ? [`## ${heading}`] : []), ...(markdown ? [markdown] : [])])
    .join("\n\n");

/**
 * Paragraphs with their anchors. One that says what it said before keeps the anchor it had, wherever it has moved to; what is new
 * takes one from its number, which nothing else has or had.
 */
export function anchored(paragraphs: readonly NumberedText[], before: readonly AnchoredText[]): AnchoredText[] {
  const left = [...before];
  const kept = paragraphs.map((paragraph) => {
    const index = left.findIndex((old) => old.heading === paragraph.heading && old.markdown === paragraph.markdown);
    return index === -1 ? null : (left.splice(index, 1)[0]?.anchor ?? null);
  });
  const taken = new Set(before.map(({ anchor }) => anchor));
  return paragraphs.map((paragraph, index) => {
    const anchor = kept[index] ?? free(anchorFrom(paragraph), taken);
    taken.add(anchor);
    return { ...paragraph, anchor };
  });
}

/** "1-2" for paragraph 1.2. */
const anchorFrom = ({ number, heading, markdown }: NumberedText): string =>
  (number ?? heading ?? markdown.slice(0, 40))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "p";

function free(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-v${number}`)) return `${wanted}-v${number}`;
}
