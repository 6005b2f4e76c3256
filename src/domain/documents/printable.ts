/** A word longer than this has places where it may be parted; no title or address of a person is as long. */
const LONGEST_WORD = 60;
const PARTED_AFTER = 40;
const MAY_PART_HERE = "\u200b";

/**
 * Text as a file can hold it. Out go control characters, which XML does not allow, halves of characters, and the marks that turn
 * the reading direction and could make a text look like another. A word too long for any line may be parted.
 */
export function printable(text: string): string {
  const clean = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .toWellFormed()
    .replace(FORBIDDEN, "");
  return clean.length <= LONGEST_WORD
    ? clean
    : clean.replace(LONG_WORD, (word) => word.replace(PIECE, `$&${MAY_PART_HERE}`));
}

/** Controls except tab and line feed; embeddings, overrides and isolates of direction; characters that are none. */
const FORBIDDEN =
  /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}/gu;
const LONG_WORD = new RegExp(`\\S{${LONGEST_WORD + 1},}`, "gu");
const PIECE = new RegExp(`\\S{${PARTED_AFTER}}(?=\\S)`, "gu");
