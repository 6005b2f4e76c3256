import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { numberAgenda } from "@/domain/meetings/agenda";
import { noticeGiven, publishByOf } from "@/domain/meetings/meeting-notice";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { privateWords } from "@/domain/meetings/private-item";
import type { ConfidentialGround } from "@/domain/papers/schedule-12a";
import { readable } from "@/server/access/readable";
import { getCalendar, getClock } from "@/server/clock/queries";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { type ItemValues, itemFields, itemValues, listItemChoices } from "./agenda-item-form";
import { listReportChoices } from "./agenda-papers";
import { bringInFields } from "./bring-in";
import { motionFields } from "./motions";
import { BODY_LINK } from "./queries";

/** A meeting by its address. */
export type MeetingAt = { body: string; meeting: string };

/**
 * A meeting as whoever serves its body works on it.
 * @throws ExpectedError not-found, also for whoever may only read it
 */
export async function getServedMeeting(person: Person, { body, meeting: slug }: MeetingAt) {
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ slug, body: { slug: body } }, readable(readScope(person))] },
    include: { body: { select: { ...BODY_LINK, id: true, parentId: true, deadlines: true, rules: true } } },
  });
  if (!meeting || !can(person, "meeting.edit", { ...meeting, parentBodyId: meeting.body.parentId })) throw notFound();
  const { rules, ...itsBody } = meeting.body;
  return {
    ...meeting,
    body: { ...itsBody, publishBy: publishByOf(rules) },
    isPublished: meeting.publishedAt !== null,
    isOver: meetingWorkflow.statuses[meeting.status].final === true,
  };
}

/**
 * The agenda of a meeting as its desk shows it, and the fields of a new item.
 * @throws ExpectedError not-found
 */
export async function getAgendaDesk(person: Person, at: MeetingAt) {
  const meeting = await getServedMeeting(person, at);
  const agenda = await db.agendaItem.findMany({
    where: { meetingId: meeting.id },
    include: {
      papers: {
        where: { replacedBy: { is: null }, takenDownAt: null },
        orderBy: { position: "asc" },
        select: { id: true, title: true, restriction: true, heldBack: true },
      },
      leadMember: { select: { name: true } },
      officer: { select: { name: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const choices = await listItemChoices(db, readScope(person), meeting, agenda, null);
  const [{ instant }, calendar] = await Promise.all([getClock(), getCalendar()]);
  return {
    meeting: {
      ...meeting,
      /** Whether what comes now has too few clear days: it is taken if whoever presides finds it urgent (LGA 1972 s100B(4)). */
      isLate: !noticeGiven(instant, meeting, calendar).meets,
    },
    items: numberAgenda(agenda).map(({ item, number, depth }) => ({
      ...item,
      number,
      depth,
      private: privateWords({ ...item, confidentialGround: item.confidentialGround as ConfidentialGround | null }),
    })),
    fields: itemFields(choices, null),
  };
}

export type AgendaDesk = Awaited<ReturnType<typeof getAgendaDesk>>;

/** What waits for a meeting and is not on its agenda, to be ticked; nothing once the meeting is over. */
export const listWaitingFields = async (person: Person, { meeting, items }: AgendaDesk) =>
  meeting.isOver ? [] : bringInFields(db, readScope(person), { ...meeting, agenda: items }, person.day);

/** Motions that wait for a meeting of the body, each with the one it names; nothing once the meeting is over. */
export const listMotionFields = async (person: Person, { meeting }: AgendaDesk) =>
  meeting.isOver ? [] : motionFields(db, readScope(person), meeting, person.day);

/**
 * One item of an agenda with the fields of its form, and the reports it may list.
 * @throws ExpectedError not-found
 */
export async function getItemDesk(person: Person, at: MeetingAt, itemId: string) {
  const { meeting, items } = await getAgendaDesk(person, at);
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw notFound();
  const scope = readScope(person);
  const [choices, reports, papers] = await Promise.all([
    listItemChoices(db, scope, meeting, items, item.id),
    listReportChoices(db, scope, meeting),
    db.paper.findMany({
      where: { AND: [{ agendaItemId: item.id, replacedBy: { is: null } }, readable(scope)] },
      orderBy: { position: "asc" },
      select: { id: true, title: true, kind: true, restriction: true, report: { select: { slug: true } } },
    }),
  ]);
  const values: ItemValues = itemValues(item);
  return { meeting, item, fields: itemFields(choices, values), reports, papers };
}
