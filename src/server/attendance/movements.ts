import type { Person } from "@/domain/access/actor";
import { recordKey } from "@/domain/access/record-key";
import { MOVEMENT_KINDS, movementProblem } from "@/domain/attendance/movement";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Client, Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { IN_ORDER } from "@/server/meetings/quorum-at-start";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import type { AttendedMeeting } from "./attended-meeting";
import { getRecordable } from "./recordable";

/** Comings and goings of a meeting in the order they were noted. */
export const listMovements = (client: Client, meetingId: string) =>
  client.movement.findMany({
    where: { meetingId },
    orderBy: [...IN_ORDER],
    include: { person: { select: { name: true } } },
  });

/** The fields of a coming or going: of whoever was there, in whatever way. */
export const movementFields = ({ attendance }: Pick<AttendedMeeting, "attendance">): StepField[] => [
  {
    kind: "one",
    name: "personId",
    label: "Who",
    options: attendance
      .filter(({ kind }) => kind !== "apologies" && kind !== "absent")
      .map(({ personId, person }) => ({ value: personId, label: person.name })),
  },
  {
    kind: "one",
    name: "kind",
    label: "What they did",
    hint: "Whoever leaves at an item is not counted for it; whoever comes is",
    options: optionsOf(MOVEMENT_KINDS),
  },
  { kind: "time", name: "at", label: "When", hint: "Such as 10:45. Leave it empty if nobody noted it" },
];

type Noted = { meetingId: string; minuteId: string | undefined; answers: Answers };

/**
 * Notes at which item somebody came late, left or came back; it may be typed up from notes afterwards.
 * @throws ExpectedError not-found; refused for whoever may not, before the day, and once minutes are published; invalid for a field,
 *   also for what cannot follow what was noted before
 */
export async function recordMovement(tx: Tx, actor: Person, { meetingId, minuteId, answers }: Noted): Promise<void> {
  const meeting = await getRecordable(tx, actor, meetingId);
  // Two who note it at once take turns.
  await tx.$queryRaw`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`;
  const minute = await tx.minute.findFirst({
    where: { id: recordKey(minuteId ?? ""), minutes: { meetingId } },
    select: { id: true, position: true },
  });
  if (!minute) throw notFound();
  const personId = answers.id("personId");
  if (!personId || !meeting.attendance.some((each) => each.personId === personId))
    throw invalid("personId", "Choose who it was: record first that they were there.");
  const kind = answers.oneOf("kind", keysOf(MOVEMENT_KINDS));
  if (!kind) throw invalid("kind", "Say whether they came or left.");
  const earlier = await tx.movement.findMany({
    where: { meetingId, personId, minute: { position: { lte: minute.position } } },
    orderBy: [...IN_ORDER],
    select: { kind: true },
  });
  const problem = movementProblem(kind, earlier.at(-1)?.kind ?? null);
  if (problem) throw invalid("kind", problem);
  await tx.movement.create({
    data: { meetingId, personId, minuteId: minute.id, kind, at: answers.time("at") },
  });
  await record(tx, actor, meeting, { movement: kind, minute: minute.id });
}

/**
 * Takes a coming or going back that was noted by mistake.
 * @throws ExpectedError not-found; refused
 */
export async function removeMovement(
  tx: Tx,
  actor: Person,
  { meetingId, movementId }: { meetingId: string; movementId: string | undefined },
): Promise<void> {
  const meeting = await getRecordable(tx, actor, meetingId);
  const found = await tx.movement.findMany({ where: { meetingId } });
  const movement = found.find(({ id }) => id === movementId);
  if (!movement) throw notFound();
  await tx.movement.delete({ where: { id: movement.id } });
  await record(tx, actor, meeting, { removed: movement.kind, minute: movement.minuteId });
}

async function record(tx: Tx, actor: Person, { id, bodyId }: AttendedMeeting, after: Record<string, string>) {
  await recordAudit(tx, {
    actor,
    action: "meeting.recordMovement",
    subject: { kind: "meeting", id, bodyId },
    happenedOn: (await getClock(tx)).date,
    after,
  });
}
