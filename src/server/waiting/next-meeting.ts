import { can } from "@/domain/access/permissions";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import { type ClearDays, clearDays } from "@/domain/calendar/clear-days";
import { backwardTimetable, type Deadline, type DeadlineRule } from "@/domain/calendar/deadlines";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { addDays } from "@/domain/calendar/plain-date";
import type { LocalMoment } from "@/domain/calendar/plain-time";
import { lastMomentToPublish, publishByOf } from "@/domain/meetings/meeting-notice";
import type { MeetingAwaited } from "@/domain/waiting/waiting";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";
import { MEETING_AWAITED } from "./agenda-places";
import type { Asker } from "./asker";

export type NextMeeting = {
  meeting: MeetingAwaited;
  published: LocalMoment | null;
  /** From its publication; from today where it is not published yet. */
  clear: ClearDays;
  /** When it is to go up at the latest for its clear days. */
  last: LocalMoment;
  timetable: readonly Deadline[];
};

/** Days ahead in which counting them is of use. */
const AHEAD = 28;

/** The next public meeting of a body that somebody sits on or serves, with the days that lead to it; null where there is none. */
export async function getNextMeeting({ person, scope, today, clock, calendar }: Asker): Promise<NextMeeting | null> {
  const found = await reader(scope).meeting.findMany({
    where: {
      AND: [
        readable(scope),
        {
          date: { gt: today, lte: addDays(today, AHEAD) },
          status: { in: ["convened", "published"] },
          body: { kind: { in: [...SCRUTINY_COMMITTEES] } },
        },
      ],
    },
    orderBy: [{ date: "asc" }, { startTime: "asc" }],
    take: 20,
    select: {
      ...MEETING_AWAITED,
      bodyId: true,
      publishedAt: true,
      body: { select: { ...BODY_LINK, parentId: true, deadlines: true, rules: true } },
    },
  });
  const row = found.find(
    ({ bodyId, body }) =>
      scope.bodies.includes(bodyId) || can(person, "meeting.publish", { bodyId, parentBodyId: body.parentId }),
  );
  if (!row) return null;
  const { bodyId, publishedAt, ...meeting } = row;
  const { rules: bodyRules, ...body } = row.body;
  const publishBy = publishByOf(bodyRules);
  const published = publishedAt && { date: londonDate(publishedAt), time: londonTime(publishedAt) };
  const rules = Array.isArray(body.deadlines) ? (body.deadlines as DeadlineRule[]) : [];
  return {
    meeting: { ...meeting, body },
    published,
    clear: clearDays(published ?? clock, row.date, { calendar, cutOff: publishBy }),
    last: lastMomentToPublish(row.date, calendar, publishBy),
    timetable: backwardTimetable(rules, row.date, calendar),
  };
}
