import type { Person } from "@/domain/access/actor";
import type { Audience, ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { isCarried } from "@/domain/minutes/minuted-decision";
import type { Authority } from "@/domain/workflow/authority";
import type { Prisma } from "@/generated/prisma/client";
import { readable, readableContent } from "@/server/access/readable";
import { reader, type Tx } from "@/server/db";
import { invalid } from "@/server/errors";

/** What somebody says a step rests on: a decision in the minutes, or their own after consulting somebody. */
export type Grounds = { decisionId?: string | undefined; consulted?: string | undefined };

/** The authority as the rules look at it, the row that records it, and the day it was decided. */
export type Recorded = { id: string; facts: Authority; decidedOn: PlainDate };

const DECISION = {
  id: true,
  bodyId: true,
  verb: true,
  text: true,
  votesFor: true,
  votesAgainst: true,
  authorities: { take: 1, select: { id: true } },
  minute: {
    select: {
      number: true,
      agendaItem: { select: { programmeItemId: true } },
      minutes: { select: { meeting: { select: { id: true, bodyId: true, date: true, status: true, quorate: true } } } },
    },
  },
} as const satisfies Prisma.DecisionSelect;

/** Kinds that decide what becomes of an item. */
const DECIDING = { in: ["resolution" as const, "referral" as const, "deferral" as const, "withdrawn" as const] };

/** A decision of a committee about an item of its programme, to choose from. */
export type Resolution = { id: string; itemId: string; on: PlainDate; number: number | null; words: string };

/** What has been decided about these items, the latest first. */
export async function listResolutions(scope: ReadScope, itemIds: readonly string[]): Promise<Resolution[]> {
  const found = await reader(scope).decision.findMany({
    where: {
      AND: [
        { kind: DECIDING, minute: { agendaItem: { programmeItemId: { in: [...itemIds] } } } },
        readable(scope),
        { restriction: "public" },
      ],
    },
    select: DECISION,
    orderBy: { id: "desc" },
    take: 200,
  });
  return found.flatMap(({ id, verb, text, votesFor, votesAgainst, minute }) => {
    const itemId = minute.agendaItem?.programmeItemId;
    const carried = isCarried({ votesFor, votesAgainst, castingVote: "for" });
    if (!itemId || !carried) return [];
    return [{ id, itemId, on: minute.minutes.meeting.date, number: minute.number, words: `${verb} ${text}`.trim() }];
  });
}

/**
 * Records what a step rests on, in the step's own transaction: a refused step leaves none behind. Whether it will do is the
 * rules' to say.
 * @param audience of the record it is for, which it is as open as
 * @throws ExpectedError invalid for a decision that is none the reader can see
 */
export async function recordAuthority(
  tx: Tx,
  {
    actor,
    scope,
    grounds,
    today,
    audience,
  }: { actor: Person; scope: ReadScope; grounds: Grounds } & {
    today: PlainDate;
    audience: Audience;
  },
): Promise<Recorded> {
  if (grounds.decisionId) return await ofDecision(tx, scope, grounds.decisionId);
  const consulted = grounds.consulted?.trim() ?? "";
  const { id } = await tx.authority.create({
    data: { kind: "officer_decision", personId: actor.personId, statement: consulted, decidedOn: today, audience },
    select: { id: true },
  });
  const facts = { kind: "officer_decision", personId: actor.personId, decidedOn: today, consulted } as const;
  return { id, facts, decidedOn: today };
}

async function ofDecision(tx: Tx, scope: ReadScope, decisionId: string): Promise<Recorded> {
  const found = await tx.decision.findFirst({
    where: { AND: [{ id: decisionId }, readableContent(scope)] },
    select: DECISION,
  });
  if (!found) throw invalid("decisionId", "Choose a decision that is in the minutes.");
  const { meeting } = found.minute.minutes;
  const listed = found.minute.agendaItem?.programmeItemId;
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
      concerns: listed ? [listed] : [],
    },
  };
}
