import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  type CouncilCalendar,
  dayOff,
  ENGLAND_AND_WALES,
  isWorkingDay,
  nextWorkingDay,
} from "./council-calendar";
import { addDays } from "./plain-date";

const mourning = { date: "2016-10-05", name: "Day of mourning", kind: "mourning" } as const;
const closure = { date: "2016-10-05", name: "County Hall closed", kind: "closure" } as const;
const changed: CouncilCalendar = { additions: [closure, mourning], removals: ["2016-08-29"] };

describe("a council's calendar", () => {
  test("knows the bank holidays by name", () => {
    expect(dayOff("2026-04-03", ENGLAND_AND_WALES)).toEqual({
      date: "2026-04-03",
      name: "Good Friday",
      kind: "bank_holiday",
    });
    expect(dayOff("2026-04-02", ENGLAND_AND_WALES)).toBeUndefined();
  });

  test("adds days, of which mourning outranks a closure, and takes a moved holiday away", () => {
    expect(dayOff("2016-10-05", changed)).toEqual(mourning);
    expect(isWorkingDay("2016-10-05", changed)).toBe(false);
    expect(isWorkingDay("2016-08-29", ENGLAND_AND_WALES)).toBe(false);
    expect(isWorkingDay("2016-08-29", changed)).toBe(true);
  });
});

describe("counting working days", () => {
  test.each([
    ["2016-09-30", 2, "2016-10-04"],
    ["2016-10-11", -3, "2016-10-06"],
    ["2026-04-01", 5, "2026-04-10"],
    ["2026-04-02", 1, "2026-04-07"],
    ["2016-10-08", 0, "2016-10-08"],
    ["2016-10-08", -1, "2016-10-07"],
  ])("%s and %i is %s", (date, n, expected) => expect(addWorkingDays(date, n, ENGLAND_AND_WALES)).toBe(expected));

  test("half a day is refused", () =>
    expect(() => addWorkingDays("2016-10-11", 0.5, ENGLAND_AND_WALES)).toThrow(RangeError));

  test("as many back as forth return to a working day", () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays("1996-01-01", days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (date, n) => {
        const start = nextWorkingDay(date, changed);
        const end = addWorkingDays(start, n, changed);
        expect(isWorkingDay(end, changed)).toBe(true);
        expect(addWorkingDays(end, -n, changed)).toBe(start);
      }),
      { seed: 20161011, numRuns: 100 },
    );
  });
});
