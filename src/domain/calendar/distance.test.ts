import { describe, expect, test } from "vitest";
import { distance } from "./distance";

const today = "2016-10-03";

describe("seen from Monday 3 October 2016", () => {
  test.each([
    ["2017-03-31", 179, "ahead", "179 days left"],
    ["2016-10-07", 4, "ahead", "4 days left"],
    ["2016-10-06", 3, "soon", "3 days left"],
    ["2016-10-04", 1, "soon", "1 day left"],
    ["2016-10-03", 0, "today", "today"],
    ["2016-10-02", -1, "late", "1 day overdue"],
    ["2016-08-19", -45, "late", "45 days overdue"],
  ])("%s: %i, %s, “%s”", (due, days, state, words) => expect(distance(due, today)).toEqual({ days, state, words }));

  test("the word for what is past can be the plainer one", () => {
    expect(distance("2016-08-19", today, "late").words).toBe("45 days late");
  });

  test("an hour of today can be past", () => {
    const due = { date: today, time: "10:00" };
    expect(distance(due, { date: today, time: "10:00" }).state).toBe("today");
    expect(distance(due, { date: today, time: "10:01" })).toEqual({
      days: 0,
      state: "late",
      words: "time passed today",
    });
    expect(distance(due, today).state).toBe("today");
  });
});
