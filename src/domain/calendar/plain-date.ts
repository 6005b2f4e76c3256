import { Temporal } from "temporal-polyfill";

/** A day without a time or a zone, as an ISO 8601 plain date, e.g. "2016-10-11". Such strings sort in order of time. */
export type PlainDate = string;

/** Whether the year is printed: always, never, or left out in the year of another date (usually today). */
export type YearShown = "shown" | "left_out" | { readonly leftOutIn: PlainDate };

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

export type WeekdayName = (typeof WEEKDAYS)[number];

/** Goes in: any text. Comes out: whether it is a day that exists, written as "2016-10-11" and in no other way. */
export function isPlainDate(text: string): text is PlainDate {
  // Temporal accepts times, zones and "20161011" too; two spellings of one day would not sort or compare as strings.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Goes in: text that ought to be an ISO 8601 plain date, e.g. "2016-10-11". Comes out: the same text.
 * @throws RangeError when it is not one, or when the day does not exist (30 February).
 */
export function parsePlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`“${text}” is not a date that exists, written like 2016-10-11.`);
  return text;
}

function parsed(date: PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(parsePlainDate(date));
}

/** Goes in: year, month (1 to 12) and day of the month as numbers. Comes out: the plain date. @throws RangeError for a day that does not exist. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
}

/** Comes out: -1 when `a` is the earlier day, 1 when it is the later, 0 when they are the same; fit for `sort`. */
export function compareDates(a: PlainDate, b: PlainDate): -1 | 0 | 1 {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The later of two days. */
export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b;
}

/** The day so many calendar days on, or back when `days` is negative. @throws RangeError for a malformed date. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return parsed(date).add({ days }).toString();
}

/** The same day-number so many months on, or the last day of a month too short for it. @throws RangeError for a malformed date. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return parsed(date).add({ months }).toString();
}

/** Calendar days from one day to another: 0 for the same day, negative when `to` is the earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return parsed(from).until(parsed(to), { largestUnit: "day" }).days;
}

/** The year as a number, e.g. 2016. */
export function yearOf(date: PlainDate): number {
  return parsed(date).year;
}

/** The day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export function weekday(date: PlainDate): number {
  return parsed(date).dayOfWeek;
}

/** The day of the week in words, e.g. "Tuesday". */
export function weekdayName(date: PlainDate): WeekdayName {
  return WEEKDAYS[weekday(date) - 1] as WeekdayName;
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(date: PlainDate): boolean {
  return weekday(date) >= 6;
}

function yearSuffix(date: Temporal.PlainDate, year: YearShown): string {
  const leftOut = year === "left_out" || (typeof year === "object" && yearOf(year.leftOutIn) === date.year);
  return leftOut ? "" : ` ${date.year}`;
}

function monthName(date: Temporal.PlainDate): string {
  return MONTHS[date.month - 1] as string;
}

/** For headings: "Tuesday 11 October 2016", or "Tuesday 11 October" with the year left out. */
export function formatFullDate(date: PlainDate, year: YearShown = "shown"): string {
  return `${weekdayName(date)} ${formatDate(date, year)}`;
}

/** For prose and tables: "11 October 2016", or "11 October" with the year left out. */
export function formatDate(date: PlainDate, year: YearShown = "shown"): string {
  const day = parsed(date);
  return `${day.day} ${monthName(day)}${yearSuffix(day, year)}`;
}

/** For margins: "Tue 11 Oct", or "Tue 11 Oct 2016" with the year shown. */
export function formatMarginDate(date: PlainDate, year: YearShown = "left_out"): string {
  const day = parsed(date);
  return `${weekdayName(date).slice(0, 3)} ${day.day} ${monthName(day).slice(0, 3)}${yearSuffix(day, year)}`;
}
