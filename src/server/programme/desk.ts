import type { ReadScope } from "@/domain/access/read-scope";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import { municipalYear } from "@/domain/calendar/municipal-year";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { proposalWarnings } from "@/domain/programme/card-warnings";
import type { ProgrammeItemStatus } from "@/domain/programme/programme-item";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { AGENDA, type AgendaPlace, type AgendaRow, cardOf, numberedPlaces, placeOf, stepsOf } from "./desk-card";
import { getSurroundings, PLANNED, type PlannedItem, plannedItem } from "./planned-item";
import { PROPOSAL, proposalFacts } from "./proposal-facts";

const BODY = { id: true, slug: true, kind: true, name: true, shortName: true, labels: true, parentId: true } as const;

/** The committees with a programme, or whose programme could begin, by name. */
export async function listProgrammeBodies(scope: ReadScope, today: PlainDate) {
  mustBeInside(scope);
  const bodies = await reader(scope).body.findMany({
    where: { kind: { in: [...SCRUTINY_COMMITTEES] }, OR: [{ until: null }, { until: { gte: today } }] },
    orderBy: { name: "asc" },
    select: {
      ...BODY,
      programmes: { where: readable(scope), orderBy: { year: "desc" }, take: 1, select: { year: true, status: true } },
      meetings: {
        where: {
          AND: [readable(scope), { date: { gte: today }, status: { in: ["planned", "convened", "published"] } }],
        },
        orderBy: { date: "asc" },
        take: 1,
        select: { date: true },
      },
      _count: { select: { programmeItems: { where: { AND: [readable(scope), { status: { notIn: [...OVER] } }] } } } },
    },
  });
  return bodies.map(({ programmes, meetings, _count, ...body }) => ({
    ...body,
    programme: programmes[0] ?? null,
    next: meetings[0]?.date ?? null,
    items: _count.programmeItems,
  }));
}

/** @throws ExpectedError "not-found" for a body without a programme, and for whoever has neither a seat nor a post */
export async function getProgrammeBody(scope: ReadScope, slug: string) {
  mustBeInside(scope);
  const body = await reader(scope).body.findFirst({
    where: { slug, kind: { in: [...SCRUTINY_COMMITTEES] } },
    select: BODY,
  });
  if (!body) throw notFound();
  return body;
}

/** The desk is of the office; what of it is public stands in the public table. */
export function mustBeInside(scope: ReadScope): void {
  if (!scope.inside) throw notFound();
}

/** On these nobody works any more, or not on this desk. */
const OVER: readonly ProgrammeItemStatus[] = ["considered", "closed", "withdrawn", "transferred"];

/**
 * A committee's programme as it is worked on: a column for each meeting to come, and for one that is past and has open items;
 * what is placed elsewhere; what has no place yet, the long list among it; what is out of the programme.
 * @throws ExpectedError "not-found"
 */
