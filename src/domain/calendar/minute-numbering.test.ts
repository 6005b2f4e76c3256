import { describe, expect, test } from "vitest";
import {
  formatMinuteNumber,
  type HeadingNumbering,
  type NumberedMinute,
  type NumberingPolicy,
  nextMinuteNumber,
  numberHeadings,
  patternProblem,
} from "./minute-numbering";

const dorset: NumberingPolicy = { scope: "calendar_year", pattern: "{n}" };
const june = { meetingId: "june", meetingOn: "2016-06-16" };
const october = { meetingId: "october", meetingOn: "2016-10-11" };
const january = { meetingId: "january", meetingOn: "2017-01-11" };
const numbers = (meeting: typeof june, from: number, to: number): NumberedMinute[] =>
  Array.from({ length: to - from + 1 }, (_, n) => ({ ...meeting, number: from + n }));
const many = (count: number): HeadingNumbering[] => Array.from({ length: count }, () => "numbered");

describe("Dorset's minutes in 2016", () => {
  test("June: an unnumbered welcome, then 1 to 11, minute 3 under two headings", () => {
    const headings: HeadingNumbering[] = ["unnumbered", ...many(3), "with_previous", ...many(8)];
    expect(numberHeadings(dorset, june, headings, []).map(({ label }) => label ?? "")).toEqual([
      "",
      "1",
      "2",
      "3",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "11",
    ]);
  });

  test("October runs on from 12, and the hate-crime item, sixth to be minuted, is 17", () => {
    const inOctober = numberHeadings(dorset, october, many(8), numbers(june, 1, 11));
    expect(inOctober.map(({ number }) => number)).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
  });

  test("January begins again at 1", () => {
    const given = [...numbers(june, 1, 11), ...numbers(october, 12, 22)];
    expect(nextMinuteNumber(dorset, january, given)).toBe(1);
  });
});

describe("how far numbers run on", () => {
  const given = [...numbers(june, 1, 11), ...numbers(october, 12, 22)];
  const annualMeetings = ["2016-05-12", "2017-05-25"];

  test.each([
    ["calendar_year", january, 1],
    ["municipal_year", january, 23],
    ["municipal_year", { meetingId: "next", meetingOn: "2017-06-26" }, 1],
    ["running", { meetingId: "next", meetingOn: "2017-06-26" }, 23],
    ["meeting", january, 1],
    ["meeting", october, 23],
  ] as const)("%s, at %j: %i", (scope, meeting, expected) => {
    expect(nextMinuteNumber({ scope, pattern: "{n}" }, meeting, given, annualMeetings)).toBe(expected);
  });

  test("a second meeting on one day has numbers of its own when they go by meeting", () => {
    const second = { meetingId: "october-2", meetingOn: "2016-10-11" };
    expect(nextMinuteNumber({ scope: "meeting", pattern: "{n}" }, second, given)).toBe(1);
  });

  test("minutes written up late never take a number that was given", () => {
    const september = { meetingId: "september", meetingOn: "2016-09-01" };
    expect(nextMinuteNumber(dorset, september, given)).toBe(23);
  });

  test("a running sequence begins where the paper one stopped", () => {
    const colchester: NumberingPolicy = { scope: "running", pattern: "{n}", startAt: 334 };
    expect(nextMinuteNumber(colchester, june, [])).toBe(334);
    expect(nextMinuteNumber(colchester, october, numbers(june, 334, 340))).toBe(341);
  });

  test("a draft can be numbered again", () => {
    const again = numberHeadings(dorset, october, many(2), given);
    expect(again.map(({ number }) => number)).toEqual([12, 13]);
  });

  test("the first heading has nothing to share", () => {
    expect(() => numberHeadings(dorset, june, ["unnumbered", "with_previous"], [])).toThrow(RangeError);
  });
});

describe("the pattern", () => {
  test.each([
    ["{n}", 9, 2016, "9"],
    ["{n}/{yy}", 12, 2018, "12/18"],
    ["SR ({yy}/{yy+1}) {nn}", 1, 2025, "SR (25/26) 01"],
    ["{nnn}/{yyyy}", 7, 2016, "007/2016"],
    ["{yyyy}/{yyyy+1}/{nn}", 123, 1999, "1999/2000/123"],
    ["{yy}/{yy+1}-{n}", 1, 1999, "99/00-1"],
  ])("%s, %i, %i: %s", (pattern, number, year, printed) => {
    expect(formatMinuteNumber(pattern, number, year)).toBe(printed);
  });

  test("carries the year in which the municipal year began", () => {
    const york: NumberingPolicy = { scope: "municipal_year", pattern: "SR ({yy}/{yy+1}) {nn}" };
    expect(numberHeadings(york, january, ["numbered"], [], ["2016-05-26"])).toEqual([
      { number: 1, label: "SR (16/17) 01" },
    ]);
  });

  test.each([
    ["{yy}", "once"],
    ["{n}/{nn}", "once"],
    ["{n}/{year}", "“{year}” means nothing here"],
  ])("%s cannot be used", (pattern, reason) => {
    expect(patternProblem(pattern)).toContain(reason);
    expect(() => formatMinuteNumber(pattern, 1, 2016)).toThrow(RangeError);
  });
});
