import { describe, expect, it } from "vitest";
import { type PlacedPaper, partsOfPack } from "./pack-parts";

const PUBLISHED = new Date("2016-09-30T09:00:00Z");
const LATER = new Date("2016-10-03T09:00:00Z");
const paper = (id: string, facts: Partial<PlacedPaper> = {}): PlacedPaper => ({
  id,
  itemId: "3",
  pages: 4,
  openSince: PUBLISHED,
  replacesId: null,
  had: null,
  standing: "here",
  ...facts,
});
const made = (...papers: PlacedPaper[]) =>
  partsOfPack(papers, PUBLISHED).map(({ id, pages, room, isLate, shows }) =>
    [id, shows, `${pages}${room ? ` of ${room}` : ""}`, ...(isLate ? ["late"] : [])].join(" "),
  );

describe("what a pack is made of", () => {
  it("is every paper that has pages, in the order of the agenda", () => {
    expect(made(paper("a"), paper("to follow", { pages: null }), paper("b", { openSince: LATER }))).toEqual([
      "a paper 4",
      "b paper 4 late",
    ]);
  });

  const old = paper("old", { standing: "replaced", had: { from: 5, to: 8 } });

  it("puts a corrected paper where the first stood when it is no longer", () => {
    const corrected = paper("new", { replacesId: "old", pages: 3, openSince: LATER });
    expect(made(old, corrected, paper("b"))).toEqual(["new paper 3 of 4", "b paper 4"]);
  });

  it("puts a longer one at the end, and says so where the first stood", () => {
    const longer = paper("new", { replacesId: "old", pages: 5, openSince: LATER });
    expect(made(old, longer, paper("b"))).toEqual(["old replaced 4", "b paper 4", "new paper 5 late"]);
  });

  it("knows the place of what was corrected twice", () => {
    const first = paper("first", { standing: "replaced", replacesId: "old", had: { from: 5, to: 7 } });
    const second = paper("second", { replacesId: "first", pages: 4, openSince: LATER });
    expect(made(old, first, second)).toEqual(["second paper 4 of 4"]);
  });

  it("keeps the pages of what was taken down, and nothing for what had none", () => {
    const down = { standing: "taken down", pages: null } as const;
    expect(made(paper("a", { ...down, had: { from: 5, to: 6 } }), paper("b", down), paper("c"))).toEqual([
      "a taken down 2",
      "c paper 4",
    ]);
  });

  it("keeps the pages of what was replaced by something that was taken down", () => {
    const down = paper("new", { standing: "taken down", replacesId: "old", pages: null });
    expect(made(old, down)).toEqual(["old taken down 4"]);
  });
});
