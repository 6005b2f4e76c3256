import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clearDaySentence, clearDays, countsAsPublishedOn, lastDayToPublish } from "./clear-days";
import { type AddedDay, addWorkingDays, ENGLAND_AND_WALES, isWorkingDay, nextWorkingDay } from "./council-calendar";
import { uncounted } from "./counting-strategy";
import { addDays } from "./plain-date";

const working = { strategy: "working", calendar: ENGLAND_AND_WALES } as const;

describe("the meeting of Tuesday 11 October 2016", () => {
  test.each([
    ["the agenda, published Fri 30 Sep", "2016-09-30", 6],
    ["on the last day, Mon 3 Oct", "2016-10-03", 5],
    ["a report put up on Tue 4 Oct", "2016-10-04", 4],
    ["a report put up at the weekend", "2016-10-01", 6],
    ["on the eve", "2016-10-10", 0],
    ["on the day", "2016-10-11", 0],
    ["after it", "2016-10-12", 0],
  ])("%s", (_, published, count) => expect(clearDays(published, "2016-10-11", working).count).toBe(count));

  test("the working is shown for every day", () => {
    expect(clearDays("2016-09-30", "2016-10-11", working).days.map(clearDaySentence)).toEqual([
      "Friday 30 September: published, not counted",
      "Saturday 1 October: weekend, not counted",
      "Sunday 2 October: weekend, not counted",
      "Monday 3 October: clear day 1",
      "Tuesday 4 October: clear day 2",
      "Wednesday 5 October: clear day 3",
      "Thursday 6 October: clear day 4",
      "Friday 7 October: clear day 5",
      "Saturday 8 October: weekend, not counted",
      "Sunday 9 October: weekend, not counted",
      "Monday 10 October: clear day 6",
      "Tuesday 11 October: the meeting, not counted",
    ]);
  });

  test("a day carries its number only when it counted", () => {
    const { days } = clearDays("2016-10-07", "2016-10-11", working);
    expect(days[0]).toEqual({ date: "2016-10-07", kind: "published", counted: false, why: "published, not counted" });
    expect(days[3]).toEqual({ date: "2016-10-10", kind: "clear_day", counted: true, number: 1, why: "clear day 1" });
  });

  test("published on the day itself, or too late, there is little to show", () => {
    expect(clearDays("2016-10-11", "2016-10-11", working).days.map(({ why }) => why)).toEqual([
      "published on the day of the meeting, not counted",
    ]);
    expect(clearDays("2016-10-12", "2016-10-11", working).days).toEqual([]);
  });

  test("a day that the council adds is not counted, by its name", () => {
    const closed: AddedDay = { date: "2016-10-05", name: "County Hall closed", kind: "closure" };
    const { count, days } = clearDays("2016-09-30", "2016-10-11", { calendar: { additions: [closed] } });
    expect(count).toBe(5);
    expect(days[5]?.why).toBe("County Hall closed, not counted");
  });

  test("by the calendar, and by section 243", () => {
    expect(clearDays("2016-09-30", "2016-10-11", { ...working, strategy: "calendar" }).count).toBe(10);
    expect(clearDays("2016-09-30", "2016-10-11", { ...working, strategy: "s243" }).count).toBe(8);
  });
});

describe("the last day to publish with five clear days", () => {
  test.each([
    ["2016-10-11", "2016-10-03"],
    ["2026-04-09", "2026-03-30"],
    ["2026-01-06", "2025-12-24"],
    ["2026-05-06", "2026-04-27"],
    ["2026-06-02", "2026-05-22"],
    ["2027-01-05", "2026-12-23"],
  ])("meeting %s: %s", (meetingOn, last) => expect(lastDayToPublish(meetingOn, undefined, working)).toBe(last));

  test("an Easter forgotten: Wed 17 Apr for Thu 25 Apr 2019 has three", () => {
    const { count, days } = clearDays("2019-04-17", "2019-04-25", working);
    expect(count).toBe(3);
    expect(days.map(clearDaySentence)).toContain("Friday 19 April: Good Friday, not counted");
  });

  test("28 clear calendar days before Tue 17 Mar 2026", () => {
    expect(lastDayToPublish("2026-03-17", 28, { ...working, strategy: "calendar" })).toBe("2026-02-16");
  });

  test.each([0, -1, 2.5])("%d clear days cannot be asked for", (needed) => {
    expect(() => lastDayToPublish("2016-10-11", needed, working)).toThrow(RangeError);
  });
});

