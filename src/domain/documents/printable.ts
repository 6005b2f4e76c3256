/**
 * Text as a file can hold it. Out go control characters, which XML does not allow, halves of characters, and the marks that turn
 * the reading direction and could make a text look like another.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .toWellFormed()
    .replace(FORBIDDEN, "");

/** Controls except tab and line feed; embeddings, overrides and isolates of direction; characters that are none. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/gu;

/** Words too long for any line, with places where they may be parted. No title and no address of a person is as long. */
export const partable = (text: string): string =>
  text.length <= LONGEST_WORD ? text : text.replace(LONG_WORD, (word) => word.replace(PIECE, `$&${MAY_PART_HERE}`));

const LONGEST_WORD = 60;
const MAY_PART_HERE = "\u200b";
const LONG_WORD = new RegExp(`\\S{${LONGEST_WORD + 1},}`, "gu");
const PIECE = /\S{20}(?=\S)/gu;
