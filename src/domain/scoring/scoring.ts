import { refuseIf, warnIf } from "@/domain/workflow/finding";
import type { Finding } from "@/domain/workflow/workflow";
import { type Marks, type ScoreSheet, type ScoringMethod, sum, worstMark } from "./scoring-method";

/** What stands in the way of a sheet: marks off the scale are refused, criteria left out are pointed out (the body's method). */
export function sheetFindings(method: ScoringMethod, marks: Marks): Finding[] {
  const authority = `The committee's scoring method: ${method.name}, version ${method.version}`;
  return method.criteria.flatMap(({ key, label, min, max }) => {
    const mark = marks[key];
    if (mark === undefined)
      return warnIf(true, { code: "not-marked", sentence: `Mark “${label}”.`, authority, field: key });
    return refuseIf(!Number.isInteger(mark) || mark < min || mark > max, {
      code: "off-the-scale",
      sentence: `Give “${label}” a whole number from ${min} to ${max}.`,
      authority,
      field: key,
    });
  });
}

/** The weighted sum of what is marked; a criterion that counts against the topic is taken off. */
export const total = ({ criteria }: ScoringMethod, marks: Marks): number =>
  sum(criteria.map(({ key, weight, negative }) => (negative ? -weight : weight) * (marks[key] ?? 0)));

/** The criteria at whose worst mark the topic is ruled out. */
export const vetoes = ({ criteria }: ScoringMethod, marks: Marks): string[] =>
  criteria
    .filter((criterion) => criterion.vetoes && marks[criterion.key] === worstMark(criterion))
    .map(({ label }) => label);

/** The quarter of the matrix a sheet falls into; null for a method without one, or an axis not marked. */
export function quarter({ matrix, criteria }: ScoringMethod, marks: Marks): string | null {
  if (matrix === null) return null;
  const isHigh = (key: string): boolean | null => {
    const axis = criteria.find((criterion) => criterion.key === key);
    const mark = marks[key];
    return axis === undefined || mark === undefined ? null : mark > (axis.min + axis.max) / 2;
  };
  const across = isHigh(matrix.across);
  const up = isHigh(matrix.up);
  if (across === null || up === null) return null;
  const { highHigh, highLow, lowHigh, lowLow } = matrix.quarters;
  return across ? (up ? highHigh : highLow) : up ? lowHigh : lowLow;
}

/** What a topic's score came to: the mean of the totals of all who marked everything, to one decimal. */
export type Result = {
  total: number | null;
  members: number | null;
  officers: number | null;
  complete: number;
  incomplete: number;
  threshold: number | null;
  vetoed: boolean;
};

/**
 * The published result. Sheets that leave criteria out are counted apart, since a mark not given is not a nought; a topic is
 * vetoed when more than half of the complete sheets veto it.
 */
export function result(method: ScoringMethod, sheets: readonly ScoreSheet[]): Result {
  const complete = sheets.filter(({ marks }) => method.criteria.every(({ key }) => marks[key] !== undefined));
  const mean = (some: readonly ScoreSheet[]) =>
    some.length === 0 ? null : Math.round((10 * sum(some.map(({ marks }) => total(method, marks)))) / some.length) / 10;
  const against = complete.filter(({ marks }) => vetoes(method, marks).length > 0).length;
  return {
    total: mean(complete),
    members: mean(complete.filter(({ capacity }) => capacity === "member")),
    officers: mean(complete.filter(({ capacity }) => capacity === "officer")),
    complete: complete.length,
    incomplete: sheets.length - complete.length,
    threshold: method.threshold,
    vetoed: against * 2 > complete.length,
  };
}

/** What the score speaks for: taking the topic, leaving it, or neither where the method has no threshold. */
export function advice({
  total,
  threshold,
  vetoed,
}: Pick<Result, "total" | "threshold" | "vetoed">): "take" | "leave" | null {
  if (vetoed) return "leave";
  if (total === null || threshold === null) return null;
  return total >= threshold ? "take" : "leave";
}

/** The committee decides, not the score; where they differ the reason is published beside both. */
export const wantsReason = (outcome: Parameters<typeof advice>[0], taken: boolean): boolean => {
  const advised = advice(outcome);
  return advised !== null && (advised === "take") !== taken;
};
