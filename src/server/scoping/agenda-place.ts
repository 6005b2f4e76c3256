import type { Person } from "@/domain/access/actor";
import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import type { AgendaItemKind, MeetingStatus, Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Client, Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { publishChange } from "@/server/meetings/published-changes";
import type { StepOption } from "@/server/workflow/step-field";

/** Meetings that will take place: their agendas can still be added to. */
const AHEAD: readonly MeetingStatus[] = ["planned", "convened", "published"];

/** Items under which a committee takes what is put to it; apologies and the like are no business. */
const TAKES_BUSINESS: readonly AgendaItemKind[] = ["ordinary", "heading", "work_programme", "motions"];

/** Which agendas something may be put on. */
export type Agendas = {
  bodyId: string;
  today: PlainDate;
  /** The only one, where it has its place at a meeting. */
  meetingId?: string | undefined;
  /** An item of the agenda has at most one of the programme. */
  programmeItemId?: string | undefined;
};

const meetingsAhead = ({ bodyId, today, meetingId }: Agendas): Prisma.MeetingWhereInput => ({
  bodyId,
  date: { gte: today },
  status: { in: [...AHEAD] },
  ...(meetingId && { id: meetingId }),
});

const takingBusiness = ({ programmeItemId }: Agendas): Prisma.AgendaItemWhereInput => ({
  kind: { in: [...TAKES_BUSINESS] },
  withdrawnAt: null,
  ...(programmeItemId && { OR: [{ programmeItemId: null }, { programmeItemId }] }),
});

/** Where something can be put: on the agenda of each meeting still to come, as an item of its own or under one that is there. */
export async function listAgendaPlaces(client: Client, scope: ReadScope, agendas: Agendas): Promise<StepOption[]> {
  const meetings = await client.meeting.findMany({
    where: { AND: [meetingsAhead(agendas), readable(scope)] },
    orderBy: [{ date: "asc" }, { startTime: "asc" }],
    take: 12,
    select: {
      id: true,
      date: true,
      status: true,
      agenda: {
        where: readable(scope),
        select: { id: true, parentId: true, place: true, title: true },
      },
    },
  });
  const open = await client.agendaItem.findMany({
    where: { AND: [{ meetingId: { in: meetings.map(({ id }) => id) } }, takingBusiness(agendas)] },
    select: { id: true },
  });
  const ids = new Set(open.map(({ id }) => id));
  return meetings.flatMap(({ id, date, status, agenda }) => [
    {
      value: id,
      label: `${formatDate(date)}: a new item${status === "published" ? ", published at once as a supplement" : ""}`,
    },
    ...numberAgenda(agenda)
      .filter(({ item }) => ids.has(item.id))
      .map(({ item, number }) => ({ value: item.id, label: `${formatDate(date)}, item ${number}: ${item.title}` })),
  ]);
}

type Put = Agendas & {
  /** The meeting, for a new item; or the item. */
  place: string;
  /** The field of the form that chose it. */
  field: string;
  /** Of the item, where it is made. */
  title: string;
  links?: Pick<Prisma.AgendaItemUncheckedCreateInput, "leadMemberId" | "reporting" | "topicId">;
  /** The paper that goes with it. */
  paper?: Pick<Prisma.PaperUncheckedCreateInput, "kind" | "title" | "proposalId">;
};

export type PutOnAgenda = { itemId: string; meetingId: string; on: PlainDate; isPublished: boolean };

/**
 * Puts something on the agenda of a meeting. On one that is published it is a supplement with its date: open to the public from
 * this moment, from which its own clear days are counted (LGA 1972 s100B(4)).
 * @throws ExpectedError invalid for a place that is none
 */
export async function putOnAgenda(tx: Tx, actor: Person, put: Put): Promise<PutOnAgenda> {
  const { field, place, title, links, paper } = put;
  const under = await tx.agendaItem.findFirst({
    where: { AND: [{ id: place, meeting: { is: meetingsAhead(put) } }, takingBusiness(put)] },
    select: { id: true, meetingId: true, title: true },
  });
  const meetingId = under?.meetingId ?? place;
  // Changed first: whoever publishes it meanwhile waits, and the item is on the agenda that goes up, or a supplement to it.
  const { count } = await tx.meeting.updateMany({
    where: { AND: [meetingsAhead(put), { id: meetingId }] },
    data: { version: { increment: 1 } },
  });
  if (count === 0)
    throw invalid(field, "Choose a meeting of this committee that is still to come, or an item of its agenda.");

  const { instant } = await getClock(tx);
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const isPublished = meeting.status === "published";
  const opened = isPublished ? ({ audience: "public", openSince: instant } as const) : {};
  const itemId = under?.id ?? (await makeItem(tx, { meeting, title, links, opened }));
  if (put.programmeItemId)
    await tx.agendaItem.update({ where: { id: itemId }, data: { programmeItemId: put.programmeItemId } });
  const paperId = paper ? await makePaper(tx, { bodyId: meeting.bodyId, agendaItemId: itemId, paper, opened }) : null;
  if (isPublished && (paper || !under))
    await publishChange(tx, actor, meetingId, {
      agendaItemId: itemId,
      paperId,
      kind: "supplement",
      text: under ? `“${title}”, under “${under.title}”.` : `“${title}”, an item of its own.`,
    });
  await recordAudit(tx, {
    actor,
    action: "meeting.addItem",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: put.today,
    after: { fields: ["agenda"], item: title, supplement: isPublished },
  });
  return { itemId, meetingId, on: meeting.date, isPublished };
}

type Opened = { audience?: "public"; openSince?: Date };

async function makeItem(
  tx: Tx,
  {
    meeting,
    title,
    links,
    opened,
  }: { meeting: { id: string; bodyId: string }; title: string; links: Put["links"]; opened: Opened },
): Promise<string> {
  const last = await tx.agendaItem.aggregate({
    where: { meetingId: meeting.id, parentId: null },
    _max: { position: true },
  });
  // At the end, so that no number that was published changes.
  const position = (last._max.position ?? 0) + 1;
  const { id } = await tx.agendaItem.create({
    data: { meetingId: meeting.id, bodyId: meeting.bodyId, position, title, ...links, ...opened },
    select: { id: true },
  });
  return id;
}

async function makePaper(
  tx: Tx,
  {
    bodyId,
    agendaItemId,
    paper,
    opened,
  }: { bodyId: string; agendaItemId: string; paper: NonNullable<Put["paper"]>; opened: Opened },
): Promise<string> {
  const last = await tx.paper.aggregate({ where: { agendaItemId }, _max: { position: true } });
  const { id } = await tx.paper.create({
    data: { bodyId, agendaItemId, position: (last._max.position ?? 0) + 1, ...paper, ...opened },
    select: { id: true },
  });
  return id;
}

/** Opens, with the agenda that is published, the proposals that are on it. */
export async function openProposals(tx: Tx, meetingId: string): Promise<void> {
  await tx.scopingProposal.updateMany({
    where: { agendaItem: { is: { meetingId } }, status: "on_agenda", audience: { not: "public" } },
    data: { audience: "public", version: { increment: 1 } },
  });
}
