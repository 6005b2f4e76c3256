import { describe, expect, it } from "vitest";
import { ENGLAND_AND_WALES } from "@/domain/calendar/council-calendar";
import { DORSET_2016_DEADLINES, deadlinesForPublic, deadlineWords } from "@/domain/calendar/deadlines";
import { meetingTimetable } from "./timetable";

describe("the timetable of the meeting of Tuesday 11 October 2016", () => {
  const lines = meetingTimetable(DORSET_2016_DEADLINES, "2016-10-11", ENGLAND_AND_WALES);

  it("says what is to be done by when, earliest first", () => {
    expect(lines.map((line) => `${line.label}: ${deadlineWords(line, "left_out")}`)).toEqual([
      "Last day to convene the meeting: Monday 3 October",
      "Last day to publish the agenda, by midnight: Monday 3 October",
      "Questions from the public: 10.00 am on Thursday 6 October",
      "Questions from councillors: 10.00 am on Thursday 6 October",
      "Statements from the public: noon on Monday 10 October",
    ]);
  });

  it("has what the office alone keeps too, which the public is not told of", () => {
    const rules = [
      ...DORSET_2016_DEADLINES,
      { key: "reports", label: "Reports", offset: 12, unit: "working_day", time: "12:00", for: "office" } as const,
    ];
    const [first] = meetingTimetable(rules, "2016-10-11", ENGLAND_AND_WALES);
    expect(first && `${first.label}: ${deadlineWords(first, "left_out")}`).toBe("Reports: noon on Friday 23 September");
    expect(deadlinesForPublic(rules)).toEqual(DORSET_2016_DEADLINES);
    expect(deadlinesForPublic(null)).toEqual([]);
  });

  it("gives the hour where the body sets one, before what falls later that day", () => {
    const withHour = meetingTimetable(DORSET_2016_DEADLINES, "2016-10-11", ENGLAND_AND_WALES, "17:00");
    expect(withHour.slice(0, 2).map((line) => `${line.label}: ${deadlineWords(line, "left_out")}`)).toEqual([
      "Last day and hour to publish the agenda: 5.00 pm on Monday 3 October",
      "Last day to convene the meeting: Monday 3 October",
    ]);
    expect(withHour[0]?.authority).toMatch(/after 5\.00 pm counts from the next working day/);
  });

  it("shows which days were counted, which were not, and why", () => {
    const workingOf = (key: string) =>
      lines.find((line) => line.key === key)?.days.map(({ date, why }) => `${date.slice(8)} ${why}`);
    expect(workingOf("publication")).toEqual([
      "03 published, not counted",
      "04 clear day 1",
      "05 clear day 2",
      "06 clear day 3",
      "07 clear day 4",
      "08 weekend, not counted",
      "09 weekend, not counted",
      "10 clear day 5",
      "11 the meeting, not counted",
    ]);
    expect(workingOf("public_questions")).toEqual([
      "06 working day 3 before the meeting",
      "07 working day 2 before the meeting",
      "08 weekend, not counted",
      "09 weekend, not counted",
      "10 working day 1 before the meeting",
      "11 the meeting, not counted",
    ]);
    expect(workingOf("public_statements")).toEqual(["10 day 1 before the meeting", "11 the meeting, not counted"]);
  });

  it("names the day of the council's own that it leaves out", () => {
    const additions = [{ date: "2016-10-07", name: "Offices closed", kind: "closure" as const }];
    const [publication] = meetingTimetable([], "2016-10-11", { additions });
    expect(publication?.date).toBe("2016-09-30");
    expect(publication?.days.map(({ why }) => why)).toContain("Offices closed, not counted");
  });
});
