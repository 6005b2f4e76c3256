import { KIND_NOUNS } from "@/domain/questions/question";
import { itemTaking, LISTED, type Taken } from "@/domain/questions/question-place";
import type { MeetingEntryKind } from "@/generated/prisma/client";
import type { Tx } from "@/server/db";
import { publishChange } from "@/server/meetings/published-changes";
import { isAgendaPublic } from "./subject";

/** Opens, with the agenda that is published, the questions that are accepted. */
export async function openQuestions(tx: Tx, meetingId: string): Promise<void> {
  await tx.question.updateMany({
    where: { meetingId, status: { in: [...LISTED] }, audience: { not: "public" } },
    data: { audience: "public", version: { increment: 1 } },
  });
}

/**
 * Holds a meeting still until the end of the transaction: whoever publishes its agenda, or puts its questions in order, waits.
 * @returns whether its agenda is public, and its status
 */
export async function holdMeeting(tx: Tx, meetingId: string) {
  await tx.$queryRaw`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid FOR NO KEY UPDATE`;
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { status: true, publishedAt: true },
  });
  return { ...meeting, agendaIsPublic: isAgendaPublic(meeting) };
}

/**
 * Says in public, dated, that the questions listed with a published agenda changed. Never who asked: what is said here stays, also
 * where the name is withheld later.
 */
export async function sayOfQuestion(
  tx: Tx,
  { meetingId, ...taken }: Taken & { meetingId: string },
  { kind, what }: { kind: MeetingEntryKind; what: string },
): Promise<void> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId, audience: "public" },
    orderBy: { place: "asc" },
    select: { id: true, kind: true, withdrawnAt: true },
  });
  const whose = taken.kind === "councillor_question" ? "a councillor" : "the public";
  await publishChange(tx, null, meetingId, {
    agendaItemId: itemTaking(items, taken)?.id ?? null,
    kind,
    text: `A ${KIND_NOUNS[taken.kind]} from ${whose} ${what}.`,
  });
}
