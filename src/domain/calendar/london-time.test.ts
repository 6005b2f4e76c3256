import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { londonDate, londonInstant, londonTime } from "./london-time";
import { addDays } from "./plain-date";

describe("London time, whatever the zone of the process", () => {
  test.each([
    ["2016-10-03T08:00:00Z", "2016-10-03", "09:00"],
    ["2016-10-02T23:30:59Z", "2016-10-03", "00:30"],
    ["2016-12-31T23:59:59Z", "2016-12-31", "23:59"],
    ["2016-06-30T23:00:00Z", "2016-07-01", "00:00"],
  ])("%s is %s, %s", (instant, date, time) => {
    expect(londonDate(new Date(instant))).toBe(date);
    expect(londonTime(new Date(instant))).toBe(time);
  });

  test.each([
    ["2016-10-11", "10:00", "2016-10-11T09:00:00.000Z"],
    ["2017-01-11", "10:00", "2017-01-11T10:00:00.000Z"],
    ["2016-03-27", "01:30", "2016-03-27T01:30:00.000Z"],
    ["2016-10-30", "01:30", "2016-10-30T00:30:00.000Z"],
  ])("%s, %s is %s", (date, time, instant) => expect(londonInstant(date, time).toISOString()).toBe(instant));

  test("what does not exist is refused", () => {
    expect(() => londonInstant("2016-02-30", "10:00")).toThrow(RangeError);
    expect(() => londonInstant("2016-10-11", "25:00")).toThrow(RangeError);
    expect(() => londonDate(new Date(Number.NaN))).toThrow(RangeError);
  });

  test("there and back again", () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays("1996-01-01", days));
    const officeHour = fc.integer({ min: 3, max: 23 }).map((hour) => `${String(hour).padStart(2, "0")}:15`);
    fc.assert(
      fc.property(day, officeHour, (date, time) => {
        const instant = londonInstant(date, time);
        expect([londonDate(instant), londonTime(instant)]).toEqual([date, time]);
      }),
      { seed: 20161011, numRuns: 200 },
    );
  });
});
