import { describe, expect, it } from "vitest";
import { ENGLAND_AND_WALES } from "@/domain/calendar/council-calendar";
import { lastMomentToPublish, noticeGiven, publishByOf } from "./meeting-notice";

describe("the hour by which agendas go up", () => {
  const of = (publishBy: string | undefined, convenedOn: string | null = "2016-09-01") => ({
    ...{ date: "2016-10-11", convenedOn },
    body: { publishBy },
  });
  const EVENING = new Date("2016-10-03T16:30:00Z");
  const verdict = (...given: Parameters<typeof of>) => noticeGiven(EVENING, of(...given), ENGLAND_AND_WALES);

  it("makes what goes up later count from the next working day, and changes nothing where there is none", () => {
    expect(verdict(undefined)).toMatchObject({ meets: true, clear: { count: 5 } });
    expect(verdict("18:00")).toMatchObject({ meets: true, clear: { count: 5 } });
    expect(verdict("17:00")).toMatchObject({ meets: false, words: "does not meet the rule of 5 clear days: 4" });
    expect(verdict("17:00").clear.days[0]?.why).toBe("published at 5.30 pm, counts as published on Tuesday 4 October");
  });

  it("is the last moment to publish, where there is one", () => {
    expect(lastMomentToPublish("2016-10-11", ENGLAND_AND_WALES, "17:00")).toEqual({
      date: "2016-10-03",
      time: "17:00",
    });
    expect(lastMomentToPublish("2016-10-11", ENGLAND_AND_WALES, undefined)).toEqual({ date: "2016-10-03" });
  });

  it("is read from a body's rules, where it is an hour", () => {
    expect([{ publishBy: "17:00" }, { publishBy: null }, { publishBy: "five" }, {}, null].map(publishByOf)).toEqual([
      "17:00",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
