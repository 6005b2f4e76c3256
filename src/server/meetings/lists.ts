import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { BODY_LINK } from "./queries";

/** Of the past, what one still looks for; older meetings are found from their body. */
const MOST_BEHIND = 100;
const MOST_AHEAD = 300;

/** Meetings that are open to the reader: those to come, the soonest first, then those that were, the latest first. */
export async function listMeetings(scope: ReadScope, today: PlainDate) {
  const client = reader(scope);
  const select = {
    id: true,
    slug: true,
    date: true,
    startTime: true,
    place: true,
    status: true,
    bodyId: true,
    body: { select: BODY_LINK },
    minutes: { select: { ...ACCESS, status: true } },
    entries: { orderBy: { at: "desc" as const }, take: 1, select: { at: true } },
  };
  const [ahead, behind] = await Promise.all([
    client.meeting.findMany({
      where: { AND: [readable(scope), { date: { gte: today } }] },
      orderBy: [{ date: "asc" }, { startTime: "asc" }],
      take: MOST_AHEAD,
      select,
    }),
    client.meeting.findMany({
      where: { AND: [readable(scope), { date: { lt: today } }] },
      orderBy: [{ date: "desc" }, { startTime: "desc" }],
      take: MOST_BEHIND,
      select,
    }),
  ]);
  return [...ahead, ...behind].map(({ bodyId, minutes, entries, ...meeting }) => ({
    ...meeting,
    /** The reader sits on its body. */
    isOwn: scope.bodies.includes(bodyId),
    isAhead: meeting.date >= today,
    minutes: visible(scope, minutes)?.status ?? null,
    changedAt: entries[0]?.at ?? null,
  }));
}

export type ListedMeeting = Awaited<ReturnType<typeof listMeetings>>[number];
