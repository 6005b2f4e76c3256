import { describe, expect, test } from "vitest";
import { bankHolidays, easterSunday } from "./bank-holidays";
import { isWeekend, weekdayName } from "./plain-date";

const dates = (year: number) =>
  bankHolidays(year)
    .map(({ date }) => date.slice(5))
    .join(" ");
const nameOn = (date: string) => bankHolidays(Number(date.slice(0, 4))).find((day) => day.date === date)?.name;

describe("Easter Sunday", () => {
  test.each([
    "1995-04-16",
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2016-03-27",
    "2019-04-21",
    "2026-04-05",
    "2038-04-25",
    "2049-04-18",
    "2076-04-19",
    "2100-03-28",
  ])("%s", (easter) => expect(easterSunday(Number(easter.slice(0, 4)))).toBe(easter));
});

describe("the bank holidays of England and Wales", () => {
  test.each([
    [1995, "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26"],
    [1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31"],
    [2000, "01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26"],
    [2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26"],
    [2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27"],
    [2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"],
    [2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27"],
    [2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"],
    [2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"],
    [2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"],
    [2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"],
    [2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"],
    [2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"],
    [2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
  ])("%i: %s", (year, expected) => expect(dates(year)).toBe(expected));

  test.each([
    ["2016-12-26", "Boxing Day"],
    ["2016-12-27", "Christmas Day (substitute day)"],
    ["2021-12-27", "Christmas Day (substitute day)"],
    ["2021-12-28", "Boxing Day (substitute day)"],
    ["2026-12-28", "Boxing Day (substitute day)"],
    ["2022-01-03", "New Year’s Day (substitute day)"],
    ["2026-04-03", "Good Friday"],
    ["2026-04-06", "Easter Monday"],
    ["2022-09-19", "State Funeral of Queen Elizabeth II"],
    ["2020-05-04", undefined],
    ["2022-05-30", undefined],
  ])("%s is %s", (date, name) => expect(nameOn(date)).toBe(name));

  test("from 1995 to 2100 there are eight a year at the least, none at a weekend, no two on one day", () => {
    for (let year = 1995; year <= 2100; year += 1) {
      const days = bankHolidays(year);
      expect(days.length).toBeGreaterThanOrEqual(8);
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
      expect(days.filter(({ date }) => isWeekend(date) || !date.startsWith(`${year}-`))).toEqual([]);
      expect(weekdayName(days.find(({ name }) => name === "Good Friday")?.date ?? "")).toBe("Friday");
    }
  });
});
