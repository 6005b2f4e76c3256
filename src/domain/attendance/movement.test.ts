import { describe, expect, it } from "vitest";
import { awayAt, lateComers, type Movement, movementProblem, movementWords } from "./movement";

const ORDER = ["welcome", "m1", "m2", "m3"];
const noted = (...movements: [string, Movement["kind"], string][]): Movement[] =>
  movements.map(([personId, kind, minuteId]) => ({ personId, kind, minuteId }));
const away = (movements: readonly Movement[]) => ORDER.map((minute) => [...awayAt(minute, ORDER, movements)].join());

describe("comings and goings", () => {
  it("leave everybody in the room where none are noted", () => {
    expect(away([])).toEqual(["", "", "", ""]);
  });

  it("count whoever arrives from the item they arrived at", () => {
    expect(away(noted(["ann", "arrived", "m2"]))).toEqual(["ann", "ann", "", ""]);
  });

  it("say who was not there when it began", () => {
    const movements = noted(["ann", "arrived", "m2"], ["ann", "left", "m3"], ["bob", "left", "m1"]);
    expect(lateComers(movements)).toEqual(["ann"]);
  });

  it("leave out whoever left, from that item until they come back", () => {
    expect(away(noted(["ann", "left", "m1"], ["ann", "returned", "m3"]))).toEqual(["", "ann", "ann", ""]);
    expect(away(noted(["ann", "left", "m2"]))).toEqual(["", "", "ann", "ann"]);
  });

  it("go by the order the items were taken in, whenever they were noted", () => {
    expect(away(noted(["ann", "returned", "m3"], ["ann", "left", "m2"]))).toEqual(["", "", "ann", ""]);
    expect(away(noted(["ann", "left", "m1"], ["ann", "returned", "m1"]))).toEqual(["", "", "", ""]);
  });

  it.each([
    ["returned", null, "Note first when they left."],
    ["returned", "arrived", "Note first when they left."],
    ["left", "left", "They left already, and have not come back."],
    ["arrived", "left", "They were there before: note that they came back."],
    ["left", null, null],
    ["returned", "left", null],
    ["left", "returned", null],
    ["arrived", null, null],
  ] as const)("%s after %s", (kind, last, problem) => {
    expect(movementProblem(kind, last)).toBe(problem);
  });

  it("stand in the minutes in words", () => {
    expect(movementWords({ kind: "left", at: "11:05" })).toBe("left the meeting at 11.05 am");
    expect(movementWords({ kind: "returned", at: null })).toBe("came back");
  });
});
