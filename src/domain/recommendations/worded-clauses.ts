/** "1. ", "(a) ", "iv) " at the beginning of a line; a bullet too. */
const MARK = /^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|[-•*])\s+(?=\S)/i;

/** What is recommended as it was worded: what stands before its clauses, and the clauses. */
export type WordedClauses = { opening: string; clauses: readonly string[] };

/**
 * The clauses of a recommendation, read out of the words of the decision, so that nobody types them twice: each marked line begins
 * one, and a text without marks is one clause. The words stay as they were carried.
 */
export function wordedClauses(text: string): WordedClauses {
  const opening: string[] = [];
  const clauses: string[][] = [];
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    if (MARK.test(line)) clauses.push([line.replace(MARK, "").trim()]);
    else if (line.trim() === "") continue;
    else (clauses.at(-1) ?? opening).push(line.trim());
  }
  if (clauses.length === 0) return { opening: "", clauses: opening.length > 0 ? [opening.join("\n")] : [] };
  return { opening: opening.join("\n"), clauses: clauses.map((lines) => lines.join("\n")) };
}
