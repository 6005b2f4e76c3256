import type { ReadScope } from "@/domain/access/read-scope";
import { itemAnchor, meetingAddress } from "@/domain/bodies/body-address";
import { municipalYear } from "@/domain/calendar/municipal-year";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { heldOn } from "@/server/people/held-on";
import { PLANNED, type PlannedRow, plannedItem } from "./planned-item";
import { agendaItemOf, PROPOSAL, proposalFacts } from "./proposal-facts";

const MOST_MEETINGS = 40;
const MOST_ITEMS = 200;

/** Everything a planned item is shown by. Who gave a topic which marks is nobody's but the committee's. */
const { _count: _, ...TOPIC } = PLANNED.topic.select;
const ITEM = {
  ...PLANNED,
  leads: {
    ...PLANNED.leads,
    select: { ...PLANNED.leads.select, person: { select: { slug: true, name: true } } },
  },
  promisedTo: { select: { id: true, date: true, slug: true } },
  topic: {
    select: {
      ...TOPIC,
      source: true,
      suggestedOn: true,
      originId: true,
      receiver: { select: BODY_LINK },
      _count: { select: { mergedFrom: true } },
    },
  },
  group: { select: { ...ACCESS, bodyId: true, body: { select: BODY_LINK } } },
  proposal: { select: PROPOSAL },
} as const satisfies Prisma.ProgrammeItemSelect;

/**
 * A committee's work programme of a municipal year: its meetings, what has a place at each, and what waits for one.
 * @param today the year it falls in is shown, or the last year with a programme where it has none
 * @throws ExpectedError "not-found" for a body that there is not
 */
export async function getProgramme(scope: ReadScope, slug: string, today: PlainDate) {
  const year = municipalYear(today, []);
  const client = reader(scope);
  const body = await client.body.findFirst({
    where: { slug },
    select: {
      ...BODY_LINK,
      id: true,
      labels: true,
      seats: {
        where: { AND: [heldOn(today), { role: { in: ["chair", "vice_chair"] } }] },
        select: { role: true, person: { select: { slug: true, name: true } } },
      },
      programmes: {
        where: { AND: [readable(scope), { year: { lte: year.label } }] },
        orderBy: { year: "desc" },
        take: 1,
        select: { id: true, year: true, status: true },
      },
      meetings: {
        where: {
          AND: [readable(scope), { date: { gte: year.startsOn }, status: { notIn: ["cancelled", "abandoned"] } }],
        },
        orderBy: [{ date: "asc" }, { slug: "asc" }],
        take: MOST_MEETINGS,
        select: {
          id: true,
          slug: true,
          date: true,
          startTime: true,
          status: true,
          agenda: {
            where: readable(scope),
            take: 100,
            select: { id: true, parentId: true, place: true, kind: true },
          },
        },
      },
    },
  });
  if (!body) throw notFound();
  const programme = body.programmes[0] ?? null;
  const rows = programme
    ? await client.programmeItem.findMany({
        where: { AND: [{ programmeId: programme.id }, readable(scope)] },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        take: MOST_ITEMS,
        select: ITEM,
      })
    : [];

  const agendas = body.meetings.map((meeting) => ({ meeting, items: numberAgenda(meeting.agenda) }));
  const surroundings = {
    capacity: null,
    meetings: body.meetings.map(({ agenda: _agenda, ...meeting }) => ({
      ...meeting,
      items: rows.filter((row) => row.meeting?.id === meeting.id).length,
    })),
  };
  /** Where an item of an agenda can be read, with its number. */
  const placeOf = (agendaItemId: string | null) => {
    for (const { meeting, items } of agendas) {
      const found = items.find(({ item }) => item.id === agendaItemId);
      if (found) {
        const href = `${meetingAddress(body, meeting)}#${itemAnchor(found.number)}`;
        return { number: found.number, date: meeting.date, href };
      }
    }
    return null;
  };

  return {
    body,
    programme,
    meetings: body.meetings,
    /** The item of a coming agenda at which the committee looks at this programme. */
    before: placeOf(
      agendas
        .filter(({ meeting }) => meeting.date >= today)
        .flatMap(({ items }) => items)
        .find(({ item }) => item.kind === "work_programme")?.item.id ?? null,
    ),
    items: rows.map((row) => {
      const proposal = visible(scope, row.proposal);
      const topic = visible(scope, row.topic);
      const planned = plannedItem(scope, asPlanned(row), surroundings);
      return {
        planned,
        purpose: row.purpose,
        position: row.position,
        slotMeetingId: row.meeting?.id ?? null,
        targetAsPrinted: row.targetAsPrinted,
        promisedTo: row.promisedTo,
        leads: row.leads,
        topic,
        group: visible(scope, row.group),
        proposal: proposalFacts(proposal),
        proposalAt: proposal && placeOf(agendaItemOf(proposal)),
      };
    }),
  };
}

export type PublishedProgramme = Awaited<ReturnType<typeof getProgramme>>;
export type PublishedItem = PublishedProgramme["items"][number];

type Row = Prisma.ProgrammeItemGetPayload<{ select: typeof ITEM }>;

/** The rules ask for the number of scores and get none: whether a topic was scored its status says. */
const asPlanned = (row: Row): PlannedRow => ({
  ...row,
  topic: row.topic && { ...row.topic, _count: { scores: 0 } },
});

/**
 * Topics of a committee that came from a meeting, with what became of each, so that none is lost from sight.
 * @param slug of the body
 */
export async function listTopicsFromMeetings(scope: ReadScope, slug: string) {
  const topics = await reader(scope).topic.findMany({
    where: { AND: [readable(scope), { body: { slug }, originId: { not: null } }] },
    orderBy: [{ suggestedOn: "desc" }, { title: "asc" }],
    take: MOST_ITEMS,
    select: {
      slug: true,
      title: true,
      status: true,
      suggestedOn: true,
      origin: {
        select: {
          number: true,
          minutes: { select: { meeting: { select: { slug: true, date: true, body: { select: BODY_LINK } } } } },
        },
      },
      programmeItems: { where: readable(scope), take: 1, select: { id: true } },
      proposals: { take: 1, select: { proposalId: true } },
    },
  });
  return topics.map(({ programmeItems, proposals, ...topic }) => ({
    ...topic,
    isTakenUp: programmeItems.length > 0 || proposals.length > 0,
  }));
}
