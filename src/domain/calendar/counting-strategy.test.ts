import { describe, expect, test } from "vitest";
import { type CouncilCalendar, ENGLAND_AND_WALES } from "./council-calendar";
import { uncounted } from "./counting-strategy";
import { addDays } from "./plain-date";

const calendar: CouncilCalendar = {
  additions: [
    { date: "2016-10-05", name: "Day of mourning", kind: "mourning" },
    { date: "2016-10-06", name: "County Hall closed", kind: "closure" },
  ],
};

describe("which days count", () => {
  test.each([
    ["working", "2016-10-04", undefined],
    ["working", "2016-10-01", "weekend"],
    ["working", "2016-10-02", "weekend"],
    ["working", "2016-10-05", "Day of mourning"],
    ["working", "2016-10-06", "County Hall closed"],
    ["working", "2026-04-03", "Good Friday"],
    ["working", "2015-12-24", undefined],
    ["calendar", "2016-10-02", undefined],
    ["calendar", "2026-04-03", undefined],
    ["s243", "2016-10-01", undefined],
    ["s243", "2016-10-02", "Sunday"],
    ["s243", "2016-10-05", "Day of mourning"],
    ["s243", "2016-10-06", undefined],
    ["s243", "2016-08-29", "Summer bank holiday"],
  ] as const)("%s, %s: %s", (strategy, date, name) => expect(uncounted(date, strategy, calendar)?.name).toBe(name));

  const skipped = (from: string, days: number) =>
    Array.from({ length: days }, (_, n) => addDays(from, n)).filter((day) => uncounted(day, "s243", ENGLAND_AND_WALES));

  test("section 243: the Easter break runs from Maundy Thursday to the Tuesday after", () => {
    expect(skipped("2026-03-30", 12)).toEqual([
      "2026-04-02",
      "2026-04-03",
      "2026-04-04",
      "2026-04-05",
      "2026-04-06",
      "2026-04-07",
    ]);
  });

  test.each([
    [
      "Christmas Day on a Thursday",
      "2025-12-22",
      ["2025-12-24", "2025-12-25", "2025-12-26", "2025-12-27", "2025-12-28"],
    ],
    ["Christmas Day on a Monday", "2023-12-21", ["2023-12-23", "2023-12-24", "2023-12-25", "2023-12-26", "2023-12-27"]],
    [
      "Christmas Day on a Friday",
      "2026-12-22",
      ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29"],
    ],
  ])("section 243: the Christmas break, %s", (_, from, expected) => expect(skipped(from, 9)).toEqual(expected));
});
