/** A recommendation of a report's front sheet, with the mark it has. */
export type RecommendationText = { mark: string | null; text: string };

const MARK = /(?<=^|[\s;,])(?:\(([ivx]{1,5}|[a-z]|\d{1,2})\)|(\d{1,2})[.)])\s+/gim;

/** What is recommended, clause by clause, and the words before the first, "That the committee:". */
export function recommendationsIn(text: string): { lead: string; clauses: RecommendationText[] } {
  const marks = [...text.matchAll(MARK)];
  const [first] = marks;
  if (!first) return { lead: "", clauses: text.trim() === "" ? [] : [{ mark: null, text: text.trim() }] };
  return {
    lead: text.slice(0, first.index).trim(),
    clauses: marks.map((mark, place) => ({
      mark: (mark[1] ?? mark[2] ?? "").toLowerCase(),
      text: text.slice(mark.index + mark[0].length, marks[place + 1]?.index ?? text.length).trim(),
    })),
  };
}

/** Several things asked for without a number, so that nobody could answer one of them. */
export const isUnnumbered = (text: string): boolean => {
  const { clauses } = recommendationsIn(text);
  return (
    clauses.length === 1 &&
    clauses[0]?.mark === null &&
    (text.match(/(?:^|[.;]\s+|\n\s*)(?:and\s+)?that\b/gi) ?? []).length > 1
  );
};

/** Whoever can act on a recommendation: bodies, officers, partners; in words that every council has. */
const RECIPIENTS =
  /\b(committees?|cabinet|executive|council|councils|councillors?|members?|boards?|panels?|working group|task and finish|officers?|directors?|head of|managers?|leader|portfolio holders?|lead member|chief executive|police|fire|nhs|trusts?|clinical commissioning group|ccg|health and wellbeing|partners?|partnerships?|government|minister|secretary of state|schools?|governors)\b/i;

/** Whether the words name somebody who can act. @param names of the council's own bodies and posts */
export const namesRecipient = (words: string, names: readonly string[]): boolean =>
  RECIPIENTS.test(words) || names.some((name) => name !== "" && words.toLowerCase().includes(name.toLowerCase()));
