import { addDays, type PlainDate, parsePlainDate, plainDate, weekday, yearOf } from "./plain-date";

/** A year as a council counts it: its name, its first and its last day. */
export type YearSpan = {
  /** "2016/17" for a municipal year, "2016" for a calendar year. */
  readonly label: string;
  /** The calendar year in which it begins, e.g. 2016. */
  readonly startYear: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
};

export type MunicipalYear = YearSpan & {
  /** Whether an end rests on the statutory day because no annual meeting is recorded for that year. */
  readonly assumed: { readonly start: boolean; readonly end: boolean };
};

const THURSDAY = 4;

/** "2016/17" from 2016, "1999/00" from 1999. */
export function municipalYearLabel(startYear: number): string {
  return `${startYear}/${twoDigits(startYear + 1)}`;
}

/** The last two digits of a year: "16" from 2016, "00" from 2000. */
export function twoDigits(year: number): string {
  return String(year % 100).padStart(2, "0");
}

/**
 * The day of a council's annual meeting when nothing else is fixed.
 * Authority: Local Government Act 1972 Schedule 12 paragraph 1(2) and section 7: elections on the first Thursday in May,
 * retirement on the fourth day after, the meeting on the eighth day after that. In a year without elections the council
 * may choose a day in March, April or May, so the answer is only an assumption until the day is recorded.
 * Goes in: a year, e.g. 2016. Comes out: a plain date, e.g. "2016-05-17".
 */
export function statutoryAnnualMeeting(year: number): PlainDate {
  const firstOfMay = plainDate(year, 5, 1);
  const election = addDays(firstOfMay, (THURSDAY + 7 - weekday(firstOfMay)) % 7);
  return addDays(election, 4 + 8);
}

/**
 * The municipal year a day belongs to: from one annual meeting to the day before the next.
 * Authority: Local Government Act 1972 Schedule 12 paragraph 1 (the annual meeting); section 3 (the chairman's year).
 * Goes in: a plain date, and the days of the council's annual meetings as far as they are recorded, in any order. Comes
 * out: label, first and last day, and which of the two is assumed. @throws RangeError for a malformed date.
 */
export function municipalYear(date: PlainDate, annualMeetings: readonly PlainDate[]): MunicipalYear {
  const recorded = (year: number) => annualMeetings.find((day) => yearOf(day) === year);
  const annualMeeting = (year: number) => recorded(year) ?? statutoryAnnualMeeting(year);
  const calendar = yearOf(date);
  const startYear = parsePlainDate(date) >= annualMeeting(calendar) ? calendar : calendar - 1;
  return {
    label: municipalYearLabel(startYear),
    startYear,
    startsOn: annualMeeting(startYear),
    endsOn: addDays(annualMeeting(startYear + 1), -1),
    assumed: { start: recorded(startYear) === undefined, end: recorded(startYear + 1) === undefined },
  };
}

/** The calendar year a day belongs to, 1 January to 31 December. @throws RangeError for a malformed date. */
export function calendarYear(date: PlainDate): YearSpan {
  const year = yearOf(date);
  return { label: String(year), startYear: year, startsOn: plainDate(year, 1, 1), endsOn: plainDate(year, 12, 31) };
}
