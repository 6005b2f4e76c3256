/** What Markdown reads as its own, wherever it stands. */
const SIGNS = /[\\`*_[\]<>#|~]/g;
/** What it reads as a list or a rule at the beginning of a line. */
const OPENINGS = /^([-+=]|\d{1,9}(?=[.)]))/;

/**
 * Words that somebody else wrote, for a text in Markdown: they come out as they were written, whatever they look like.
 * @returns a paragraph for each line that says something, with an empty line between
 */
export const plainInMarkdown = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => escaped(line.replace(SIGNS, "\\$&")))
    .join("\n\n");

const escaped = (line: string): string =>
  line.replace(OPENINGS, (opening) => (/\d/.test(opening) ? `${opening}\\` : `\\${opening}`));

/** The same as a quotation. */
export const quotedInMarkdown = (text: string): string =>
  plainInMarkdown(text)
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
