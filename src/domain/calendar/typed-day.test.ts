import { expect, it } from "vitest";
import { typedDay } from "./typed-day";

const said = (boxes: Record<string, string>) => typedDay("on", (box) => boxes[box] ?? "");

it("a day is read from its three boxes, whether or not there is such a day", () => {
  expect(said({ "on-day": " 3 ", "on-month": "10", "on-year": "2016" })).toBe("2016-10-03");
  expect(said({ "on-day": "31", "on-month": "2", "on-year": "2016" })).toBe("2016-02-31");
  expect(said({ "on-day": "3" })).toBe("0000-00-03");
  expect(said({ "on-day": " " })).toBeNull();
});
