import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHECKLIST, IMPACT_AND_FEASIBILITY, PAPER, PICK, SCORING_METHODS, TOPICC } from "./methods";
import { advice, quarter, result, sheetFindings, total, vetoes, wantsReason } from "./scoring";
import { type Marks, range, type ScoreSheet, type ScoringMethod } from "./scoring-method";

const fullMarks = ({ criteria }: ScoringMethod): Marks =>
  Object.fromEntries(criteria.map(({ key, max }) => [key, max]));
const sheet = (marks: Marks, capacity: ScoreSheet["capacity"] = "member"): ScoreSheet => ({
  personId: "p",
  capacity,
  marks,
});
const anyMarks = ({ criteria }: ScoringMethod) =>
  fc.record(Object.fromEntries(criteria.map(({ key, min, max }) => [key, fc.integer({ min, max })])));

describe("the methods", () => {
  test("TOPICC comes to 11 at most, and 8 is worth taking", () => {
    expect(range(TOPICC)).toEqual({ least: 0, most: 11 });
    expect(TOPICC.threshold).toBe(8);
    expect(total(TOPICC, fullMarks(TOPICC))).toBe(11);
  });

  test("PAPER takes replication off, and cannot take what nobody can change", () => {
    const marks = { public_interest: 2, ability_to_change: 1, performance: 2, extent: 1, replication: 2 };
    expect(total(PAPER, marks)).toBe(4);
    expect(range(PAPER)).toEqual({ least: -2, most: 8 });
    expect(vetoes(PAPER, marks)).toEqual([]);
    expect(vetoes(PAPER, { ...marks, ability_to_change: 0 })).toEqual(["Ability to change"]);
  });

  test("the checklist is ruled out by a court, not by a minus", () => {
    const marks = { ...fullMarks(CHECKLIST), before_a_court: 0 };
    expect(vetoes(CHECKLIST, marks)).toEqual([]);
    expect(vetoes(CHECKLIST, { ...marks, before_a_court: 1 })).toEqual(["It is before a court or a tribunal"]);
  });

  test("impact and feasibility name a quarter", () => {
    const at = (impact: number, feasibility: number) => quarter(IMPACT_AND_FEASIBILITY, { impact, feasibility });
    expect([at(4, 3), at(1, 4), at(3, 2), at(2, 2)]).toEqual([
      "Take it up",
      "Easy, and changes little",
      "Worth it, and hard: scope it first",
      "Leave it",
    ]);
    expect(quarter(IMPACT_AND_FEASIBILITY, { impact: 4 })).toBeNull();
    expect(quarter(PICK, fullMarks(PICK))).toBeNull();
  });

  test("a weight counts", () => {
    const doubled = { ...PICK, criteria: PICK.criteria.map((criterion) => ({ ...criterion, weight: 2 })) };
    expect(total(doubled, fullMarks(PICK))).toBe(2 * total(PICK, fullMarks(PICK)));
  });

  test.each(SCORING_METHODS)(
    "$key: every total is within its range, and a better mark never makes it worse",
    (method) => {
      const { least, most } = range(method);
      fc.assert(
        fc.property(anyMarks(method), fc.constantFrom(...method.criteria), (marks, { key, max, negative }) => {
          const before = total(method, marks);
          expect(before).toBeGreaterThanOrEqual(least);
          expect(before).toBeLessThanOrEqual(most);
          const after = total(method, { ...marks, [key]: max });
          if (negative) expect(after).toBeLessThanOrEqual(before);
          else expect(after).toBeGreaterThanOrEqual(before);
        }),
        { seed: 20161011 },
      );
    },
  );
});

describe("a sheet", () => {
  test("is off the scale above, below and between the marks", () => {
    for (const timely of [3, -1, 1.5, Number.NaN])
      expect(sheetFindings(TOPICC, { ...fullMarks(TOPICC), timely })).toMatchObject([
        { severity: "hard", code: "off-the-scale", sentence: "Give “Timely” a whole number from 0 to 2." },
      ]);
  });
  test("says what is not marked", () =>
    expect(sheetFindings(TOPICC, {}).map(({ severity, sentence }) => `${severity}: ${sentence}`)[0]).toBe(
      "soft: Mark “Timely”.",
    ));
});

describe("the result", () => {
  const low = Object.fromEntries(TOPICC.criteria.map(({ key }) => [key, 1]));

  test("is the mean of complete sheets, officers' apart", () =>
    expect(result(TOPICC, [sheet(fullMarks(TOPICC)), sheet(low), sheet(low, "officer"), sheet({ timely: 2 })])).toEqual(
      {
        total: 7.7,
        members: 8.5,
        officers: 6,
        complete: 3,
        incomplete: 1,
        threshold: 8,
        vetoed: false,
      },
    ));

  test("of no sheets is nothing", () => {
    expect(result(TOPICC, [])).toMatchObject({ total: null, complete: 0, vetoed: false });
    expect(advice(result(TOPICC, []))).toBeNull();
  });

  test("is a veto when more than half of the sheets veto", () => {
    const court = { ...fullMarks(CHECKLIST) };
    const fine = { ...court, before_a_court: 0 };
    expect(result(CHECKLIST, [sheet(court), sheet(fine)]).vetoed).toBe(false);
    expect(result(CHECKLIST, [sheet(court), sheet(court), sheet(fine)]).vetoed).toBe(true);
  });

  test("and the decision want a reason where they differ", () => {
    const over = { total: 9, threshold: 8, vetoed: false };
    expect([wantsReason(over, true), wantsReason(over, false)]).toEqual([false, true]);
    expect([wantsReason({ ...over, total: 7 }, true), wantsReason({ ...over, total: 7 }, false)]).toEqual([
      true,
      false,
    ]);
    expect(wantsReason({ ...over, vetoed: true }, true)).toBe(true);
    expect([wantsReason({ ...over, threshold: null }, true), wantsReason({ ...over, threshold: null }, false)]).toEqual(
      [false, false],
    );
  });
});
