import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import { touchMeeting } from "./agenda-meeting";
import { publishChange } from "./published-changes";

/** The fields of a further session. */
export const sessionFields = (meeting: { startTime: string | null; place: string | null }): StepField[] => [
  { kind: "date", name: "date", label: "Day" },
  { kind: "line", name: "startTime", label: "Time", hint: "Such as 14:00", value: meeting.startTime ?? "" },
  { kind: "line", name: "place", label: "Place", value: meeting.place ?? "" },
  { kind: "prose", name: "note", label: "Why", hint: "What was left to do. The public reads it" },
];

/** Statuses in which a meeting can have been adjourned: its agenda is out. */
const ADJOURNABLE = ["published", "held"] as const;

/**
 * Gives an adjourned meeting a further session. It is the same meeting: its agenda stands, and its business needs no new clear
 * days (LGA 1972 s100A(6)(a) asks for notice of the meeting). The first session is the meeting as it was called.
 * @throws ExpectedError not-found; refused where it was not published, or is off; invalid; stale
 */
export async function addSession(
  tx: Tx,
  actor: Person,
  { meetingId, version, answers }: { meetingId: string; version: number; answers: Answers },
): Promise<void> {
  const meeting = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(readScope(actor))] },
    include: { body: { select: { parentId: true } }, sessions: { orderBy: { number: "desc" } } },
  });
  if (!meeting) throw notFound();
  mustBeAllowed(actor, "meeting.record", { ...meeting, parentBodyId: meeting.body.parentId }, "Add a session");
  if (!ADJOURNABLE.some((status) => status === meeting.status))
    throw refused(
      "wrong-status",
      `Not adjourned: the meeting is ${meetingWorkflow.statuses[meeting.status].label.toLowerCase()}. Only one whose agenda is published can be adjourned.`,
    );
  await touchMeeting(tx, meeting, version);

  const date = answers.date("date");
  const startTime = answers.time("startTime");
  const place = answers.text("place");
  const note = answers.text("note");
  const last = meeting.sessions[0];
  if (!date) throw invalid("date", "Give the day on which it goes on.");
  if (date < (last?.date ?? meeting.date))
    throw invalid("date", `Choose a day from ${formatFullDate(last?.date ?? meeting.date)} on: it goes on after that.`);
  if (!startTime) throw invalid("startTime", "Say at what time it goes on.");
  if (!place) throw invalid("place", "Say where it goes on.");
  if (!note) throw invalid("note", "Say why there is a further session: the public reads it.");

  if (!last) {
    const { date, startTime, place } = meeting;
    await tx.meetingSession.create({ data: { meetingId, number: 1, date, startTime, place } });
  }
  const number = (last?.number ?? 1) + 1;
  await tx.meetingSession.create({ data: { meetingId, number, date, startTime, place, note } });
  const when = `${formatFullDate(date)}, ${formatTime(startTime)}, ${place}`;
  await publishChange(tx, actor, meetingId, {
    kind: "further_session",
    text: `The meeting was adjourned and goes on on ${when}. ${note}`,
  });
  await recordAudit(tx, {
    actor,
    action: "meeting.addSession",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: (await getClock(tx)).date,
    after: { number, date, startTime, place, note },
  });
}
