import { describe, expect, it } from "vitest";
import { lastPosition, mayStandUnder, moved, type Ordered } from "./agenda-order";

const item = (id: string, position: number, parentId: string | null = null): Ordered => ({ id, position, parentId });
const AGENDA = [item("a", 1), item("b", 5), item("c", 5), item("b1", 1, "b"), item("b1x", 1, "b1")];

describe("the order of an agenda", () => {
  it("moves an item past the one beside it, and counts anew those that stood in one place", () => {
    expect([...moved(AGENDA, "c", "up")]).toEqual([
      ["c", 2],
      ["b", 3],
    ]);
    expect([...moved(AGENDA, "a", "down")]).toEqual([
      ["b", 1],
      ["a", 2],
      ["c", 3],
    ]);
  });

  it("leaves the first and the last where they are, and what is not there", () => {
    expect(moved(AGENDA, "a", "up").size).toBe(0);
    expect(moved(AGENDA, "c", "down").size).toBe(0);
    expect(moved(AGENDA, "b1", "up").size).toBe(0);
    expect(moved(AGENDA, "z", "up").size).toBe(0);
  });

  it("puts what is new after the last", () => {
    expect(lastPosition(AGENDA, null)).toBe(6);
    expect(lastPosition(AGENDA, "b")).toBe(2);
    expect(lastPosition(AGENDA, "a")).toBe(1);
  });

  it("lets nothing stand under itself, under what is its own, or deeper than the third level", () => {
    expect(mayStandUnder(AGENDA, "b", "b")).toBe(false);
    expect(mayStandUnder(AGENDA, "b", "b1x")).toBe(false);
    expect(mayStandUnder(AGENDA, "b", "a")).toBe(false);
    expect(mayStandUnder(AGENDA, "b1", "a")).toBe(true);
    expect(mayStandUnder(AGENDA, null, "b1")).toBe(true);
    expect(mayStandUnder(AGENDA, null, "b1x")).toBe(false);
  });
});
