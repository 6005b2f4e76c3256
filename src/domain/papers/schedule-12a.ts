/**
 * Part 1 of Schedule 12A to the Local Government Act 1972, in our own words: what kind of information each paragraph covers.
 * Short enough to print on a placeholder, so no qualification of Part 2 is repeated here.
 */
export const SCHEDULE_12A: Readonly<Record<number, string>> = {
  1: "about an individual",
  2: "likely to reveal who an individual is",
  3: "about the financial or business affairs of a person, a company or the council itself",
  4: "about consultations or negotiations with the council's employees",
  5: "covered by legal professional privilege",
  6: "showing that the council proposes to serve a statutory notice or make an order or direction",
  7: "about preventing, investigating or prosecuting crime",
};

/** What lets, or makes, a council keep a paper confidential: LGA 1972 s100A(3). */
export const CONFIDENTIAL_GROUNDS = {
  government_department: "a government department supplied it on terms that forbid disclosure",
  enactment: "an Act forbids disclosure",
  court_order: "a court order forbids disclosure",
} as const;

export type ConfidentialGround = keyof typeof CONFIDENTIAL_GROUNDS;

/** What takes an exemption away whatever paragraph covers it, by its name in the record: Schedule 12A Part 2, paragraphs 8 and 9. */
export const AGAINST_EXEMPTION = {
  registrable: "It must be registered, as a company’s accounts must: paragraph 3 does not cover it",
  ownPlanningPermission: "It is about development for which the council may give itself planning permission",
} as const;

/** "paragraph 3", "paragraphs 1 and 2", "paragraphs 1, 2 and 3", in their order, each once. */
export function citedParagraphs(paragraphs: readonly number[]): string {
  const numbers = [...new Set(paragraphs)].sort((a, b) => a - b);
  if (numbers.length < 2) return `paragraph ${numbers.join("")}`;
  return `paragraphs ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

/** What the paragraphs cover, in words: "about an individual, and covered by legal professional privilege". */
export function coveredBy(paragraphs: readonly number[]): string {
  const numbers = [...new Set(paragraphs)].sort((a, b) => a - b);
  return numbers.flatMap((number) => SCHEDULE_12A[number] ?? []).join(", and ");
}
