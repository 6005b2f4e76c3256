import { describe, expect, it } from "vitest";
import { DORSET_2016_DEADLINES } from "@/domain/calendar/deadlines";
import { kindsForPublic, lateness, openUntil, questionDeadline } from "./question-deadline";

const CALENDAR = { additions: [] };
const due = (kind: Parameters<typeof questionDeadline>[0]) =>
  questionDeadline(kind, DORSET_2016_DEADLINES, "2016-10-11", CALENDAR);

describe("the deadline of a kind", () => {
  it("is the body’s: questions on 6 October at 10.00 am, statements on 10 October at noon", () => {
    expect(due("public_question")).toMatchObject({ date: "2016-10-06", time: "10:00" });
    expect(due("councillor_question")).toMatchObject({ date: "2016-10-06", time: "10:00" });
    expect(due("public_statement")).toMatchObject({ date: "2016-10-10", time: "12:00" });
  });

  it("is none where the standing orders set none", () => {
    expect(due("petition")).toBeNull();
    expect(questionDeadline("petition", null, "2016-10-11", CALENDAR)).toBeNull();
  });

  it("says what the public may send in", () => {
    expect(kindsForPublic(DORSET_2016_DEADLINES)).toEqual(["public_question", "public_statement"]);
    expect(kindsForPublic({})).toEqual([]);
  });

  it("is said in words", () => {
    const [open, closed] = [
      { date: "2016-10-06", time: "10:00" },
      { date: "2016-10-06", time: "10:01" },
    ].map((now) => openUntil({ date: "2016-10-06", time: "10:00" }, now));
    expect(open).toBe("until 10.00 am on Thursday 6 October 2016");
    expect(closed).toBe("closed at 10.00 am on Thursday 6 October 2016");
  });
});

describe("how late something is", () => {
  const ten = { date: "2016-10-06", time: "10:00" };
  it.each([
    ["2016-10-06", "10:00", null],
    ["2016-10-06", "10:01", "1 minute late"],
    ["2016-10-06", "10:16", "16 minutes late"],
    ["2016-10-06", "12:15", "2 hours late"],
    ["2016-10-07", "09:00", "23 hours late"],
    ["2016-10-07", "10:00", "1 day late"],
    ["2016-10-10", "09:00", "3 days late"],
  ])("received %s %s: %s", (date, time, words) => {
    expect(lateness(ten, { date, time })).toBe(words);
  });
  it("counts days where no hour is set, and nothing where nothing is", () => {
    expect(lateness({ date: "2016-10-06" }, { date: "2016-10-06", time: "23:59" })).toBeNull();
    expect(lateness({ date: "2016-10-06" }, { date: "2016-10-08", time: "00:01" })).toBe("2 days late");
    expect(lateness(null, ten)).toBeNull();
  });
});
