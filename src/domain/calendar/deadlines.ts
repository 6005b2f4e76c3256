import { addWorkingDays, type CouncilCalendar } from "./council-calendar";
import { uncounted } from "./counting-strategy";
import { addDays, compareDates, formatFullDate, type PlainDate, parsePlainDate, type YearShown } from "./plain-date";
import { formatTime, isPast, type LocalMoment, type PlainTime, parsePlainTime } from "./plain-time";

/**
 * A rule of the council's standing orders that counts back from a meeting, kept as data because every council has its own:
 * "10.00 am on the third working day before the meeting" is `{ offset: 3, unit: "working_day", time: "10:00" }`.
 */
export type DeadlineRule = {
  readonly key: string;
  /** What closes or is due, as a reader should see it, e.g. "Questions from the public". */
  readonly label: string;
  /** Days before the meeting, a whole number; 0 is the day of the meeting. */
  readonly offset: number;
  readonly unit: "working_day" | "calendar_day";
  /** In time until this minute, e.g. "10:00"; until the end of the day when left out. */
  readonly time?: PlainTime | undefined;
  /** Reports, the callover: whoever prepares the meeting keeps it, and it is nothing to the public. */
  readonly for?: "office" | undefined;
};

/**
 * Of a body's rules those that the public is told of.
 * Goes in: the rules as they are stored. Comes out: those that are not for the office alone.
 */
export const deadlinesForPublic = (stored: unknown): readonly DeadlineRule[] =>
  Array.isArray(stored) ? (stored as DeadlineRule[]).filter((rule) => rule.for !== "office") : [];

export type Deadline = LocalMoment & { readonly key: string; readonly label: string };

/**
 * How Dorset County Council took questions and statements in 2016.
 * Authority: the agenda of its People and Communities Overview and Scrutiny Committee for 11 October 2016: questions by
 * 10.00 am on 6 October, statements "by midday the day before the meeting", councillors' questions by 10.00 am on 6 October.
 */
export const DORSET_2016_DEADLINES: readonly DeadlineRule[] = [
  { key: "public_questions", label: "Questions from the public", offset: 3, unit: "working_day", time: "10:00" },
  { key: "councillor_questions", label: "Questions from councillors", offset: 3, unit: "working_day", time: "10:00" },
  { key: "public_statements", label: "Statements from the public", offset: 1, unit: "calendar_day", time: "12:00" },
];

/**
 * When a rule falls for one meeting. The first working day before the meeting is day 1; the day of the meeting is not counted.
 * Authority: the council's standing orders, of which the rule is a transcript.
 * Goes in: the rule, the day of the meeting ("2016-10-11"), the council's calendar. Comes out: a plain date ("2016-10-06")
 * and, where the rule has one, a time ("10:00"), both as the town-hall clock shows them.
 * @throws RangeError for a malformed date or time, or an offset that is not a whole number of 0 or more.
 */
export function deadline(rule: DeadlineRule, meetingOn: PlainDate, calendar: CouncilCalendar): Deadline {
  const { key, label, offset, unit, time } = rule;
  if (!Number.isInteger(offset) || offset < 0) {
    throw new RangeError(`A deadline is a whole number of days before the meeting, not ${offset}.`);
  }
  const meeting = parsePlainDate(meetingOn);
  const date = unit === "working_day" ? addWorkingDays(meeting, -offset, calendar) : addDays(meeting, -offset);
  return { key, label, date, ...(time === undefined ? {} : { time: parsePlainTime(time) }) };
}

/**
 * The days between a rule's deadline and the meeting, with how each was counted: "working day 2 before the meeting", "weekend, not
 * counted". The day of the meeting is not counted; the deadline is the last that was.
 * Goes in: as for `deadline`. Comes out: every day of the two and between, the earliest first. @throws as `deadline` does.
 */
export function countedBack(
  rule: DeadlineRule,
  meetingOn: PlainDate,
  calendar: CouncilCalendar,
): { date: PlainDate; counted: boolean; why: string }[] {
  const { date: due } = deadline(rule, meetingOn, calendar);
  const strategy = rule.unit === "working_day" ? "working" : "calendar";
  const what = rule.unit === "working_day" ? "working day" : "day";
  const days = [{ date: meetingOn, counted: false, why: "the meeting, not counted" }];
  let number = 0;
  for (let date = addDays(meetingOn, -1); date >= due; date = addDays(date, -1)) {
    const off = uncounted(date, strategy, calendar);
    if (off) days.push({ date, counted: false, why: `${off.name}, not counted` });
    else days.push({ date, counted: true, why: `${what} ${++number} before the meeting` });
  }
  return days.reverse();
}

/** Earliest first; on one day those with a time come before one that lasts until its end. */
export function inOrderOfTime(a: Deadline, b: Deadline): number {
  const endOfDay = "24:00";
  return compareDates(a.date, b.date) || compareDates(a.time ?? endOfDay, b.time ?? endOfDay);
}

/**
 * The timetable that leads up to a meeting: every rule's deadline, in order of time; rules that fall together keep their order.
 * Goes in: the rules, the day of the meeting, the council's calendar. Comes out: the deadlines. @throws as `deadline` does.
 */
export function backwardTimetable(
  rules: readonly DeadlineRule[],
  meetingOn: PlainDate,
  calendar: CouncilCalendar,
): readonly Deadline[] {
  return rules.map((rule) => deadline(rule, meetingOn, calendar)).sort(inOrderOfTime);
}

/** Whether a deadline has gone by: "by 10.00 am" is still kept at 10.00 am. Goes in: the deadline, and the date and time of the business clock. */
export function isClosed(due: LocalMoment, now: LocalMoment): boolean {
  return isPast(now, due);
}

/** In prose: "10.00 am on Thursday 6 October 2016", "noon on Monday 10 October", or the day alone where no time is set. */
export function deadlineWords({ date, time }: LocalMoment, year: YearShown = "shown"): string {
  const day = formatFullDate(date, year);
  return time === undefined ? day : `${formatTime(time)} on ${day}`;
}
