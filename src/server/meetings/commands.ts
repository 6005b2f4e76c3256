import type { Actor } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { isLocalDateTime, type LocalDateTime } from "@/domain/calendar/business-clock";
import { londonDate, londonInstant, londonTime } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { type Circumstances, decide, type Finding, type Refusal } from "@/domain/workflow/workflow";
import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/server/audit/record";
import { getCalendar, getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import { enqueuePublication } from "@/server/jobs/due-publications";
import { advance } from "@/server/workflow/advance";
import { getPublicationSubject, type PublicationSubject } from "./publication-subject";
import { keepSnapshot } from "./published-changes";
import { releaseAgenda } from "./release";

type Publish = {
  meetingId: string;
  /** The one that was read by whoever asks. */
  version: number;
  reason?: string | undefined;
  /** Who asked for it and for when, where it was scheduled. */
  scheduled?: { byId: string | null; by: string; at: Date };
};

/**
 * Publishes the agenda: the meeting, its items and its papers open to the public, restricted content stays inside, and what
 * anybody could then read is kept as an immutable snapshot with its SHA-256 and the gaps that were stated.
 * What was scheduled for later is settled by it.
 * @throws ExpectedError not-found; stale; refused with everything that stands in the way
 */
export async function publishMeeting(tx: Tx, actor: Actor, { meetingId, version, reason, scheduled }: Publish) {
  const clock = await getClock(tx);
  // A demonstration's clock jumps. What fell due on the way happened when it was due, not where the clock came to rest.
  const at = scheduled && clock.demonstration ? scheduled.at : clock.instant;
  const today = londonDate(at);
  const calendar = await getCalendar(tx);
  const meeting = await getPublicationSubject(tx, readScope(actor), meetingId, { at, calendar });

  const gaps = stated(meeting, { actor, today, reason });
  await advance(tx, {
    workflow: meetingWorkflow,
    name: "publish",
    subject: meeting,
    actor,
    version,
    today,
    reason,
    ...(scheduled && { after: { scheduledBy: scheduled.by, scheduledFor: scheduled.at.toISOString() } }),
    save: ({ where, data }) => tx.meeting.updateMany({ where, data: { ...data, publishedAt: at } }),
  });
  await releaseAgenda(tx, { actor, meeting, at, today });
  await settleScheduled(tx, { meetingId, state: "waiting" }, { state: "replaced" });

  const byId = actor.kind === "person" ? actor.personId : (scheduled?.byId ?? null);
  return keepSnapshot(tx, { meetingId, at, byId, gaps });
}

/** The warnings that the publication goes up with; none where it is refused, which advance() says. */
function stated(meeting: PublicationSubject, circumstances: Circumstances): readonly Finding[] {
  const decision = decide(meetingWorkflow, "publish", meeting, circumstances);
  return decision.allowed ? decision.warnings : [];
}

type Schedule = { meetingId: string; version: number; at: LocalDateTime; reason?: string | undefined };

/**
 * Has the agenda published at a time to come, by the business clock, whoever is looking then. Everything that would refuse it
 * at that time refuses to schedule it; what comes up in between is judged when it happens. Scheduling again replaces.
 * @param at day and time in London, "2016-10-04T10:00"
 * @returns the schedule's id
 * @throws ExpectedError not-found; stale; refused; invalid where the time has passed or comes after the meeting
 */
export async function schedulePublication(
  tx: Tx,
  actor: Actor,
  { meetingId, version, at, reason }: Schedule,
): Promise<string> {
  if (!isLocalDateTime(at)) throw invalid("at", "Give a day that exists, and a time such as 10:00.");
  const clock = await getClock(tx);
  const instant = londonInstant(at.slice(0, 10), at.slice(11));
  const meeting = await getPublicationSubject(tx, readScope(actor), meetingId, {
    at: instant,
    calendar: await getCalendar(tx),
  });
  if (meeting.version !== version) throw new ExpectedError({ kind: "stale" });

  const decision = decide(meetingWorkflow, "publish", meeting, { actor, today: londonDate(instant), reason });
  if (!decision.allowed) throw new ExpectedError({ kind: "refused", refusal: decision.refusal });
  if (instant <= clock.instant) throw invalid("at", "Choose a time still to come, or publish now.");
  if (londonDate(instant) > meeting.date) {
    throw invalid("at", `Choose a time before the meeting, which is on ${formatDate(meeting.date)}.`);
  }

  await touch(tx, meeting);
  await settleScheduled(tx, { meetingId, state: "waiting" }, { state: "replaced" });
  const scheduled = await tx.scheduledPublication.create({
    data: {
      meetingId,
      at: instant,
      reason: reason?.trim() || null,
      askedById: actor.kind === "person" ? actor.personId : null,
      askedBy: actor.kind === "person" ? actor.name : "Scrutineer",
    },
  });
  await enqueuePublication(tx, scheduled);
  await recordAudit(tx, {
    actor,
    action: "meeting.schedulePublication",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: clock.date,
    after: { scheduledFor: instant.toISOString() },
    reason,
    warnings: decision.warnings,
  });
  return scheduled.id;
}

/**
 * Takes a schedule back. The job that it left behind finds nothing to do.
 * @throws ExpectedError not-found where nothing is scheduled too; stale; refused
 */
export async function cancelScheduledPublication(
  tx: Tx,
  actor: Actor,
  { meetingId, version }: { meetingId: string; version: number },
): Promise<void> {
  const clock = await getClock(tx);
  const calendar = await getCalendar(tx);
  const meeting = await getPublicationSubject(tx, readScope(actor), meetingId, { at: clock.instant, calendar });
  if (meeting.version !== version) throw new ExpectedError({ kind: "stale" });
  const decision = decide(meetingWorkflow, "publish", meeting, { actor, today: clock.date });
  if (!decision.allowed && decision.refusal.code === "not-permitted") {
    throw new ExpectedError({ kind: "refused", refusal: decision.refusal });
  }
  await touch(tx, meeting);
  const { count } = await settleScheduled(tx, { meetingId, state: "waiting" }, { state: "cancelled" });
  if (count === 0) throw notFound();
  await recordAudit(tx, {
    actor,
    action: "meeting.cancelScheduledPublication",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: clock.date,
  });
}

/**
 * What the job does at the time: publishes once, however often it is run. Warnings do not stop it, because whoever scheduled
 * it is not there to give a reason; they are recorded, and stated with the agenda.
 * @returns what happened: a schedule that was replaced, cancelled or carried out before is nothing to do
 * @throws ExpectedError refused, where something new is in the way
 */
export async function carryOutPublication(
  tx: Tx,
  actor: Actor,
  { scheduledId }: { scheduledId: string },
): Promise<"published" | "nothing to do" | "not yet"> {
  const scheduled = await tx.scheduledPublication.findUnique({ where: { id: scheduledId } });
  if (scheduled?.state !== "waiting") return "nothing to do";
  if (scheduled.at > (await getClock(tx)).instant) return "not yet";
  // Of two that run at once the second waits here, and then finds it done.
  const claim = await settleScheduled(tx, { id: scheduledId, state: "waiting" }, { state: "done" });
  if (claim.count === 0) return "nothing to do";

  const { meetingId, at, askedBy: by, askedById: byId } = scheduled;
  const { version } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { version: true } });
  const asked = `Scheduled by ${by} for ${formatTime(londonTime(at))} on ${formatDate(londonDate(at))}.`;
  await publishMeeting(tx, actor, {
    meetingId,
    version,
    reason: scheduled.reason ? `${scheduled.reason} ${asked}` : asked,
    scheduled: { byId, by, at },
  });
  return "published";
}

