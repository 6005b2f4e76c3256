import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import type { MeetingAwaited } from "@/domain/waiting/waiting";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";

/** A meeting as what waits refers to it. */
export const MEETING_AWAITED = {
  id: true,
  slug: true,
  date: true,
  startTime: true,
  body: { select: BODY_LINK },
} as const satisfies Prisma.MeetingSelect;

export type AgendaPlace = { meeting: MeetingAwaited; place: string };

/** Where each of these items stands on the agenda of a meeting to come, by the number that the whole agenda gives it. */
export async function placesAhead(
  scope: ReadScope,
  itemIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, AgendaPlace>> {
  if (itemIds.length === 0) return new Map();
  const meetings = await reader(scope).meeting.findMany({
    where: { AND: [readable(scope), { date: { gte: today }, agenda: { some: { id: { in: [...itemIds] } } } }] },
    select: {
      ...MEETING_AWAITED,
      agenda: { where: readable(scope), select: { id: true, parentId: true, place: true } },
    },
  });
  return new Map(
    meetings.flatMap(({ agenda, ...meeting }) =>
      numberAgenda(agenda).map(({ item, number }) => [item.id, { meeting, place: `Item ${number}` }] as const),
    ),
  );
}
