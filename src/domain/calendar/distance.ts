import { daysBetween, type PlainDate } from "./plain-date";
import { asMoment, isPast, type LocalMoment } from "./plain-time";

/** How near a date is that binds somebody: `soon` is three days or fewer, and `late` is past. */
export type DistanceState = "ahead" | "soon" | "today" | "late";

export type Distance = {
  /** Calendar days from the business day to the date: 0 today, negative when it is past. */
  readonly days: number;
  readonly state: DistanceState;
  /** "179 days left", "1 day left", "today", "45 days overdue"; "time passed today" once an hour of today has gone by. */
  readonly words: string;
};

/** Days from which a date no longer counts as near. */
const SOON = 3;

function counted(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

/**
 * How far off a date is, seen from the business day.
 * Goes in: the day due and the business day, as plain dates ("2016-10-06") or with their times; and the word for what is
 * past ("overdue" for an answer that somebody owes, "late" where the label already says so). Comes out: days, state and words.
 * @throws RangeError for a malformed date.
 */
export function distance(
  due: PlainDate | LocalMoment,
  now: PlainDate | LocalMoment,
  pastWord: "overdue" | "late" = "overdue",
): Distance {
  const days = daysBetween(asMoment(now).date, asMoment(due).date);
  if (days < 0) return { days, state: "late", words: `${counted(-days)} ${pastWord}` };
  if (days > 0) return { days, state: days <= SOON ? "soon" : "ahead", words: `${counted(days)} left` };
  if (isPast(asMoment(now), asMoment(due))) return { days, state: "late", words: "time passed today" };
  return { days, state: "today", words: "today" };
}
