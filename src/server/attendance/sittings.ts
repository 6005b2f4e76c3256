import type { Person } from "@/domain/access/actor";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Client, Tx } from "@/server/db";
import { ExpectedError, invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import { getRecordable } from "./recordable";

type Sitting = {
  number: number;
  date: string;
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  note: string;
};

/** The sittings of a meeting in their order; the first is the meeting as it was called, whether or not it has a row yet. */
export async function listSittings(
  client: Client,
  meeting: { id: string; date: string; startTime: string | null; place: string | null },
): Promise<Sitting[]> {
  const found = await client.meetingSession.findMany({ where: { meetingId: meeting.id }, orderBy: { number: "asc" } });
  if (found.some(({ number }) => number === 1)) return found;
  const { date, startTime, place } = meeting;
  return [{ number: 1, date, startTime, endTime: null, place, note: "" }, ...found];
}

/** The fields of when each sitting began and ended, and what is to be said of it. */
export const sittingFields = (sittings: readonly Sitting[]): StepField[] =>
  sittings.flatMap(({ number, date, startTime, endTime, note }): StepField[] => {
    const of = sittings.length > 1 ? `, ${formatFullDate(date)}` : "";
    return [
      { kind: "time", name: `start-${number}`, label: `Began${of}`, hint: "Such as 10:05", value: startTime ?? "" },
      { kind: "time", name: `end-${number}`, label: `Ended${of}`, value: endTime ?? "" },
      {
        kind: "prose",
        name: `note-${number}`,
        label: `To be said of it${of}`,
        hint: "An interval, or that the quorum was lost. The public reads it",
        value: note,
      },
    ];
  });

/**
 * Records when the sittings of a meeting began and ended, at the table or from notes.
 * @throws ExpectedError not-found; refused for whoever may not, before the day, and once minutes are published; invalid for a
 *   sitting that ends before it begins; stale
 */
export async function recordSittings(
  tx: Tx,
  actor: Person,
  { meetingId, version, answers }: { meetingId: string; version: number; answers: Answers },
): Promise<void> {
  const meeting = await getRecordable(tx, actor, meetingId);
  const { count } = await tx.meeting.updateMany({
    where: { id: meetingId, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  for (const { number, date, place } of await listSittings(tx, meeting)) {
    const startTime = answers.time(`start-${number}`);
    const endTime = answers.time(`end-${number}`);
    if (startTime && endTime && endTime < startTime)
      throw invalid(`end-${number}`, "Check the times: it ended before it began.");
    const said = { startTime, endTime, note: answers.text(`note-${number}`) };
    await tx.meetingSession.upsert({
      where: { meetingId_number: { meetingId, number } },
      create: { meetingId, number, date, place, ...said },
      update: said,
    });
  }
  await recordAudit(tx, {
    actor,
    action: "meeting.recordSittings",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: (await getClock(tx)).date,
    after: {},
  });
}
