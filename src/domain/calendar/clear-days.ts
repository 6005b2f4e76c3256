import { type CouncilCalendar, isWorkingDay, nextWorkingDay } from "./council-calendar";
import { type CountingStrategy, type UncountedKind, uncounted } from "./counting-strategy";
import { addDays, formatFullDate, type PlainDate, parsePlainDate } from "./plain-date";
import { asMoment, formatTime, type LocalMoment, type PlainTime } from "./plain-time";

/** Local Government Act 1972 sections 100A(6)(a) and 100B(4)(a), three until SI 2002/715 made it five. */
export const CLEAR_DAYS_NEEDED = 5;

export type ClearDaysOptions = {
  /** "working" unless the council counts otherwise. */
  readonly strategy?: CountingStrategy | undefined;
  readonly calendar: CouncilCalendar;
  /** The hour after which the council treats what it publishes as published on the next working day, e.g. "17:00". */
  readonly cutOff?: PlainTime | undefined;
};

export type ClearDayKind = "published" | "clear_day" | "meeting" | UncountedKind;

/** One day of the working: whether it counted, as which clear day, and why (or why not) in words. */
export type ClearDay = {
  readonly date: PlainDate;
  readonly kind: ClearDayKind;
  readonly counted: boolean;
  /** 1 for the first clear day; absent on a day that was not counted. */
  readonly number?: number;
  /** E.g. "published, not counted", "Good Friday, not counted", "clear day 3", "the meeting, not counted". */
  readonly why: string;
};

export type ClearDays = {
  /** The day it was published, by the clock. */
  readonly publishedOn: PlainDate;
  /** The day that publication counts as, which is a later one after the cut-off. */
  readonly countsAsPublishedOn: PlainDate;
  readonly meetingOn: PlainDate;
  readonly strategy: CountingStrategy;
  readonly count: number;
  /** Every day from publication to the meeting, both included; empty when publication came after the meeting. */
  readonly days: readonly ClearDay[];
};

/**
 * The day on which publication is taken to have happened.
 * Authority: the council's own rule. Papers put up after the offices close cannot be inspected that day, and a weekend or
 * a holiday is after closing time too: otherwise Saturday morning would count as earlier than Friday evening.
 * Goes in: a plain date with or without a time, the calendar, the cut-off ("17:00"; exactly then is in time).
 * Comes out: the same day, or the next working day.
 */
export function countsAsPublishedOn(
  published: PlainDate | LocalMoment,
  calendar: CouncilCalendar,
  cutOff?: PlainTime,
): PlainDate {
  const { date, time } = asMoment(published);
  parsePlainDate(date);
  if (cutOff === undefined) return date;
  const tooLate = (time !== undefined && time > cutOff) || !isWorkingDay(date, calendar);
  return tooLate ? nextWorkingDay(date, calendar) : date;
}

/**
 * Clear days between publication and a meeting, with the working shown. Neither the day of publication nor the day of the
 * meeting counts.
 * Authority: Local Government Act 1972 sections 100A(6)(a) and 100B(3)-(4), five clear days since SI 2002/715; counted as in
 * R v Herefordshire Justices (1820) and R v Swansea City Council, ex p Elitestone Ltd (1993).
 * Goes in: the day (or day and time) of publication, the day of the meeting, and the way of counting. Comes out: the count
 * in days, 0 when publication is on the day of the meeting or after it, and a line for each day.
 * @throws RangeError for a malformed date.
 */
export function clearDays(
  published: PlainDate | LocalMoment,
  meetingOn: PlainDate,
  { strategy = "working", calendar, cutOff }: ClearDaysOptions,
): ClearDays {
  const { date: publishedOn, time } = asMoment(published);
  const counting = countsAsPublishedOn(published, calendar, cutOff);
  const lastDay = parsePlainDate(meetingOn);
  const days: ClearDay[] = [];
  let count = 0;
  for (let date = publishedOn; date <= lastDay; date = addDays(date, 1)) {
    if (date === lastDay) {
      const sameDay = date === publishedOn ? "published on the day of the meeting" : "the meeting";
      days.push({ date, kind: "meeting", counted: false, why: `${sameDay}, not counted` });
    } else if (date === publishedOn && counting !== publishedOn) {
      const at = time === undefined ? "published" : `published at ${formatTime(time)}`;
      const why = `${at}, counts as published on ${formatFullDate(counting, { leftOutIn: date })}`;
      days.push({ date, kind: "published", counted: false, why });
    } else if (date === counting) {
      const why = date === publishedOn ? "published, not counted" : "counts as the day of publication, not counted";
      days.push({ date, kind: "published", counted: false, why });
    } else {
      const off = uncounted(date, strategy, calendar);
      if (off) days.push({ date, kind: off.kind, counted: false, why: `${off.name}, not counted` });
      else if (date < counting)
        days.push({
          date,
          kind: "published",
          counted: false,
          why: "before the day that publication counts as, not counted",
        });
      else {
        count += 1;
        days.push({ date, kind: "clear_day", counted: true, number: count, why: `clear day ${count}` });
      }
    }
  }
  return { publishedOn, countsAsPublishedOn: counting, meetingOn, strategy, count, days };
}

/** One day of the working as a sentence, e.g. "Monday 3 October: clear day 1". */
export function clearDaySentence({ date, why }: ClearDay): string {
  return `${formatFullDate(date, "left_out")}: ${why}`;
}

/**
 * The last day on which publication still leaves enough clear days before a meeting; with a cut-off, before that hour.
 * Authority: as for `clearDays`. The answer is itself a day that counts under the strategy (a working day, by default),
 * though a paper put up on the weekend after it would have as many clear days: nobody should be told to publish on a Sunday.
 * Goes in: the day of the meeting, the clear days needed (5 if undefined), the way of counting. Comes out: a plain date.
 * @throws RangeError for a malformed date or a number of days that is not whole and positive.
 */
export function lastDayToPublish(
  meetingOn: PlainDate,
  needed: number = CLEAR_DAYS_NEEDED,
  { strategy = "working", calendar }: Omit<ClearDaysOptions, "cutOff">,
): PlainDate {
  if (!Number.isInteger(needed) || needed < 1)
    throw new RangeError(`Clear days are whole days from 1 up, not ${needed}.`);
  let day = parsePlainDate(meetingOn);
  for (let left = needed + 1; left > 0; ) {
    day = addDays(day, -1);
    if (!uncounted(day, strategy, calendar)) left -= 1;
  }
  return day;
}
