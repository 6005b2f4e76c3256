import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";

const MOST_MEETINGS = 30;
const MOST_ITEMS = 30;
const MOST_COMMITTEES = 30;

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
      take: MOST_MEETINGS + 1,
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
      take: MOST_MEETINGS + 1,
      select: item,
    }),
    client.body.findMany({
      where: { AND: [SCRUTINY, { OR: [{ until: null }, { until: { gte: from } }] }] },
      orderBy: [{ kind: "asc" }, { name: "asc" }],
      take: MOST_COMMITTEES + 1,
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
  // Both lists end on the same day, or the later part of one would look as if there were nothing of the other.
  const lastDay = [meetings[MOST_MEETINGS]?.date, elsewhere[MOST_MEETINGS]?.slotOn]
    .flatMap((day) => day ?? [])
    .sort()[0];
  const comes = (day: PlainDate | null) => lastDay === undefined || day === null || day <= lastDay;
  return {
    meetings: meetings
      .slice(0, MOST_MEETINGS)
      .filter(({ date }) => comes(date))
      .map((meeting) => ({ ...meeting, programmeItems: meeting.programmeItems.map(shown) })),
    elsewhere: elsewhere
      .slice(0, MOST_MEETINGS)
      .filter(({ slotOn }) => comes(slotOn))
      .map(shown),
    /** The day up to which everything may not be there; null where nothing is left out. */
    endsOn: lastDay ?? null,
    committees: committees.slice(0, MOST_COMMITTEES),
    areMoreCommittees: committees.length > MOST_COMMITTEES,
  };
}

export type Placed = Awaited<ReturnType<typeof listPlaced>>;
