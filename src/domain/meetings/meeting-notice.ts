import { CLEAR_DAYS_NEEDED, lastDayToPublish } from "@/domain/calendar/clear-days";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { type NoticeVerdict, noticeVerdict } from "@/domain/calendar/notice";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { isPlainTime, type LocalMoment, type PlainTime } from "@/domain/calendar/plain-time";

/**
 * The hour by which a body's agendas go up: what goes up later that day counts as published on the next working day. Undefined where the
 * body sets none, and the day lasts until midnight.
 * Authority: the council's own rule; what goes up when the offices are closed cannot be inspected that day (LGA 1972 s100B(3)).
 * Goes in: a body's rules as they are stored. Comes out: an hour, "17:00".
 */
export function publishByOf(rules: unknown): PlainTime | undefined {
  const { publishBy } = (rules ?? {}) as { publishBy?: unknown };
  return typeof publishBy === "string" && isPlainTime(publishBy) ? publishBy : undefined;
}

/** Of a meeting, what its notice is counted from. */
export type Noticed = {
  readonly date: PlainDate;
  readonly convenedOn: PlainDate | null;
  readonly body: { readonly publishBy: PlainTime | undefined };
};

/**
 * Whether what became open to the public at this instant was open for long enough before the meeting, by the body's hour.
 * Authority: as for `noticeVerdict`. Comes out: its verdict, with the working.
 */
export const noticeGiven = (at: Date, { date, convenedOn, body }: Noticed, calendar: CouncilCalendar): NoticeVerdict =>
  noticeVerdict({ date: londonDate(at), time: londonTime(at) }, date, {
    calendar,
    convened: convenedOn ?? undefined,
    cutOff: body.publishBy,
  });

/**
 * The last day, and the hour where the body sets one, on which publishing leaves enough clear days.
 * Authority: Local Government Act 1972 section 100B(4)(a), and the council's own rule.
 */
export const lastMomentToPublish = (
  meetingOn: PlainDate,
  calendar: CouncilCalendar,
  publishBy: PlainTime | undefined,
): LocalMoment => ({
  date: lastDayToPublish(meetingOn, CLEAR_DAYS_NEEDED, { calendar }),
  ...(publishBy && { time: publishBy }),
});
