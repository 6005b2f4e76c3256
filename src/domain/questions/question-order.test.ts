import { expect, test } from "vitest";
import { inOrder, movedPlaces, placedByReceipt } from "./question-order";

const at = (id: string, position: number, day: number | null) => ({
  id,
  position,
  receivedAt: day === null ? null : new Date(Date.UTC(2016, 9, day)),
});
const QUESTIONS = [at("b", 2, 4), at("a", 1, 3), at("c", 3, 6)];

test("they are taken by their places, and where two have one by their receipt", () => {
  expect(inOrder(QUESTIONS).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(inOrder([at("y", 1, 5), at("x", 1, 4)]).map(({ id }) => id)).toEqual(["x", "y"]);
});

test("a new one stands where its receipt puts it, and those after it make room", () => {
  expect(placedByReceipt(QUESTIONS, new Date(Date.UTC(2016, 9, 7)))).toEqual(new Map([["new", 4]]));
  expect(placedByReceipt(QUESTIONS, new Date(Date.UTC(2016, 9, 5)))).toEqual(
    new Map([
      ["new", 3],
      ["c", 4],
    ]),
  );
  expect(placedByReceipt([], new Date(0))).toEqual(new Map([["new", 1]]));
});

test("one moves a place, and at either end it stays", () => {
  expect(movedPlaces(QUESTIONS, "b", "up")).toEqual(
    new Map([
      ["b", 1],
      ["a", 2],
    ]),
  );
  expect([movedPlaces(QUESTIONS, "a", "up").size, movedPlaces(QUESTIONS, "c", "down").size]).toEqual([0, 0]);
  expect(movedPlaces(QUESTIONS, "nobody", "up").size).toBe(0);
});
