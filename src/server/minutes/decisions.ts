import type { Person } from "@/domain/access/actor";
import type { Prisma } from "@/generated/prisma/client";
import { refused } from "@/server/access/allowed";
import type { Client, Tx } from "@/server/db";
import { notFound } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";
import type { Answers } from "@/server/workflow/answers";
import type { StepOption } from "@/server/workflow/step-field";
import { type DecisionValues, decisionIn } from "./decision-form";
import {
  getWritableMinutes,
  type KeptMinute,
  type KeptMinutes,
  minuteOf,
  recordMinutes,
  touchMinute,
} from "./kept-minutes";

/** Whoever was there to vote; where no attendance is recorded, whoever held a seat. */
export async function listVoters(
  client: Client,
  meeting: { id: string; bodyId: string; date: string },
): Promise<StepOption[]> {
  const name = { select: { id: true, name: true, familyName: true } };
  const [present, seats] = await Promise.all([
    client.attendance.findMany({
      where: { meetingId: meeting.id, kind: { in: ["present", "substitute"] } },
      select: { person: name },
    }),
    client.seat.findMany({
      where: { bodyId: meeting.bodyId, role: { notIn: ["support_officer", "substitute"] }, ...heldOn(meeting.date) },
      select: { person: name },
    }),
  ]);
  const people = (present.length > 0 ? present : seats).map(({ person }) => person);
  return [...new Map(people.map((person) => [person.id, person])).values()]
    .toSorted((a, b) => a.familyName.localeCompare(b.familyName, "en"))
    .map(({ id, name }) => ({ value: id, label: name }));
}

type Added = { minutesId: string; minuteId: string | undefined; answers: Answers };

/**
 * Records what was decided under an item. It counts from when it was carried: other records may rest on it at once.
 * @returns its key
 * @throws ExpectedError not-found; refused; invalid
 */
export async function addDecision(tx: Tx, actor: Person, { minutesId, minuteId, answers }: Added): Promise<string> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Record a decision");
  const minute = minuteOf(minutes, minuteId);
  const values = decisionIn(answers, await listVoters(tx, minutes.meeting));
  const { id } = await tx.decision.create({
    data: {
      ...columns(values, minute),
      minuteId: minute.id,
      bodyId: minutes.bodyId,
      position: Math.max(0, ...minute.decisions.map(({ position }) => position)) + 1,
      namedVotes: { create: namedVotes(values) },
    },
    select: { id: true },
  });
  await touchMinute(tx, minute, minute.version);
  await recordMinutes(tx, actor, minutes, "addDecision", { minute: minute.id, decision: id, kind: values.kind });
  return id;
}

type Edited = { minutesId: string; decisionId: string | undefined; version: number; answers: Answers };

/**
 * Puts a decision right before the minutes are published. What others rest on keeps being one that was carried.
 * @param version the minute's
 * @throws ExpectedError not-found; refused; invalid; stale
 */
export async function editDecision(
  tx: Tx,
  actor: Person,
  { minutesId, decisionId, version, answers }: Edited,
): Promise<void> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Change a decision");
  const { minute, decision } = decisionOf(minutes, decisionId);
  const values = decisionIn(answers, await listVoters(tx, minutes.meeting));
  await touchMinute(tx, minute, version);
  await tx.decision.update({ where: { id: decision.id }, data: columns(values, minute) });
  await tx.namedVote.deleteMany({ where: { decisionId: decision.id } });
  await tx.namedVote.createMany({ data: namedVotes(values).map((vote) => ({ ...vote, decisionId: decision.id })) });
  await recordMinutes(tx, actor, minutes, "editDecision", {
    minute: minute.id,
    decision: decision.id,
    kind: values.kind,
  });
}

type Removed = { minutesId: string; decisionId: string | undefined; version: number };

/**
 * Takes a decision out of minutes that are not published, where nothing rests on it.
 * @throws ExpectedError not-found; refused where something does; stale
 */
export async function removeDecision(
  tx: Tx,
  actor: Person,
  { minutesId, decisionId, version }: Removed,
): Promise<void> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Take a decision out");
  const { minute, decision } = decisionOf(minutes, decisionId);
  if (decision.authorities.length > 0 || decision.recommendations.length > 0)
    throw refused("wrong-status", "Not taken out: something was done on this decision, and rests on it.");
  await touchMinute(tx, minute, version);
  await tx.namedVote.deleteMany({ where: { decisionId: decision.id } });
  await tx.decision.delete({ where: { id: decision.id } });
  await recordMinutes(tx, actor, minutes, "removeDecision", { minute: minute.id, kind: decision.kind });
}

function decisionOf(minutes: KeptMinutes, decisionId: string | undefined) {
  for (const minute of minutes.items) {
    const decision = minute.decisions.find(({ id }) => id === decisionId);
    if (decision) return { minute, decision };
  }
  throw notFound();
}

/** As the row has it; in a minute that is not for publication it is as restricted, unless it is said to be open. */
function columns({ votes: _, open, castingVote, ...values }: DecisionValues, { text }: KeptMinute) {
  const isClosed = text !== null && text.restriction !== "public" && !open;
  return {
    ...values,
    castingVote: castingVote === null ? null : castingVote === "for",
    restriction: isClosed ? text.restriction : ("public" as const),
    paragraphs: isClosed ? text.paragraphs : [],
  } satisfies Prisma.DecisionUpdateInput;
}

const namedVotes = ({ votes }: DecisionValues) =>
  (["for", "against", "abstained"] as const).flatMap((vote) => votes[vote].map((personId) => ({ personId, vote })));
