import type { Audience, Restriction } from "@/domain/access/read-scope";

/** What decides who may read a restricted paper. */
export type RestrictedPaper = {
  bodyId: string;
  areaId: string | null;
  portfolioId: string | null;
  keepers: readonly string[];
  restriction: Restriction;
  paragraphs: readonly number[];
};

export type PackAccess = {
  audience: Audience;
  areaId: string | null;
  portfolioId: string | null;
  keepers: string[];
  restriction: Restriction;
  paragraphs: number[];
};

/**
 * Who may read a restricted pack: whoever may read every restricted paper in it. It is confidential when one of them is, exempt under all
 * their paragraphs otherwise, and somebody's own, or of their area or portfolio, only as far as all of them are. A paper of another
 * body leaves it to democratic services.
 * @param bodyId of the meeting
 * @param papers the restricted ones, at least one
 */
export function packAccess(bodyId: string, papers: readonly RestrictedPaper[]): PackAccess {
  const [first] = papers;
  if (!first) throw new RangeError("A restricted pack holds at least one restricted paper.");
  const same = <Value>(of: (paper: RestrictedPaper) => Value): Value | null =>
    papers.every((paper) => of(paper) === of(first)) ? of(first) : null;
  const isConfidential = papers.some(({ restriction }) => restriction === "confidential");
  return {
    audience: same(({ bodyId: of }) => of) === bodyId ? "inside" : "keepers",
    areaId: same(({ areaId }) => areaId),
    portfolioId: same(({ portfolioId }) => portfolioId),
    keepers: first.keepers.filter((keeper) => papers.every(({ keepers }) => keepers.includes(keeper))),
    restriction: isConfidential ? "confidential" : "exempt",
    paragraphs: isConfidential
      ? []
      : [...new Set(papers.flatMap(({ paragraphs }) => paragraphs))].sort((a, b) => a - b),
  };
}
