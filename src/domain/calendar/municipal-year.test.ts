import { describe, expect, test } from "vitest";
import { calendarYear, municipalYear, municipalYearLabel, statutoryAnnualMeeting } from "./municipal-year";
import { addDays } from "./plain-date";

const annualMeetings = ["2017-05-25", "2016-05-12"];

describe("the municipal year", () => {
  test("runs from one annual meeting to the day before the next", () => {
    expect(municipalYear("2016-10-11", annualMeetings)).toEqual({
      label: "2016/17",
      startYear: 2016,
      startsOn: "2016-05-12",
      endsOn: "2017-05-24",
      assumed: { start: false, end: false },
    });
  });

  test.each([
    ["2016-05-11", "2015/16"],
    ["2016-05-12", "2016/17"],
    ["2017-01-11", "2016/17"],
    ["2017-05-24", "2016/17"],
    ["2017-05-25", "2017/18"],
    ["2017-06-26", "2017/18"],
  ])("%s is in %s", (date, label) => expect(municipalYear(date, annualMeetings).label).toBe(label));

  test("is assumed to begin on the statutory day where no annual meeting is recorded", () => {
    expect(statutoryAnnualMeeting(2016)).toBe("2016-05-17");
    expect(statutoryAnnualMeeting(2017)).toBe("2017-05-16");
    expect(municipalYear("2017-10-11", annualMeetings)).toMatchObject({
      label: "2017/18",
      startsOn: "2017-05-25",
      endsOn: addDays(statutoryAnnualMeeting(2018), -1),
      assumed: { start: false, end: true },
    });
  });

  test("every day belongs to one year, and the years join", () => {
    for (let day = "2015-01-01"; day < "2019-01-01"; day = addDays(day, 1)) {
      const year = municipalYear(day, annualMeetings);
      expect(year.startsOn <= day && day <= year.endsOn).toBe(true);
      expect(municipalYear(addDays(year.endsOn, 1), annualMeetings).startYear).toBe(year.startYear + 1);
    }
  });

  test("is written with a stroke, across the century too", () => {
    expect(municipalYearLabel(2016)).toBe("2016/17");
    expect(municipalYearLabel(1999)).toBe("1999/00");
    expect(municipalYearLabel(2008)).toBe("2008/09");
  });
});

test("the calendar year", () => {
  expect(calendarYear("2016-10-11")).toEqual({
    label: "2016",
    startYear: 2016,
    startsOn: "2016-01-01",
    endsOn: "2016-12-31",
  });
});
