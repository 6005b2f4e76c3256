import { describe, expect, it } from "vitest";
import { type Direction, lastPosition, mayStandUnder, type Ordered, placed, placeToward } from "./agenda-order";

const item = (id: string, position: number, parentId: string | null = null): Ordered => ({ id, position, parentId });
const AGENDA = [item("a", 1), item("b", 5), item("c", 5), item("b1", 1, "b"), item("b1x", 1, "b1")];

describe("the order of an agenda", () => {
  const toward = (id: string, direction: Direction) => {
    const place = placeToward(AGENDA, id, direction);
    return (
      place && [...(placed(AGENDA, id, place) ?? [])].map(([key, { parentId, position }]) => [key, parentId, position])
    );
  };

  it("moves an item past the one beside it, and counts anew those that stood in one place", () => {
    expect(toward("c", "up")).toEqual([
      ["c", null, 2],
      ["b", null, 3],
    ]);
    expect(toward("a", "down")).toEqual([
      ["b", null, 1],
      ["a", null, 2],
      ["c", null, 3],
    ]);
  });

  it("moves an item in under the one before it, and out after the one it stands under", () => {
    expect(toward("c", "in")).toEqual([["c", "b", 2]]);
    expect(toward("b1", "out")).toEqual([
      ["b", null, 2],
      ["b1", null, 3],
      ["c", null, 4],
    ]);
    expect(toward("b1x", "out")).toEqual([["b1x", "b", 2]]);
  });

  it("has no place before the first, after the last, beyond the top, too deep, or for what is not there", () => {
    expect([toward("a", "up"), toward("c", "down"), toward("a", "in"), toward("a", "out")]).toEqual(
      Array(4).fill(null),
    );
    // With what stands under it, b would reach the fourth level.
    expect([toward("b", "in"), toward("b1", "up"), toward("z", "up")]).toEqual(Array(3).fill(null));
  });

  it("puts an item anywhere, and nothing changes where it stands there already", () => {
    const at = (id: string, parentId: string | null, beforeId: string | null) =>
      placed(AGENDA, id, { parentId, beforeId });
    expect([...(at("c", "b", "b1") ?? [])]).toEqual([
      ["c", { parentId: "b", position: 1 }],
      ["b1", { parentId: "b", position: 2 }],
    ]);
    expect(at("b", null, "c")?.size).toBe(0);
    expect(at("c", null, null)?.size).toBe(0);
    for (const [id, parentId, beforeId] of [
      ["b", "b1", null],
      ["b", "a", null],
      ["a", null, "a"],
      ["a", null, "b1"],
      ["a", "z", null],
      ["z", null, null],
    ] as const)
      expect(at(id, parentId, beforeId)).toBeNull();
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
