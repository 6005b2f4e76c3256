import { easterSunday } from "./bank-holidays";
import { type CouncilCalendar, dayOff } from "./council-calendar";
import { addDays, isWeekend, type PlainDate, plainDate, weekday, yearOf } from "./plain-date";

/**
 * Which days between two ends count as clear days.
 * - `working`: Monday to Friday without bank holidays and the council's own days (principal councils; the default)
 * - `calendar`: every day
 * - `s243`: section 243 of the Local Government Act 1972, which parish councils follow
 */
export type CountingStrategy = "working" | "calendar" | "s243";

export type UncountedKind = "weekend" | "bank_holiday" | "mourning" | "closure" | "break";

export type Uncounted = { readonly kind: UncountedKind; readonly name: string };

const SUNDAY = 7;

/**
 * Why a day does not count under a strategy.
 * Authority: `working`, R v Herefordshire Justices (1820) and R v Swansea City Council, ex p Elitestone Ltd (1993), with
 * bank holidays left out by usage; `s243`, Local Government Act 1972 section 243(1).
 * Goes in: a plain date, a strategy, the council's calendar. Comes out: the kind of day and its name, or undefined when it counts.
 */
export function uncounted(
  date: PlainDate,
  strategy: CountingStrategy,
  calendar: CouncilCalendar,
): Uncounted | undefined {
  switch (strategy) {
    case "calendar":
      return undefined;
    case "working":
      return isWeekend(date) ? { kind: "weekend", name: "weekend" } : dayOff(date, calendar);
    case "s243":
      return uncountedBySection243(date, calendar);
  }
}

/**
 * Section 243(1) of the Local Government Act 1972: a Sunday, a day of the Christmas break, of the Easter break or of a bank
 * holiday break, or a day appointed for public thanksgiving or mourning. A Saturday counts; so does a day on which only
 * the council's offices are closed. A bank holiday break is read as the bank holiday alone, as the National Association
 * of Local Councils reads it (Legal Topic Note 5); the definition itself could not be checked.
 */
function uncountedBySection243(date: PlainDate, calendar: CouncilCalendar): Uncounted | undefined {
  if (weekday(date) === SUNDAY) return { kind: "weekend", name: "Sunday" };
  const off = dayOff(date, calendar);
  if (off && off.kind !== "closure") return off;
  if (isInChristmasBreak(date, calendar)) return { kind: "break", name: "Christmas break" };
  if (isInEasterBreak(date)) return { kind: "break", name: "Easter break" };
  return undefined;
}

/** From the last weekday before Christmas Day to the first weekday after it that is not a bank holiday; Saturday is a weekday here. */
function isInChristmasBreak(date: PlainDate, calendar: CouncilCalendar): boolean {
  const christmasDay = plainDate(yearOf(date), 12, 25);
  const eve = addDays(christmasDay, -1);
  const first = weekday(eve) === SUNDAY ? addDays(eve, -1) : eve;
  // 26 December is a bank holiday by statute on a Saturday too (Schedule 1 to the 1971 Act), besides its substitute day.
  let last = addDays(christmasDay, 2);
  while (weekday(last) === SUNDAY || dayOff(last, calendar)?.kind === "bank_holiday") last = addDays(last, 1);
  return first <= date && date <= last;
}

/** From the Thursday before Easter Day to the Tuesday after it. */
function isInEasterBreak(date: PlainDate): boolean {
  const easter = easterSunday(yearOf(date));
  return addDays(easter, -3) <= date && date <= addDays(easter, 2);
}
