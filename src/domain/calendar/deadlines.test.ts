import { describe, expect, test } from "vitest";
import { ENGLAND_AND_WALES } from "./council-calendar";
import {
  backwardTimetable,
  type DeadlineRule,
  DORSET_2016_DEADLINES,
  deadline,
  deadlineWords,
  isClosed,
} from "./deadlines";

const rule = (offset: number, unit: DeadlineRule["unit"], time?: string): DeadlineRule => ({
  key: "rule",
  label: "Rule",
  offset,
  unit,
  time,
});

describe("Dorset's deadlines for Tuesday 11 October 2016", () => {
  const closing = DORSET_2016_DEADLINES.map((each) => deadline(each, "2016-10-11", ENGLAND_AND_WALES));

  test("questions close at 10.00 am on Thursday 6 October, statements at noon on Monday 10 October", () => {
    expect(closing.map((due) => [due.label, deadlineWords(due)])).toEqual([
      ["Questions from the public", "10.00 am on Thursday 6 October 2016"],
      ["Questions from councillors", "10.00 am on Thursday 6 October 2016"],
      ["Statements from the public", "noon on Monday 10 October 2016"],
    ]);
  });

  test("a question that comes at 10.00 am is in time, one a minute later is not", () => {
    const questions = closing[0] as (typeof closing)[number];
    expect(isClosed(questions, { date: "2016-10-06", time: "10:00" })).toBe(false);
    expect(isClosed(questions, { date: "2016-10-06", time: "10:01" })).toBe(true);
  });
});

describe("counting back", () => {
  test.each([
    ["2016-10-11", rule(2, "working_day"), "2016-10-07"],
    ["2016-10-11", rule(2, "calendar_day"), "2016-10-09"],
    ["2016-10-11", rule(0, "working_day"), "2016-10-11"],
    ["2016-10-11", rule(0, "calendar_day"), "2016-10-11"],
    ["2026-04-09", rule(3, "working_day"), "2026-04-02"],
    ["2017-03-20", rule(1, "working_day"), "2017-03-17"],
    ["2017-03-20", rule(1, "calendar_day"), "2017-03-19"],
  ])("from %s, %j: %s", (meetingOn, each, date) => {
    expect(deadline(each, meetingOn, ENGLAND_AND_WALES)).toEqual({ key: "rule", label: "Rule", date });
  });

  test("an offset after the meeting, half a day or a malformed time is refused", () => {
    expect(() => deadline(rule(-1, "working_day"), "2016-10-11", ENGLAND_AND_WALES)).toThrow(RangeError);
    expect(() => deadline(rule(1.5, "working_day"), "2016-10-11", ENGLAND_AND_WALES)).toThrow(RangeError);
    expect(() => deadline(rule(1, "working_day", "10am"), "2016-10-11", ENGLAND_AND_WALES)).toThrow(RangeError);
  });

  test("a timetable runs in order of time, whole days last", () => {
    const steps: DeadlineRule[] = [
      { key: "publication", label: "Agenda published", offset: 6, unit: "working_day" },
      { key: "statements", label: "Statements", offset: 1, unit: "calendar_day", time: "12:00" },
      { key: "callover", label: "Callover", offset: 10, unit: "working_day", time: "14:00" },
      { key: "papers", label: "Papers due", offset: 6, unit: "working_day", time: "12:00" },
    ];
    expect(backwardTimetable(steps, "2016-10-11", ENGLAND_AND_WALES)).toEqual([
      { key: "callover", label: "Callover", date: "2016-09-27", time: "14:00" },
      { key: "papers", label: "Papers due", date: "2016-10-03", time: "12:00" },
      { key: "publication", label: "Agenda published", date: "2016-10-03" },
      { key: "statements", label: "Statements", date: "2016-10-10", time: "12:00" },
    ]);
  });

  test("a deadline without a time is its day alone", () => {
    expect(deadlineWords({ date: "2016-10-03" }, "left_out")).toBe("Monday 3 October");
  });
});
