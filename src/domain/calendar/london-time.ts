import { Temporal } from "temporal-polyfill";
import { type PlainDate, parsePlainDate } from "./plain-date";
import { type PlainTime, parsePlainTime } from "./plain-time";

// Councils keep the time of Europe/London wherever the server stands, so the process's own zone is never asked.
const COUNCIL_ZONE = "Europe/London";

function inLondon(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(COUNCIL_ZONE);
}

/** Goes in: an instant. Comes out: the day it falls on in London, e.g. "2016-10-11". @throws RangeError for an invalid Date. */
export function londonDate(instant: Date): PlainDate {
  return inLondon(instant).toPlainDate().toString();
}

/** Goes in: an instant. Comes out: the London time of day to the minute, seconds dropped, e.g. "09:00". @throws RangeError for an invalid Date. */
export function londonTime(instant: Date): PlainTime {
  return inLondon(instant).toPlainTime().toString({ smallestUnit: "minute" });
}

/**
 * Goes in: a day ("2016-10-11") and a time ("10:00") in London. Comes out: the instant.
 * A time that the clocks skip in March is taken an hour later; one that they repeat in October is the first of the two.
 * @throws RangeError for a malformed date or time.
 */
export function londonInstant(date: PlainDate, time: PlainTime): Date {
  const zoned = Temporal.PlainDate.from(parsePlainDate(date)).toZonedDateTime({
    timeZone: COUNCIL_ZONE,
    plainTime: Temporal.PlainTime.from(parsePlainTime(time)),
  });
  return new Date(zoned.epochMilliseconds);
}
