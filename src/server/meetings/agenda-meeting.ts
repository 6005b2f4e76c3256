import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, notFound } from "@/server/errors";

const ITEM = {
  children: { select: { id: true } },
  papers: { where: { takenDownAt: null, replacedBy: { is: null } }, select: { id: true, title: true, reportId: true } },
  proposals: { select: { id: true } },
  declarations: { select: { id: true } },
  minutes: { select: { id: true } },
} as const satisfies Prisma.AgendaItemInclude;

export type AgendaRow = Prisma.AgendaItemGetPayload<{ include: typeof ITEM }>;

export type AgendaMeeting = Awaited<ReturnType<typeof getAgendaMeeting>>;

/**
 * A meeting whose agenda somebody is about to change.
 * @throws ExpectedError not-found; refused for whoever may not, and where the meeting is over
 */
export async function getAgendaMeeting(tx: Tx, actor: Person, meetingId: string, label: string) {
  const meeting = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(readScope(actor))] },
    include: {
      body: { select: { parentId: true } },
      agenda: { include: ITEM, orderBy: [{ position: "asc" }, { id: "asc" }] },
    },
  });
  if (!meeting) throw notFound();
  mustBeAllowed(actor, "meeting.edit", { ...meeting, parentBodyId: meeting.body.parentId }, label);
  const { final, label: standsAt } = meetingWorkflow.statuses[meeting.status];
  if (final)
    throw refused(
      "wrong-status",
      `Not changed: the meeting of ${formatDate(meeting.date)} is ${standsAt.toLowerCase()}. Its agenda stays in the record as it was.`,
    );
  const clock = await getClock(tx);
  return { ...meeting, clock, isPublished: meeting.publishedAt !== null };
}

/** @throws ExpectedError not-found */
export function itemOf(meeting: AgendaMeeting, itemId: string | undefined): AgendaRow {
  const item = meeting.agenda.find(({ id }) => id === itemId);
  if (!item) throw notFound();
  return item;
}

/** An item's number on the agenda as it stands. */
export const numberOf = (meeting: AgendaMeeting, itemId: string): string =>
  numberAgenda(meeting.agenda).find(({ item }) => item.id === itemId)?.number ?? "";

/** Counts the meeting's version up: its order is the meeting's. @throws ExpectedError stale */
export async function touchMeeting(tx: Tx, { id }: { id: string }, version: number): Promise<void> {
  const { count } = await tx.meeting.updateMany({ where: { id, version }, data: { version: { increment: 1 } } });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
}

/** What was done to the agenda, in the history of its meeting. */
export const recordAgenda = (
  tx: Tx,
  actor: Person,
  meeting: AgendaMeeting,
  entry: { verb: string; before?: Prisma.InputJsonObject; after?: Prisma.InputJsonObject; reason?: string | undefined },
) =>
  recordAudit(tx, {
    actor,
    action: `meeting.${entry.verb}`,
    subject: { kind: "meeting", id: meeting.id, bodyId: meeting.bodyId },
    happenedOn: meeting.clock.date,
    ...(entry.before && { before: entry.before }),
    ...(entry.after && { after: entry.after }),
    reason: entry.reason || undefined,
  });
