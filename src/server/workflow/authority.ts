import type { Person } from "@/domain/access/actor";
import type { Audience, ReadScope } from "@/domain/access/read-scope";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { isCarried } from "@/domain/minutes/minuted-decision";
import type { Authority } from "@/domain/workflow/authority";
import type { Prisma } from "@/generated/prisma/client";
import { readable, readableContent } from "@/server/access/readable";
import { reader, type Tx } from "@/server/db";
import { invalid } from "@/server/errors";

/** What somebody says a step rests on: a decision in the minutes, another body's, or their own after consulting somebody. */
export type Grounds = {
  decisionId?: string | undefined;
  consulted?: string | undefined;
  /** The day an officer or another body decided; the day of the business clock when nothing is said. */
  decidedOn?: PlainDate | undefined;
  otherBodyId?: string | undefined;
  /** The other body's own reference: a minute, a letter. */
  reference?: string | undefined;
};

/** The authority as the rules look at it, the row that records it, and the day it was decided. */
export type Recorded = { id: string; facts: Authority; decidedOn: PlainDate };

/** Which items of agendas a record was before a meeting under; what else a meeting decides it does not decide (LGA 1972 s100B(4)). */
export type ListedUnder = Prisma.AgendaItemWhereInput;

const DECISION = {
  id: true,
  bodyId: true,
  verb: true,
  text: true,
  votesFor: true,
  votesAgainst: true,
  castingVote: true,
  authorities: { take: 1, select: { id: true } },
  minute: {
    select: {
      number: true,
      agendaItem: { select: { id: true, programmeItemId: true } },
      minutes: { select: { meeting: { select: { id: true, bodyId: true, date: true, status: true, quorate: true } } } },
    },
  },
} as const satisfies Prisma.DecisionSelect;

/** Kinds that decide what becomes of a record. */
const DECIDING = {
  in: [
    "resolution" as const,
    "recommendation" as const,
    "referral" as const,
    "deferral" as const,
    "withdrawn" as const,
  ],
};

/** A decision in the minutes, to choose from; `itemId` is the programme item that it was about, if it was about one. */
export type Resolution = { id: string; itemId: string | null; on: PlainDate; number: number | null; words: string };

/** What has been decided on the items of agendas that a record was before a meeting under, the latest first. */
export async function listResolutions(scope: ReadScope, listedUnder: ListedUnder): Promise<Resolution[]> {
  const found = await reader(scope).decision.findMany({
    where: {
      AND: [{ kind: DECIDING, minute: { agendaItem: listedUnder } }, readable(scope), { restriction: "public" }],
    },
    select: DECISION,
    orderBy: { id: "desc" },
    take: 200,
  });
  return found.filter(wasCarried).map(({ id, verb, text, minute }) => ({
    id,
    itemId: minute.agendaItem?.programmeItemId ?? null,
    on: minute.minutes.meeting.date,
    number: minute.number,
    words: `${verb} ${text}`.trim(),
  }));
}

type DecisionRow = Prisma.DecisionGetPayload<{ select: typeof DECISION }>;

const wasCarried = ({ votesFor, votesAgainst, castingVote }: DecisionRow): boolean =>
  isCarried({ votesFor, votesAgainst, castingVote: castingVote === null ? null : castingVote ? "for" : "against" });

type Step = {
  actor: Person;
  scope: ReadScope;
  grounds: Grounds;
  today: PlainDate;
  /** Of the record it is for, which it is as open as. */
  audience: Audience;
  /** The record it is for, and which items of agendas it was before a meeting under. */
  subjectId: string;
  listedUnder: ListedUnder;
};

/**
 * Records what a step rests on, in the step's own transaction: a refused step leaves none behind. Whether it will do is the
 * rules' to say.
 * @throws ExpectedError invalid for a decision that is none the reader can see, and for a day to come
 */
export async function recordAuthority(tx: Tx, step: Step): Promise<Recorded> {
  const { actor, grounds, today, audience } = step;
  if (grounds.decisionId) return await ofDecision(tx, grounds.decisionId, step);
  const { decidedOn = today } = grounds;
  if (decidedOn > today) throw invalid("decidedOn", `Give the day it was decided: ${formatFullDate(today)} or before.`);
  if (grounds.otherBodyId) return await ofOtherBody(tx, grounds.otherBodyId, { ...step, decidedOn });
  const consulted = grounds.consulted?.trim() ?? "";
  const { id } = await tx.authority.create({
    data: { kind: "officer_decision", personId: actor.personId, statement: consulted, decidedOn, audience },
    select: { id: true },
  });
  return { id, facts: { kind: "officer_decision", personId: actor.personId, decidedOn, consulted }, decidedOn };
}

async function ofOtherBody(
  tx: Tx,
  bodyId: string,
  { grounds, audience, decidedOn }: Step & { decidedOn: PlainDate },
): Promise<Recorded> {
  if (!(await tx.body.findUnique({ where: { id: bodyId }, select: { id: true } })))
    throw invalid("otherBodyId", "Choose the body that decided it.");
  const reference = grounds.reference?.trim() ?? "";
  const { id } = await tx.authority.create({
    data: { kind: "other_body", bodyId, statement: reference, decidedOn, audience },
    select: { id: true },
  });
  return { id, facts: { kind: "other_body", bodyId, decidedOn, reference }, decidedOn };
}

async function ofDecision(
  tx: Tx,
  decisionId: string,
  { scope, subjectId, listedUnder }: Pick<Step, "scope" | "subjectId" | "listedUnder">,
): Promise<Recorded> {
  const found = await tx.decision.findFirst({
    where: { AND: [{ id: decisionId }, readableContent(scope)] },
    select: DECISION,
  });
  if (!found) throw invalid("decisionId", "Choose a decision that is in the minutes.");
  if (!wasCarried(found)) throw invalid("decisionId", "Choose a decision that was carried: this one was voted down.");
  const { meeting } = found.minute.minutes;
  const item = found.minute.agendaItem;
  const wasBeforeIt =
    item !== null && (await tx.agendaItem.count({ where: { AND: [{ id: item.id }, listedUnder] } })) > 0;
  const id =
    found.authorities[0]?.id ??
    (
      await tx.authority.create({
        data: { kind: "resolution", decisionId, bodyId: meeting.bodyId, decidedOn: meeting.date },
        select: { id: true },
      })
    ).id;
  return {
    id,
    decidedOn: meeting.date,
    facts: {
      kind: "resolution",
      decisionId,
      meetingId: meeting.id,
      bodyId: meeting.bodyId,
      heldOn: meeting.date,
      held: meeting.status === "held",
      quorate: meeting.quorate === true,
      concerns: wasBeforeIt ? [subjectId] : [],
    },
  };
}
