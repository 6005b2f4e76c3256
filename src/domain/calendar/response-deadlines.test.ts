import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENGLAND_AND_WALES } from "./council-calendar";
import { addDays, daysBetween } from "./plain-date";
import {
  keyDecisionNotice,
  lastDayBeginningWith,
  lastDayOfTwoMonths,
  lastDayToCallIn,
  type ResponseRule,
  responseClock,
} from "./response-deadlines";

describe("two months beginning with receipt, section 9FE", () => {
  test.each([
    ["2016-06-29", "2016-08-28"], // a Sunday, and not extended
    ["2016-06-16", "2016-08-15"],
    ["2025-12-31", "2026-02-28"],
    ["2023-12-30", "2024-02-29"],
    ["2026-07-31", "2026-09-30"],
    ["2025-12-29", "2026-02-28"],
    ["2023-12-29", "2024-02-28"],
    ["2016-10-01", "2016-11-30"],
    ["2016-11-01", "2016-12-31"],
  ])("received %s: last day %s", (received, last) => expect(lastDayOfTwoMonths(received)).toBe(last));

  test("never skips a month, never ends earlier for a later start, and takes 58 to 61 days after the first", () => {
    const monthNumber = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 36_000 }).map((days) => addDays("1996-01-01", days)),
        (received) => {
          const last = lastDayOfTwoMonths(received);
          expect([1, 2]).toContain(monthNumber(last) - monthNumber(received));
          expect(lastDayOfTwoMonths(addDays(received, 1)) >= last).toBe(true);
          expect(daysBetween(received, last)).toBeGreaterThanOrEqual(58);
          expect(daysBetween(received, last)).toBeLessThanOrEqual(61);
          // The day after is the same day-number, or the first of the month after one that lacks it.
          expect([received.slice(8), "01"]).toContain(addDays(last, 1).slice(8));
        },
      ),
      { seed: 20161011, numRuns: 400 },
    );
  });
});

describe("the clock of an answer", () => {
  test("starts with the later of report and notice", () => {
    const expected = {
      runs: true,
      startsOn: "2016-06-29",
      lastDay: "2016-08-28",
      authority: "Local Government Act 2000, section 9FE",
    };
    const reportLater = { receivedOn: "2016-06-29", noticeReceivedOn: "2016-06-20" };
    const noticeLater = { receivedOn: "2016-06-20", noticeReceivedOn: "2016-06-29" };
    expect(responseClock("executive_two_months", reportLater)).toEqual(expected);
    expect(responseClock("executive_two_months", noticeLater)).toEqual(expected);
  });

  test.each<[ResponseRule, string]>([
    ["executive_two_months", "2016-12-02"],
    ["health_28_days", "2016-10-31"],
    ["crime_and_disorder_28_days", "2016-10-31"],
    ["documents_10_clear_days", "2016-10-13"],
  ])("%s, received on 3 October 2016: %s", (rule, lastDay) => {
    expect(responseClock(rule, { receivedOn: "2016-10-03", noticeReceivedOn: "2016-10-03" })).toMatchObject({
      runs: true,
      startsOn: "2016-10-03",
      lastDay,
    });
  });

  test.each<ResponseRule>(["executive_two_months", "health_28_days", "crime_and_disorder_28_days"])(
    "%s: no notice, no clock; no report, no clock",
    (rule) => {
      expect(responseClock(rule, { receivedOn: "2016-06-29" })).toMatchObject({
        runs: false,
        why: expect.stringMatching(/^No notice, no clock/),
      });
      expect(responseClock(rule, { noticeReceivedOn: "2016-06-29" })).toMatchObject({
        runs: false,
        why: expect.stringMatching(/^No report, no clock/),
      });
    },
  );

  test("documents are asked for without a notice", () => {
    expect(responseClock("documents_10_clear_days", { receivedOn: "2016-10-03" })).toMatchObject({ runs: true });
    expect(responseClock("documents_10_clear_days", {})).toMatchObject({ runs: false });
  });

  test("28 days beginning with a disclosure have it as their first", () => {
    expect(lastDayBeginningWith("2016-10-11", 28)).toBe("2016-11-07");
  });
});

describe("call-in", () => {
  test.each([
    ["2026-04-01", 5, "2026-04-10"],
    ["2016-09-28", 5, "2016-10-05"],
    ["2016-12-23", 5, "2017-01-04"],
  ])("published %s, %i working days: until %s", (published, days, last) => {
    expect(lastDayToCallIn(published, days, ENGLAND_AND_WALES)).toBe(last);
  });

  test("a window of no days is refused", () => {
    expect(() => lastDayToCallIn("2026-04-01", 0, ENGLAND_AND_WALES)).toThrow(RangeError);
  });
});

describe("notice of a key decision on Tuesday 17 March 2026", () => {
  const notice = (publishedOn: string) => keyDecisionNotice(publishedOn, "2026-03-17", ENGLAND_AND_WALES);

  test("published on the last day by either count", () => {
    expect(notice("2026-02-16")).toEqual({
      working: { count: 20, meets: false, lastDayToPublish: "2026-02-04" },
      calendar: { count: 28, meets: true, lastDayToPublish: "2026-02-16" },
      warning:
        "The notice meets the rule of 28 clear days only if every day counts: 28 clear days by the calendar, 20 clear working days",
    });
    expect(notice("2026-02-04")).toEqual({
      working: { count: 28, meets: true, lastDayToPublish: "2026-02-04" },
      calendar: { count: 40, meets: true, lastDayToPublish: "2026-02-16" },
    });
  });

  test("published too late by both", () => {
    expect(notice("2026-02-17").warning).toBe(
      "The notice does not meet the rule of 28 clear days: 27 clear days by the calendar, 19 clear working days",
    );
  });
});
