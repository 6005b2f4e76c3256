import { describe, expect, it } from "vitest";
import { comparedWith, lookedAt, type Seen, sinceLook } from "./since-last-look";

const SEEN: Seen = { a: { says: "1" }, p: { says: "2", file: "f" } };
const LATER: Seen = { a: { says: "1x" }, p: { says: "2", file: "g" }, b: { says: "3" } };
const at = (minutes: number) => new Date(Date.UTC(2016, 9, 3, 8, minutes));

describe("what changed since somebody last looked", () => {
  it("is what is new, what says something else, and what has another file", () => {
    expect([...sinceLook(SEEN, LATER)]).toEqual([
      ["a", "changed"],
      ["p", "new_file"],
      ["b", "new"],
    ]);
    expect(sinceLook(LATER, LATER).size).toBe(0);
    expect([...sinceLook({}, { a: { says: "1", file: null } })]).toEqual([["a", "new"]]);
    expect(sinceLook({ a: { says: "1", file: null } }, { a: { says: "1" } }).size).toBe(0);
  });

  it("is nothing to whoever never looked, stays marked during a visit, and is over with the next", () => {
    expect(comparedWith(null, at(0))).toBeNull();
    const first = lookedAt(null, SEEN, at(0), false);
    expect(comparedWith(first, at(10))).toEqual(SEEN);
    const second = lookedAt(first, LATER, at(20), false);
    expect(comparedWith(second, at(50))).toEqual(SEEN);
    expect(comparedWith(second, at(51))).toEqual(LATER);
    expect(comparedWith(lookedAt(second, LATER, at(51), false), at(52))).toEqual(LATER);
  });

  it("is over at once where its reader says so", () => {
    const first = lookedAt(null, SEEN, at(0), false);
    expect(comparedWith(lookedAt(first, LATER, at(1), true), at(2))).toEqual(LATER);
  });
});