/** Keeps, with the schedule and in the audit trail, why a publication did not happen, for the people who can act on it. */
export async function recordRefusedPublication(
  tx: Tx,
  actor: Actor,
  { scheduledId, refusal }: { scheduledId: string; refusal: Refusal },
): Promise<void> {
  const kept = { ...refusal, findings: refusal.findings.map((finding) => ({ ...finding })) };
  const { count } = await settleScheduled(
    tx,
    { id: scheduledId, state: "waiting" },
    { state: "refused", refusal: kept },
  );
  if (count === 0) return;
  const { meeting } = await tx.scheduledPublication.findUniqueOrThrow({
    where: { id: scheduledId },
    select: { meeting: { select: { id: true, bodyId: true } } },
  });
  await recordAudit(tx, {
    actor,
    action: "meeting.refuseScheduledPublication",
    subject: { kind: "meeting", id: meeting.id, bodyId: meeting.bodyId },
    happenedOn: (await getClock(tx)).date,
    reason: refusal.sentence,
    warnings: refusal.findings,
  });
}

const settleScheduled = (
  tx: Tx,
  where: Prisma.ScheduledPublicationWhereInput,
  data: Pick<Prisma.ScheduledPublicationUpdateManyMutationInput, "state" | "refusal">,
) => tx.scheduledPublication.updateMany({ where, data: { ...data, settledAt: new Date() } });

/** Counts the meeting's version up, so that two who do this at once do not both. */
async function touch(tx: Tx, { id, version }: { id: string; version: number }): Promise<void> {
  const { count } = await tx.meeting.updateMany({ where: { id, version }, data: { version: { increment: 1 } } });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
}
