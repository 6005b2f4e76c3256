import type { Person } from "@/domain/access/actor";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { dueDay, isOverdue, isStale } from "@/domain/follow-ups/follow-up";
import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import type { FollowUpStatus } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { GROUND, groundOf } from "@/server/audit/ground";
import { listHistory } from "@/server/audit/history";
import { listBodiesOpenTo } from "@/server/bodies/open-to";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { listPeople } from "@/server/workflow/choices";
import type { StepOption } from "@/server/workflow/step-field";
import { listMeetingsAhead, listMinutes, listTopics } from "./choices";
import { FOLLOW_UP, type FollowUpRow, subjectFrom } from "./subject";

const MOST_LISTED = 300;
const MOST_NOTES = 100;

const OPEN: readonly FollowUpStatus[] = ["open", "in_progress", "done_claimed", "on_hold"];

const MINUTE = {
  select: {
    ...ACCESS,
    number: true,
    minutes: { select: { meeting: { select: { slug: true, date: true, body: { select: BODY_LINK } } } } },
  },
} as const;

/** Where a follow-up stands on a day. */
function standing(scope: ReadScope, row: FollowUpRow, today: PlainDate) {
  const subject = subjectFrom(row);
  return {
    due: dueDay({ ...subject, dueMeetingOn: visible(scope, row.dueMeeting)?.date ?? null }),
    overdue: isOverdue(subject, today),
    stale: isStale(subject, today),
  };
}

/** Follow-ups open to the reader, with whether they answer for it; those that are not over, then those that ended last. */
export async function listOfficeFollowUps(person: Person) {
  const scope = readScope(person);
  const [open, over] = await Promise.all(
    [true, false].map((isOpen) =>
      db.followUp.findMany({
        where: { AND: [readable(scope), { status: isOpen ? { in: [...OPEN] } : { notIn: [...OPEN] } }] },
        orderBy: isOpen
          ? [{ raisedOn: "asc" }, { id: "asc" }]
          : [{ statusOn: "desc" }, { raisedOn: "desc" }, { id: "asc" }],
        take: isOpen ? MOST_LISTED : 100,
        include: { ...FOLLOW_UP, minute: MINUTE },
      }),
    ),
  );
  return [...(open ?? []), ...(over ?? [])].map((row) => ({
    ...row,
    ...standing(scope, row, person.day),
    minute: visible(scope, row.minute),
    isMine: row.owners.some(({ personId }) => personId === person.personId),
  }));
}

export type ListedFollowUp = Awaited<ReturnType<typeof listOfficeFollowUps>>[number];

/**
 * A follow-up as the office works on it, with what was said and done about it.
 * @throws ExpectedError "not-found"
 */
export async function getOfficeFollowUp(person: Person, id: string) {
  const scope = readScope(person);
  const row = await db.followUp.findFirst({
    where: { AND: [{ id }, readable(scope)] },
    include: {
      ...FOLLOW_UP,
      notes: { orderBy: [{ on: "desc" }, { recordedAt: "desc" }], take: MOST_NOTES },
      minute: MINUTE,
      authority: GROUND,
      endAuthority: GROUND,
      topic: { select: { ...ACCESS, slug: true, title: true } },
      supersededBy: { select: { ...ACCESS, id: true, text: true } },
      programmeItem: { select: { ...ACCESS, id: true, title: true, body: { select: BODY_LINK } } },
    },
  });
  if (!row) throw notFound();
  const [history, authors] = await Promise.all([
    listHistory(scope, followUpWorkflow, row),
    db.person.findMany({
      where: { id: { in: row.notes.flatMap(({ personId }) => personId ?? []) } },
      select: { id: true, name: true },
    }),
  ]);
  const names = new Map(authors.map(({ id, name }) => [id, name]));
  return {
    ...row,
    ...standing(scope, row, person.day),
    minute: visible(scope, row.minute),
    authority: groundOf(row.authority),
    endAuthority: groundOf(row.endAuthority),
    topic: visible(scope, row.topic),
    supersededBy: visible(scope, row.supersededBy),
    programmeItem: visible(scope, row.programmeItem),
    notes: row.notes.map((note) => ({ ...note, by: (note.personId && names.get(note.personId)) ?? null })),
    history,
  };
}

export type OfficeFollowUp = Awaited<ReturnType<typeof getOfficeFollowUp>>;

/** The bodies for which this person may enter a follow-up. */
export const listBodiesToAskFor = (person: Person) => listBodiesOpenTo(person, "follow-up.edit");

/** What may be chosen for a new follow-up of a body. */
export async function getFollowUpChoices(person: Person, bodyId: string) {
  const scope = readScope(person);
  const [owners, minutes, topics, meetings, bodies] = await Promise.all([
    listPeople(db, person.day),
    listMinutes(db, scope, bodyId),
    listTopics(db, scope, bodyId),
    listMeetingsAhead(db, bodyId, person.day),
    db.body.findMany({
      where: { until: null, id: { not: bodyId } },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
  ]);
  return {
    owners,
    minutes,
    topics,
    meetings,
    bodies: bodies.map(({ id, name }): StepOption => ({ value: id, label: name })),
  };
}
