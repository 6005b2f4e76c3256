import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";

const MOST_MEETINGS = 60;
const MOST_ITEMS = 30;

/** The bodies that have work programmes. */
const SCRUTINY = { kind: { in: ["scrutiny_committee" as const, "management_board" as const] } };

/**
 * What all committees look into, by the day it has its place: the meetings from a day on, and what happens without one.
 * @param from usually the first of the month
 */
export async function listPlaced(scope: ReadScope, from: PlainDate) {
  const client = reader(scope);
  const item = {
    id: true,
    title: true,
    status: true,
    type: true,
    slotKind: true,
    slotOn: true,
    body: { select: BODY_LINK },
    topic: { select: { ...ACCESS, slug: true, title: true } },
  } as const;
  const [meetings, elsewhere, committees] = await Promise.all([
    client.meeting.findMany({
      where: {
        AND: [readable(scope), { date: { gte: from }, status: { notIn: ["cancelled", "abandoned"] }, body: SCRUTINY }],
      },
      orderBy: [{ date: "asc" }, { startTime: "asc" }, { id: "asc" }],
      take: MOST_MEETINGS,
      select: {
        id: true,
        slug: true,
        date: true,
        startTime: true,
        status: true,
        body: { select: BODY_LINK },
        programmeItems: {
          where: { AND: [readable(scope), { status: { notIn: ["withdrawn", "transferred"] } }] },
          orderBy: [{ position: "asc" }, { id: "asc" }],
          take: MOST_ITEMS,
          select: item,
        },
      },
    }),
    client.programmeItem.findMany({
      where: {
        AND: [
          readable(scope),
          { slotKind: { in: ["briefing", "visit", "circulation"] }, slotOn: { gte: from } },
          { status: { notIn: ["withdrawn", "transferred"] } },
        ],
      },
      orderBy: [{ slotOn: "asc" }, { id: "asc" }],
      take: MOST_MEETINGS,
      select: item,
    }),
    client.body.findMany({
      where: { AND: [SCRUTINY, { OR: [{ until: null }, { until: { gte: from } }] }] },
      orderBy: { name: "asc" },
      take: 50,
      select: {
        ...BODY_LINK,
        programmes: {
          where: readable(scope),
          orderBy: { year: "desc" },
          take: 1,
          select: {
            year: true,
            _count: {
              select: { items: { where: { AND: [readable(scope), { slotKind: "none", status: "provisional" }] } } },
            },
          },
        },
      },
    }),
  ]);
  const shown = <Row extends { topic: Parameters<typeof visible>[1] }>(row: Row) => ({
    ...row,
    topic: visible(scope, row.topic) as Row["topic"],
  });
  return {
    meetings: meetings.map((meeting) => ({ ...meeting, programmeItems: meeting.programmeItems.map(shown) })),
    elsewhere: elsewhere.map(shown),
    committees,
  };
}

export type Placed = Awaited<ReturnType<typeof listPlaced>>;