export async function getDesk(scope: ReadScope, slug: string, today: PlainDate) {
  const body = await getProgrammeBody(scope, slug);
  const client = reader(scope);
  const of = { bodyId: body.id };
  const [surroundings, programme, rows, agenda, topics, proposals] = await Promise.all([
    getSurroundings(client, scope, body.id),
    client.programme.findFirst({
      where: { AND: [of, { year: { lte: municipalYear(today, []).label } }, readable(scope)] },
      orderBy: { year: "desc" },
      select: { id: true, year: true, status: true },
    }),
    client.programmeItem.findMany({
      where: { AND: [of, readable(scope)] },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: PLANNED,
    }),
    client.agendaItem.findMany({
      where: { AND: [of, { meeting: { date: { gte: municipalYear(today, []).startsOn } } }, readable(scope)] },
      select: { ...AGENDA, meeting: { select: { id: true, date: true, status: true } } },
    }),
    client.topic.findMany({
      where: { AND: [{ ...of, ...UNTAKEN_TOPIC }, readable(scope)] },
      orderBy: [{ suggestedOn: "asc" }, { title: "asc" }],
      select: LONG_LISTED,
    }),
    client.scopingProposal.findMany({
      where: { AND: [{ ...of, ...UNTAKEN_PROPOSAL }, readable(scope)] },
      orderBy: { title: "asc" },
      select: PROPOSAL,
    }),
  ]);

  const numbered = numberedPlaces(agenda);
  const cards = rows
    .filter(({ status, topic }) => !OVER.includes(status) || (status === "transferred" && topic !== null))
    .map((row) => cardOf(row, plannedItem(scope, row, surroundings), { scope, today, numbered, agenda }));
  const isAhead = (meeting: { date: PlainDate; status: string }) => meeting.date >= today && meeting.status !== "held";
  const at = (meetingId: string) =>
    cards.filter(({ item }) => item.slot?.kind === "meeting" && item.slot.meetingId === meetingId && isWaited(item));
  const known = new Set(surroundings.meetings.map(({ id }) => id));
  /** Meetings that will not take place as planned, with what is still placed at them. */
  const lost = rows.flatMap(({ meeting, status }) =>
    meeting && !known.has(meeting.id) && !OVER.includes(status) ? [{ ...meeting, startTime: null, items: 0 }] : [],
  );
  const meetings = [...surroundings.meetings, ...new Map(lost.map((meeting) => [meeting.id, meeting])).values()]
    .filter((meeting) => isAhead(meeting) || at(meeting.id).length > 0)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));

  return {
    body,
    programme,
    capacity: surroundings.capacity,
    /** The item of the next agenda at which the committee looks at this programme. */
    before: nextLook(agenda, numbered, today),
    lastHeld: surroundings.meetings.findLast(({ status, date }) => status === "held" && date <= today)?.date ?? null,
    meetings: meetings.map((meeting) => ({
      ...meeting,
      year: municipalYear(meeting.date, []).label,
      cards: at(meeting.id),
      suggested: cards.filter(
        ({ promised, item }) =>
          promised?.meetingId === meeting.id && !(item.slot?.kind === "meeting" && item.slot.meetingId === meeting.id),
      ),
    })),
    elsewhere: cards.filter(({ item }) => item.slot !== null && item.slot.kind !== "meeting" && isWaited(item)),
    unplaced: cards.filter(({ item }) => item.slot === null || !isWaited(item)),
    /** On the long list, and nobody has made an item of it. */
    untaken: [
      ...proposals.map((proposal) => ({
        kind: "proposal" as const,
        id: proposal.id,
        title: proposal.title,
        agenda: placeOf(proposal, numbered),
        findings: proposalWarnings(proposalFacts(proposal)),
        topic: null,
        steps: null,
      })),
      ...topics.map(({ _count, receiver, ...topic }) => ({
        kind: "topic" as const,
        id: topic.id,
        title: topic.title,
        agenda: null,
        findings: [],
        topic: { ...topic, receiver: receiver?.name ?? null },
        steps: stepsOf(topic.status, _count.scores, null),
      })),
    ],
    out: rows
      .filter(({ id, status }) => OVER.includes(status) && !cards.some(({ item }) => item.id === id))
      .map(({ id, title, status, meeting }) => ({ id, title, status, at: meeting?.date ?? null })),
    titles: new Map(rows.map(({ id, title }) => [id, title])),
  };
}

export type Desk = Awaited<ReturnType<typeof getDesk>>;
export type DeskMeeting = Desk["meetings"][number];
export type Untaken = Desk["untaken"][number];

/** Work that goes on after its meeting has no place until it is given the next one. */
const isWaited = ({ status }: PlannedItem) => status !== "continued" && status !== "monitoring";

const LONG_LISTED = {
  id: true,
  slug: true,
  title: true,
  status: true,
  statusOn: true,
  statusReason: true,
  workedWith: true,
  receiver: { select: { name: true } },
  _count: { select: { scores: true } },
} as const satisfies Prisma.TopicSelect;

/** Wanted once, and neither looked into nor made an item, a proposal or part of another topic since. */
const UNTAKEN_TOPIC = {
  status: { in: ["triaged", "scored", "shortlisted", "in_scoping", "parked", "transferred"] },
  programmeItems: { none: {} },
  proposals: { none: {} },
  recommendations: { none: {} },
} satisfies Prisma.TopicWhereInput;

const UNTAKEN_PROPOSAL = {
  status: { notIn: ["draft", "rejected", "withdrawn", "complete"] },
  programmeItems: { none: {} },
} satisfies Prisma.ScopingProposalWhereInput;

function nextLook(agenda: readonly AgendaRow[], numbered: ReadonlyMap<string, AgendaPlace>, today: PlainDate) {
  const ahead = agenda
    .filter(({ kind, meeting }) => kind === "work_programme" && meeting.date >= today && meeting.status === "published")
    .toSorted((a, b) => (a.meeting.date < b.meeting.date ? -1 : 1));
  return (ahead[0] && numbered.get(ahead[0].id)) ?? null;
}
