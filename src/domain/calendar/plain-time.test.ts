import { describe, expect, test } from "vitest";
import { asMoment, formatTime, isPast, isPlainTime, parsePlainTime } from "./plain-time";

describe("a time of day", () => {
  test.each([
    ["10:00", "10.00 am"],
    ["08:50", "8.50 am"],
    ["12:00", "noon"],
    ["12:15", "12.15 pm"],
    ["16:55", "4.55 pm"],
    ["00:00", "midnight"],
    ["00:30", "12.30 am"],
  ])("%s is printed %s", (time, printed) => expect(formatTime(time)).toBe(printed));

  test.each(["9:00", "24:00", "10.00", "10:60", "noon", ""])("“%s” is not one", (text) => {
    expect(isPlainTime(text)).toBe(false);
    expect(() => parsePlainTime(text)).toThrow(RangeError);
    expect(() => formatTime(text)).toThrow(RangeError);
  });
});

describe("being past", () => {
  const due = { date: "2016-10-06", time: "10:00" };

  test.each([
    [{ date: "2016-10-05", time: "23:59" }, false],
    [{ date: "2016-10-06", time: "10:00" }, false],
    [{ date: "2016-10-06", time: "10:01" }, true],
    [{ date: "2016-10-07", time: "00:00" }, true],
    [{ date: "2016-10-06" }, false],
  ])("at %j, 10.00 am on 6 October: %s", (now, past) => expect(isPast(now, due)).toBe(past));

  test("a day without a time lasts until its end", () => {
    expect(isPast({ date: "2016-10-06", time: "23:59" }, asMoment("2016-10-06"))).toBe(false);
    expect(isPast({ date: "2016-10-07", time: "00:00" }, asMoment("2016-10-06"))).toBe(true);
  });
});
