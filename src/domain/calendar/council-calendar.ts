import { bankHolidays } from "./bank-holidays";
import { addDays, isWeekend, type PlainDate, yearOf } from "./plain-date";

/**
 * Why a council adds a day: a bank holiday proclaimed since this list was made, a day appointed for public thanksgiving or
 * mourning, or a day on which its own offices are closed and nobody could inspect a paper.
 */
export type AddedDayKind = "bank_holiday" | "mourning" | "closure";

export type AddedDay = { readonly date: PlainDate; readonly name: string; readonly kind: AddedDayKind };

/** What one council's calendar changes in that of England and Wales. Order does not matter. */
export type CouncilCalendar = {
  readonly additions: readonly AddedDay[];
  /** Bank holidays of the general rule that a proclamation has moved elsewhere, so that they are ordinary days. */
  readonly removals?: readonly PlainDate[] | undefined;
};

/** The calendar of England and Wales as it is, nothing added. */
export const ENGLAND_AND_WALES: CouncilCalendar = { additions: [] };

/**
 * What makes a day other than an ordinary one, weekends apart.
 * Goes in: a plain date and the council's calendar. Comes out: the day with its name and kind, or undefined.
 * The bank holiday wins where a day is that and something else as well, since it counts under every way of counting.
 */
export function dayOff(date: PlainDate, calendar: CouncilCalendar): AddedDay | undefined {
  const holiday = bankHolidays(yearOf(date)).find((day) => day.date === date);
  if (holiday && !calendar.removals?.includes(date)) return { ...holiday, kind: "bank_holiday" };
  const added = calendar.additions.filter((day) => day.date === date);
  return (
    added.find(({ kind }) => kind === "bank_holiday") ?? added.find(({ kind }) => kind === "mourning") ?? added.at(0)
  );
}

/**
 * Whether the council works on a day: not at a weekend, on a bank holiday, or on a day its calendar adds.
 * Authority: R v Herefordshire Justices (1820) and R v Swansea City Council, ex p Elitestone Ltd (1993): weekdays count.
 */
export function isWorkingDay(date: PlainDate, calendar: CouncilCalendar): boolean {
  return !isWeekend(date) && dayOff(date, calendar) === undefined;
}

/**
 * The nth working day after a day, or before it when `n` is negative; the day itself is never counted.
 * Goes in: a plain date, a whole number of working days, the council's calendar. Comes out: a plain date; for 0, the day itself.
 * @throws RangeError when `n` is not a whole number.
 */
export function addWorkingDays(date: PlainDate, n: number, calendar: CouncilCalendar): PlainDate {
  if (!Number.isInteger(n)) throw new RangeError(`Working days are counted in whole days, not ${n}.`);
  const step = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The first working day after a day. */
export function nextWorkingDay(date: PlainDate, calendar: CouncilCalendar): PlainDate {
  return addWorkingDays(date, 1, calendar);
}
