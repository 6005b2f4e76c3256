import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  formatDate,
  formatFullDate,
  formatMarginDate,
  isPlainDate,
  isWeekend,
  laterOf,
  parsePlainDate,
  plainDate,
  weekdayName,
} from "./plain-date";

const runs = { seed: 20161011, numRuns: 200 };
const someDay = fc.integer({ min: 0, max: 38_000 }).map((days) => addDays("1996-01-01", days));

describe("a plain date", () => {
  test.each(["2016-10-11", "2024-02-29", "1995-01-01"])("%s is one", (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(parsePlainDate(text)).toBe(text);
  });

  test.each(["", "2016-10-1", "11/10/2016", "20161011", "2016-02-30", "2023-02-29", "2016-13-01", "2016-10-11T10:00"])(
    "“%s” is not one",
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => parsePlainDate(text)).toThrow(RangeError);
    },
  );

  test("is made of numbers, and only for a day that exists", () => {
    expect(plainDate(2016, 10, 3)).toBe("2016-10-03");
    expect(() => plainDate(2016, 2, 30)).toThrow(RangeError);
  });

  test("is compared, counted and named", () => {
    expect(compareDates("2016-10-03", "2016-10-11")).toBe(-1);
    expect(compareDates("2016-10-11", "2016-10-03")).toBe(1);
    expect(compareDates("2016-10-11", "2016-10-11")).toBe(0);
    expect(laterOf("2016-10-11", "2016-10-03")).toBe("2016-10-11");
    expect(addDays("2016-09-30", 11)).toBe("2016-10-11");
    expect(addMonths("2016-04-06", 6)).toBe("2016-10-06");
    expect(addMonths("2016-08-31", 6)).toBe("2017-02-28");
    expect(daysBetween("2016-10-11", "2016-09-30")).toBe(-11);
    expect(weekdayName("2016-10-11")).toBe("Tuesday");
    expect(isWeekend("2016-10-08")).toBe(true);
    expect(isWeekend("2016-10-10")).toBe(false);
  });

  test("adding days and counting them undo each other", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(compareDates(addDays(day, n), day)).toBe(Math.sign(n));
      }),
      runs,
    );
  });
});

describe("the house style", () => {
  test.each([
    [formatFullDate("2016-10-11"), "Tuesday 11 October 2016"],
    [formatFullDate("2016-10-11", "left_out"), "Tuesday 11 October"],
    [formatDate("2016-10-11"), "11 October 2016"],
    [formatDate("2016-10-03", "left_out"), "3 October"],
    [formatMarginDate("2016-10-11"), "Tue 11 Oct"],
    [formatMarginDate("2016-10-03", "shown"), "Mon 3 Oct 2016"],
    [formatMarginDate("2016-09-30"), "Fri 30 Sep"],
  ])("%s", (printed, expected) => expect(printed).toBe(expected));

  test("leaves the year out only in the year of the day it is read", () => {
    expect(formatMarginDate("2016-10-11", { leftOutIn: "2016-10-03" })).toBe("Tue 11 Oct");
    expect(formatMarginDate("2017-01-11", { leftOutIn: "2016-10-03" })).toBe("Wed 11 Jan 2017");
  });
});
