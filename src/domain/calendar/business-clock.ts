import { londonDate, londonInstant, londonTime } from "./london-time";
import { isPlainDate, type PlainDate } from "./plain-date";
import { isPlainTime, type PlainTime } from "./plain-time";

/** A day and a time in London without a zone, as an ISO 8601 local date-time to the minute, e.g. "2016-10-03T09:00". */
export type LocalDateTime = string;

/**
 * The clock that deadlines, seats and "today" go by. A demonstration's stands still until somebody moves it; sessions and
 * the audit trail go by real time whatever this says.
 */
export type BusinessClock =
  | { readonly kind: "real" }
  | { readonly kind: "demonstration"; readonly standsAt: LocalDateTime };

export type BusinessNow = {
  readonly date: PlainDate;
  readonly time: PlainTime;
  readonly instant: Date;
};

export const REAL_CLOCK: BusinessClock = { kind: "real" };

/** The demonstration council stands between publishing its agenda and holding its meeting: Monday 3 October 2016, 9.00 am. */
export const DEMONSTRATION_CLOCK = {
  kind: "demonstration",
  standsAt: "2016-10-03T09:00",
} as const satisfies BusinessClock;

/** Goes in: any text. Comes out: whether it is a local date-time to the minute, e.g. "2016-10-03T09:00". */
export function isLocalDateTime(text: string): text is LocalDateTime {
  return text[10] === "T" && isPlainDate(text.slice(0, 10)) && isPlainTime(text.slice(11));
}

/**
 * What the business clock shows.
 * Goes in: the clock, and the real instant, which a demonstration does not look at. Comes out: the day ("2016-10-03") and
 * the time ("09:00") in London, and the instant they stand for.
 * @throws RangeError when a demonstration's `standsAt` is not a local date-time, or the instant is an invalid Date.
 */
export function businessNow(clock: BusinessClock, realInstant: Date): BusinessNow {
  if (clock.kind === "real") {
    return { date: londonDate(realInstant), time: londonTime(realInstant), instant: realInstant };
  }
  if (!isLocalDateTime(clock.standsAt)) {
    throw new RangeError(`“${clock.standsAt}” is not a day and time written like 2016-10-03T09:00.`);
  }
  const date = clock.standsAt.slice(0, 10);
  const time = clock.standsAt.slice(11);
  return { date, time, instant: londonInstant(date, time) };
}
