import { randomUUID } from "node:crypto";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { followUpRules, followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import type { Finding } from "@/domain/workflow/workflow";
import { mustBeAllowed } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import { recordAuthority } from "@/server/workflow/authority";
import { chosen } from "@/server/workflow/choices";
import { listMeetingsAhead, listTopics, nextMeetingOf } from "./choices";
import { ownersFrom, writeOwners } from "./owners";
import { rulesFrom } from "./subject";

/**
 * Enters what a minute, or somebody on an authority, asks of people.
 * @param bodyId the body that asks
 * @returns its id
 * @throws ExpectedError not-found for a body that is none; refused with everything it lacks: what asks for it, who answers for
 *   it, by when; invalid for a field
 */
export async function addFollowUp(tx: Tx, actor: Person, bodyId: string, answers: Answers): Promise<string> {
  const scope = readScope(actor);
  const body = await tx.body.findUnique({ where: { id: bodyId } });
  if (!body) throw notFound();
  mustBeAllowed(actor, "follow-up.edit", { bodyId, parentBodyId: body.parentId }, "Enter a follow-up");

  const { date: today } = await getClock(tx);
  const text = answers.text("text");
  if (!text) throw invalid("text", "Write down what is asked for.");
  const id = randomUUID();
  const minute = await minuteOf(tx, actor, bodyId, answers.id("minuteId"));
  const authority = minute ? undefined : await authorityOf(tx, actor, { id, today, answers });
  const owners = await ownersFrom(tx, answers, today);
  const dueOn = answers.date("dueOn");
  const dueNextMeeting = answers.yes("dueNextMeeting");
  const dueMeetingId = await chosen(answers.id("dueMeetingId"), "dueMeetingId", () =>
    listMeetingsAhead(tx, bodyId, today),
  );
  if ([dueOn, dueNextMeeting, dueMeetingId].filter(Boolean).length > 1)
    throw invalid("dueOn", "Give a day, choose the next meeting, or name one: one of the three.");
  const topicId = await chosen(answers.id("topicId"), "topicId", () => listTopics(tx, scope, bodyId));

  const status = followUpWorkflow.initial;
  const { audience } = followUpWorkflow.statuses[status];
  const raisedOn = minute?.on ?? authority?.decidedOn ?? today;
  const facts = {
    status,
    bodyId,
    minuteId: minute?.id ?? null,
    authorityId: authority?.id ?? null,
    text,
    dueOn,
    dueNextMeeting,
    evidence: null,
    heldFrom: null,
    reviewOn: null,
    supersededById: null,
    programmeItemId: null,
  } as const;
  const dueMeetingOn = dueMeetingId
    ? (await tx.meeting.findUniqueOrThrow({ where: { id: dueMeetingId }, select: { date: true } })).date
    : null;
  mustBeComplete(
    followUpRules.flatMap((rule) =>
      rule(
        { ...facts, ownerIds: owners, dueMeetingOn, lastUpdatedOn: raisedOn, rules: rulesFrom(body.rules) },
        { actor, today },
      ),
    ),
  );

  const topic = topicId ? await tx.topic.findUnique({ where: { id: topicId }, select: { areaId: true } }) : null;
  const dueMeeting = dueNextMeeting ? await nextMeetingOf(tx, bodyId, today) : null;
  await tx.followUp.create({
    data: {
      ...facts,
      id,
      audience,
      topicId,
      raisedOn,
      dueMeetingId: dueMeetingId ?? dueMeeting?.id ?? null,
      areaId: topic?.areaId ?? null,
      keepers: owners,
    },
  });
  await writeOwners(tx, id, owners);
  await recordAudit(tx, {
    actor,
    action: "follow-up.enter",
    subject: { kind: followUpWorkflow.name, id, bodyId },
    happenedOn: raisedOn,
    after: { status },
    authorityId: authority?.id,
  });
  return id;
}

/** The minute that asks for it, one of the body's own. */
async function minuteOf(tx: Tx, actor: Person, bodyId: string, id: string | null) {
  if (id === null) return null;
  const found = await tx.minute.findFirst({
    where: { AND: [{ id, minutes: { meeting: { bodyId } } }, readable(readScope(actor))] },
    select: { minutes: { select: { meeting: { select: { date: true } } } } },
  });
  if (!found) throw invalid("minuteId", "Choose a minute of this body.");
  return { id, on: found.minutes.meeting.date };
}

/** What it is asked on where no minute asks for it; undefined where nothing is said. */
async function authorityOf(
  tx: Tx,
  actor: Person,
  { id, today, answers }: { id: string; today: PlainDate; answers: Answers },
) {
  const consulted = answers.text("consulted");
  const otherBodyId = answers.id("otherBodyId");
  if (!consulted && !otherBodyId) return undefined;
  if (consulted && otherBodyId) throw invalid("consulted", "Name whom you consulted, or the other body: not both.");
  return await recordAuthority(tx, {
    actor,
    scope: readScope(actor),
    grounds: {
      consulted,
      otherBodyId: otherBodyId ?? undefined,
      reference: answers.text("reference"),
      decidedOn: answers.date("decidedOn") ?? undefined,
    },
    today,
    audience: followUpWorkflow.statuses[followUpWorkflow.initial].audience,
    subjectId: id,
    listedUnder: { id },
  });
}

function mustBeComplete(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const sentence =
    findings.length === 1
      ? "Not entered: one thing is missing."
      : `Not entered: ${findings.length} things are missing.`;
  throw new ExpectedError({ kind: "refused", refusal: { code: "against-rule", sentence, findings } });
}
