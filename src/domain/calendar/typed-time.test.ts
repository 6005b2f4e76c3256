import { expect, it } from "vitest";
import { typedTime } from "./typed-time";

it("a time is read as people write it, and nothing else is one", () => {
  expect(["9.30", "9:30", "09:30", "23:59"].map(typedTime)).toEqual(["09:30", "09:30", "09:30", "23:59"]);
  expect(["", "24:00", "9", "9.60", "9.30 am"].map(typedTime)).toEqual([null, null, null, null, null]);
});
