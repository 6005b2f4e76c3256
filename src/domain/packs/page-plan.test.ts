import { describe, expect, it } from "vitest";
import { itemRanges, type PackPart, planPages, rangeWords } from "./page-plan";

const part = (id: string, itemId: string | null, pages: number, isLate = false): PackPart => ({
  id,
  itemId,
  pages,
  isLate,
});
const item = (id: string, kind: Parameters<typeof itemRanges>[2][number]["kind"] = "ordinary", parentId?: string) => ({
  id,
  kind,
  parentId: parentId ?? null,
});

/** The papers of 11 October 2016, as long as they were. */
const PAPERS = [
  part("minutes", "3", 8),
  part("progress", "4", 6),
  part("hate crime", "6(a)", 8),
  part("communities", "7(a)", 14),
  part("community offer", "7(b)", 8),
  part("appendix 1", "7(b)", 2),
  part("appendix 2", "7(b)", 8),
  part("appendix 3", "7(b)", 30),
  part("registration", "7(c)", 4),
  part("programme", "8(a)", 5),
  part("fair charges", "8(b)", 3),
  part("cost of care", "8(b)", 2),
];
const AGENDA = [
  item("1", "apologies"),
  item("3", "minutes"),
  item("4", "matters_raised"),
  item("6", "motions"),
  item("6(a)", "ordinary", "6"),
  item("7", "heading"),
  item("7(a)", "ordinary", "7"),
  item("7(b)", "ordinary", "7"),
  item("7(c)", "ordinary", "7"),
  item("8", "work_programme"),
  item("8(a)", "ordinary", "8"),
  item("8(b)", "ordinary", "8"),
];
const printed = (front: number, parts: readonly PackPart[], rightHand = false) =>
  Object.fromEntries(
    [...itemRanges(planPages({ pages: front }, parts, { rightHand }), parts, AGENDA)].map(([id, range]) => [
      id,
      rangeWords(range),
    ]),
  );

describe("the pages of a pack", () => {
  it("are those of the pack of 11 October 2016 after an agenda of four pages (oracle row 18)", () => {
    expect(printed(4, PAPERS)).toEqual({
      "3": "5–12",
      "4": "13–18",
      "6(a)": "19–26",
      "7(a)": "27–40",
      "7(b)": "41–88",
      "7(c)": "89–92",
      "8": "93–102",
      "8(a)": "93–97",
      "8(b)": "98–102",
    });
    expect(planPages({ pages: 4 }, PAPERS, { rightHand: false })).toMatchObject({ pages: 102, blanks: [] });
  });

  it("leave one blank where a paper would begin on the left", () => {
    const parts = [part("a", "3", 3), part("b", "4", 2), part("c", "6(a)", 1)];
    const plan = planPages({ pages: 3 }, parts, { rightHand: true });
    expect(plan.parts.map(({ from, to }) => [from, to])).toEqual([
      [5, 7],
      [9, 10],
      [11, 11],
    ]);
    expect(plan.blanks).toEqual([4, 8]);
    expect(plan.pages).toBe(11);
  });

  it("keep their numbers when something is added after publication, which comes last", () => {
    const before = planPages({ pages: 4 }, PAPERS, { rightHand: false });
    const after = planPages({ pages: 4 }, [part("late", "3", 3, true), ...PAPERS], { rightHand: false });
    expect(after.parts.slice(0, -1)).toEqual(before.parts);
    expect(after.parts.at(-1)).toMatchObject({ id: "late", from: 103, to: 105 });
    expect(printed(4, [part("late", "3", 3, true), ...PAPERS])["3"]).toBe("5–12");
  });

  it("keep their numbers when a shorter paper takes the place of a longer one", () => {
    const parts = [{ ...part("a", "3", 2), room: 4 }, part("b", "4", 2)];
    const plan = planPages({ pages: 1, room: 2 }, parts, { rightHand: false });
    expect(plan.parts.map(({ from, to }) => [from, to])).toEqual([
      [3, 4],
      [7, 8],
    ]);
    expect(plan.blanks).toEqual([2, 5, 6]);
  });

  it("of an item all of whose papers came later are those", () => {
    expect(printed(4, [...PAPERS, part("late", "1", 1, true)])["1"]).toBe("103");
  });

  it("of the meeting's own papers belong to no item", () => {
    const parts = [part("statement", null, 2), part("minutes", "3", 1)];
    expect(printed(1, parts)).toEqual({ "3": "4" });
  });

  it("are refused for a part that has none", () => {
    expect(() => planPages({ pages: 1 }, [part("a", "3", 0)], { rightHand: false })).toThrow(RangeError);
  });
});
