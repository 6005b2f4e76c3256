import type { Person } from "@/domain/access/actor";
import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { AttendedMeeting } from "./attended-meeting";
import { listOthers, minutesCameFor, OF_OTHERS, OF_SEATS, seatField, seatsIn } from "./form";
import { getRecordable } from "./recordable";

/** @throws ExpectedError stale with what stands there now */
async function touch(tx: Tx, { id, seats, attendance }: AttendedMeeting, version: number): Promise<void> {
  const { count } = await tx.meeting.updateMany({ where: { id, version }, data: { version: { increment: 1 } } });
  if (count > 0) return;
  const now = await tx.meeting.findUniqueOrThrow({ where: { id }, select: { version: true } });
  const values = seats.map((seat) => [
    seatField(seat.id),
    attendance.find(({ personId }) => personId === seat.id)?.kind ?? "",
  ]);
  throw new ExpectedError({
    kind: "stale",
    current: { version: now.version, changedBy: null, values: Object.fromEntries(values) },
  });
}

/**
 * Records of each seat whether its holder was there (LGA 1972 Sch 12 para 40).
 * @throws ExpectedError not-found; refused; invalid; stale
 */
export async function recordAttendance(
  tx: Tx,
  actor: Person,
  { meetingId, version, answers }: { meetingId: string; version: number; answers: Answers },
): Promise<void> {
  const meeting = await getRecordable(tx, actor, meetingId);
  const seats = seatsIn(answers, meeting);
  await touch(tx, meeting, version);
  await tx.attendance.deleteMany({ where: { meetingId, kind: { in: [...OF_SEATS] } } });
  await tx.attendance.createMany({
    data: seats.map((seat, index) => ({ ...seat, meetingId, position: index + 1 })),
  });
  await recordDone(tx, actor, meeting, "recordAttendance", {
    present: seats.filter(({ kind }) => kind === "present").length,
    recorded: seats.length,
  });
}

/**
 * Adds somebody who holds no seat: a substitute, an officer, anybody else who came.
 * @throws ExpectedError not-found; refused; invalid; stale
 */
export async function addAttendee(
  tx: Tx,
  actor: Person,
  { meetingId, version, answers }: { meetingId: string; version: number; answers: Answers },
): Promise<void> {
  const meeting = await getRecordable(tx, actor, meetingId);
  const personId = answers.id("personId");
  if (!personId || !(await listOthers(tx, meeting)).some(({ value }) => value === personId))
    throw invalid("personId", "Choose who it was.");
  const kind = answers.oneOf("kind", OF_OTHERS);
  if (!kind) throw invalid("kind", "Say as what.");
  const substituteForId = answers.id("substituteForId");
  if (kind === "substitute") {
    if (!substituteForId || !meeting.seats.some(({ id }) => id === substituteForId))
      throw invalid("substituteForId", "Choose whose seat the substitute took.");
    if (meeting.attendance.some((each) => each.personId === substituteForId && each.kind === "present"))
      throw invalid("substituteForId", "That member is recorded as present.");
    if (meeting.attendance.some((each) => each.substituteForId === substituteForId))
      throw invalid("substituteForId", "That member has a substitute already.");
  }
  await touch(tx, meeting, version);
  await tx.attendance.create({
    data: {
      meetingId,
      personId,
      kind,
      substituteForId: kind === "substitute" ? substituteForId : null,
      titleAsPrinted: answers.text("title") || null,
      under: answers.text("under") || null,
      forMinutes: kind === "in_attendance" ? minutesCameFor(answers, meeting) : [],
      position: meeting.attendance.length + 1,
    },
  });
  await recordDone(tx, actor, meeting, "recordAttendance", { added: kind });
}

/**
 * Takes somebody who holds no seat out of the list.
 * @throws ExpectedError not-found; refused; stale
 */
export async function removeAttendee(
  tx: Tx,
  actor: Person,
  { meetingId, version, attendanceId }: { meetingId: string; version: number; attendanceId: string | undefined },
): Promise<void> {
  const meeting = await getRecordable(tx, actor, meetingId);
  const attended = meeting.attendance.find(({ id }) => id === attendanceId);
  if (!attended) throw notFound();
  await touch(tx, meeting, version);
  await tx.attendance.delete({ where: { id: attended.id } });
  await recordDone(tx, actor, meeting, "recordAttendance", { removed: attended.kind });
}

async function recordDone(
  tx: Tx,
  actor: Person,
  meeting: AttendedMeeting,
  verb: string,
  after: Prisma.InputJsonObject,
) {
  await recordAudit(tx, {
    actor,
    action: `meeting.${verb}`,
    subject: { kind: "meeting", id: meeting.id, bodyId: meeting.bodyId },
    happenedOn: (await getClock(tx)).date,
    after,
  });
}
