/** "1. ", "(a) ", "iv) " at the beginning of a line; a bullet too. */
const MARK = /^\s*(?:\(?(\d{1,2}|[a-z]|[ivx]{1,5})[.)]|[-•*])\s+(?=\S)/i;

/**
 * What is recommended as it was worded: what stands before its clauses, the clauses, and the mark of each as it is cited, "1" or "a";
 * null for a bullet, and for a text that is one clause.
 */
export type WordedClauses = { opening: string; clauses: readonly string[]; marks: readonly (string | null)[] };

/**
 * The clauses of a recommendation, read out of the words of the decision, so that nobody types them twice: each marked line begins
 * one, and a text without marks is one clause. The words stay as they were carried.
 */
export function wordedClauses(text: string): WordedClauses {
  const opening: string[] = [];
  const clauses: string[][] = [];
  const marks: (string | null)[] = [];
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const mark = MARK.exec(line);
    if (mark) {
      clauses.push([line.replace(MARK, "").trim()]);
      marks.push(mark[1]?.toLowerCase() ?? null);
    } else if (line.trim() === "") continue;
    else (clauses.at(-1) ?? opening).push(line.trim());
  }
  if (clauses.length === 0) {
    const one = opening.length > 0 ? [opening.join("\n")] : [];
    return { opening: "", clauses: one, marks: one.map(() => null) };
  }
  return { opening: opening.join("\n"), clauses: clauses.map((lines) => lines.join("\n")), marks };
}

/** One clause, or several from one to another: "2", "(b)", "3-5", "3 to 5". */
const CITED = /^\(?([a-z\d]+)[.)]?(?:\s*(?:-|–|to)\s*\(?([a-z\d]+)[.)]?)?$/i;

/**
 * Which clauses somebody means who cites them by their marks, "2 and 3" or "(b) to (d)"; clauses without marks are counted from the
 * first.
 * @returns their places from 0, in order; null where one is cited that is not there or stands twice, or nothing can be read
 */
export function citedClauses(cited: string, marks: readonly (string | null)[]): readonly number[] | null {
  const isMarked = marks.some((mark) => mark !== null);
  const placeOf = (mark: string): number => {
    if (!isMarked) return /^\d+$/.test(mark) && Number(mark) <= marks.length ? Number(mark) - 1 : -1;
    const place = marks.indexOf(mark.toLowerCase());
    return place === marks.lastIndexOf(mark.toLowerCase()) ? place : -1;
  };
  const found = new Set<number>();
  const parts = cited.split(/[,;&]|\band\b/i).map((part) => part.trim());
  for (const part of parts.filter((each) => each !== "")) {
    const [, first, last = first] = CITED.exec(part) ?? [];
    if (first === undefined || last === undefined) return null;
    const [from, to] = [placeOf(first), placeOf(last)];
    if (from < 0 || to < from) return null;
    for (let place = from; place <= to; place++) found.add(place);
  }
  return found.size > 0 ? [...found].toSorted((a, b) => a - b) : null;
}
