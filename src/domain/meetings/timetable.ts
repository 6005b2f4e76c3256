import { CLEAR_DAYS_NEEDED, clearDays, lastDayToPublish } from "@/domain/calendar/clear-days";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { countedBack, type Deadline, type DeadlineRule, deadline, inOrderOfTime } from "@/domain/calendar/deadlines";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { formatTime, type PlainTime } from "@/domain/calendar/plain-time";
import { lastMomentToPublish } from "./meeting-notice";

/** A day on the way to a meeting, and whether and why it was counted: "clear day 3", "weekend, not counted". */
export type CountedDay = { readonly date: PlainDate; readonly counted: boolean; readonly why: string };

const CLEAR_DAYS_RULE = "Local Government Act 1972 s100B(4)(a): five clear days, of which the day it goes up is none";

export type TimetableLine = Deadline & {
  /** How it was counted, day by day, the first day first. */
  readonly days: readonly CountedDay[];
  /** What it rests on. */
  readonly authority: string;
};

/**
 * What has to be done by when before a meeting, counted backwards from it with the working shown: the last day to convene it and
 * to publish its agenda, and what the body's standing orders set.
 * Authority: Local Government Act 1972 sections 100A(6)(a) and 100B(4)(a); the body's deadlines.
 * Goes in: the body's rules, the day of the meeting, the council's calendar, the hour by which agendas go up. Comes out: a line each, earliest first.
 * @throws RangeError for a malformed date or rule
 */
export function meetingTimetable(
  rules: readonly DeadlineRule[],
  meetingOn: PlainDate,
  calendar: CouncilCalendar,
  publishBy?: PlainTime,
): readonly TimetableLine[] {
  const lastDay = lastDayToPublish(meetingOn, CLEAR_DAYS_NEEDED, { calendar });
  const { days } = clearDays(lastDay, meetingOn, { calendar });
  return [
    {
      key: "convening",
      label: "Last day to convene the meeting",
      date: lastDay,
      days,
      authority: "Local Government Act 1972 s100A(6)(a): five clear days’ notice",
    },
    {
      key: "publication",
      label: publishBy ? "Last day and hour to publish the agenda" : "Last day to publish the agenda, by midnight",
      ...lastMomentToPublish(meetingOn, calendar, publishBy),
      days,
      authority: publishBy
        ? `${CLEAR_DAYS_RULE}; what goes up after ${formatTime(publishBy)} counts from the next working day, by the body’s own rule`
        : CLEAR_DAYS_RULE,
    },
    ...rules.map((rule) => ({
      ...deadline(rule, meetingOn, calendar),
      days: countedBack(rule, meetingOn, calendar),
      authority: "The body’s standing orders",
    })),
  ].toSorted(inOrderOfTime);
}