describe("a cut-off at 5.00 pm", () => {
  const cutOff = "17:00";
  const takenAs = (date: string, time?: string) => countsAsPublishedOn({ date, time }, ENGLAND_AND_WALES, cutOff);

  test.each([
    ["2016-09-30", "16:59", "2016-09-30"],
    ["2016-09-30", "17:00", "2016-09-30"],
    ["2016-09-30", "17:01", "2016-10-03"],
    ["2016-10-01", "09:00", "2016-10-03"],
    ["2026-04-02", "18:00", "2026-04-07"],
    ["2016-10-04", "18:00", "2016-10-05"],
  ])("%s at %s counts as %s", (date, time, expected) => expect(takenAs(date, time)).toBe(expected));

  test("a day without a time is taken to be in time, and without a cut-off the clock does not matter", () => {
    expect(takenAs("2016-09-30")).toBe("2016-09-30");
    expect(countsAsPublishedOn({ date: "2016-09-30", time: "23:59" }, ENGLAND_AND_WALES)).toBe("2016-09-30");
  });

  test("shows how publication moved", () => {
    const { count, publishedOn, countsAsPublishedOn, days } = clearDays(
      { date: "2016-09-30", time: "17:30" },
      "2016-10-11",
      { ...working, cutOff },
    );
    expect({ count, publishedOn, countsAsPublishedOn }).toEqual({
      count: 5,
      publishedOn: "2016-09-30",
      countsAsPublishedOn: "2016-10-03",
    });
    expect(days.slice(0, 5).map(clearDaySentence)).toEqual([
      "Friday 30 September: published at 5.30 pm, counts as published on Monday 3 October",
      "Saturday 1 October: weekend, not counted",
      "Sunday 2 October: weekend, not counted",
      "Monday 3 October: counts as the day of publication, not counted",
      "Tuesday 4 October: clear day 1",
    ]);
  });
});

describe("whatever the dates", () => {
  const runs = { seed: 20161011, numRuns: 150 };
  const meeting = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays("2000-01-01", days));
  const strategy = fc.constantFrom("working", "calendar", "s243");
  const kind = fc.constantFrom("bank_holiday", "mourning", "closure");
  const cutOff = fc.constantFrom(undefined, "12:00", "17:00");
  const time = fc.constantFrom(undefined, "09:00", "16:00", "17:01", "23:00");
  const ahead = fc.integer({ min: 0, max: 40 });

  test("adding a day off never gives more clear days", () => {
    fc.assert(
      fc.property(meeting, ahead, ahead, strategy, kind, cutOff, time, (meetingOn, days, off, how, what, hour, at) => {
        const published = { date: addDays(meetingOn, -days), time: at };
        const added: AddedDay = { date: addDays(meetingOn, -off), name: "Added", kind: what };
        const options = { strategy: how, calendar: ENGLAND_AND_WALES, cutOff: hour };
        const without = clearDays(published, meetingOn, options).count;
        const withIt = clearDays(published, meetingOn, { ...options, calendar: { additions: [added] } }).count;
        expect(withIt).toBeLessThanOrEqual(without);
      }),
      runs,
    );
  });

  test("publishing earlier never gives fewer", () => {
    fc.assert(
      fc.property(meeting, ahead, ahead, strategy, cutOff, time, (meetingOn, days, earlier, how, hour, at) => {
        const options = { strategy: how, calendar: ENGLAND_AND_WALES, cutOff: hour };
        const late = { date: addDays(meetingOn, -days), time: at };
        const early = { date: addDays(late.date, -earlier), time: at };
        expect(clearDays(early, meetingOn, options).count).toBeGreaterThanOrEqual(
          clearDays(late, meetingOn, options).count,
        );
      }),
      runs,
    );
  });

  test("the days shown run from publication to the meeting without a gap, numbered from 1 to the count", () => {
    fc.assert(
      fc.property(meeting, ahead, strategy, cutOff, time, (meetingOn, days, how, hour, at) => {
        const date = addDays(meetingOn, -days);
        const shown = clearDays({ date, time: at }, meetingOn, {
          strategy: how,
          calendar: ENGLAND_AND_WALES,
          cutOff: hour,
        });
        expect(shown.days.map((day) => day.date)).toEqual(Array.from({ length: days + 1 }, (_, n) => addDays(date, n)));
        expect(shown.days.filter(({ counted }) => counted).map(({ number }) => number)).toEqual(
          Array.from({ length: shown.count }, (_, n) => n + 1),
        );
      }),
      runs,
    );
  });

  test("the last day to publish is enough, and the next day that counts is not", () => {
    fc.assert(
      fc.property(meeting, fc.integer({ min: 1, max: 30 }), strategy, (meetingOn, needed, how) => {
        const options = { strategy: how, calendar: ENGLAND_AND_WALES };
        const last = lastDayToPublish(meetingOn, needed, options);
        let next = addDays(last, 1);
        while (uncounted(next, how, ENGLAND_AND_WALES)) next = addDays(next, 1);
        expect(clearDays(last, meetingOn, options).count).toBe(needed);
        expect(clearDays(next, meetingOn, options).count).toBe(needed - 1);
      }),
      runs,
    );
  });

  test("in working days, the last day is the working day one further back than the days needed, and published on it is enough with a cut-off too", () => {
    fc.assert(
      fc.property(meeting, fc.integer({ min: 1, max: 30 }), (meetingOn, needed) => {
        const last = lastDayToPublish(meetingOn, needed, working);
        expect(last).toBe(addWorkingDays(meetingOn, -(needed + 1), ENGLAND_AND_WALES));
        expect(isWorkingDay(last, ENGLAND_AND_WALES)).toBe(true);
        const inTime = clearDays({ date: last, time: "16:00" }, meetingOn, { ...working, cutOff: "17:00" }).count;
        const tooLate = clearDays({ date: last, time: "17:01" }, meetingOn, { ...working, cutOff: "17:00" }).count;
        expect([inTime, tooLate]).toEqual([needed, needed - 1]);
        expect(clearDays(nextWorkingDay(last, ENGLAND_AND_WALES), meetingOn, working).count).toBe(needed - 1);
      }),
      runs,
    );
  });
});
