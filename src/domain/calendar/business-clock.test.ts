import { describe, expect, test } from "vitest";
import { businessNow, DEMONSTRATION_CLOCK, isLocalDateTime, REAL_CLOCK } from "./business-clock";

const real = new Date("2016-06-30T23:15:00Z");

describe("the business clock", () => {
  test("shows London's day and time for the real instant", () => {
    expect(businessNow(REAL_CLOCK, real)).toEqual({ date: "2016-07-01", time: "00:15", instant: real });
  });

  test("of a demonstration stands at 9.00 am on 3 October 2016, whatever the real instant", () => {
    const expected = { date: "2016-10-03", time: "09:00", instant: new Date("2016-10-03T08:00:00Z") };
    expect(businessNow(DEMONSTRATION_CLOCK, real)).toEqual(expected);
    expect(businessNow(DEMONSTRATION_CLOCK, new Date("2030-01-01T00:00:00Z"))).toEqual(expected);
  });

  test("can be moved, in winter time too", () => {
    const moved = { kind: "demonstration", standsAt: "2017-01-11T10:30" } as const;
    expect(businessNow(moved, real)).toEqual({
      date: "2017-01-11",
      time: "10:30",
      instant: new Date("2017-01-11T10:30:00Z"),
    });
  });

  test.each(["2016-10-03", "2016-10-03 09:00", "2016-02-30T09:00", "2016-10-03T09:00Z", "2016-10-03T9:00", ""])(
    "does not stand at “%s”",
    (standsAt) => {
      expect(isLocalDateTime(standsAt)).toBe(false);
      expect(() => businessNow({ kind: "demonstration", standsAt }, real)).toThrow(RangeError);
    },
  );
});
