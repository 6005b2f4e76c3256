import type { ReadScope } from "@/domain/access/read-scope";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { GROUND, type Ground, groundOf } from "@/server/audit/ground";
import { reader } from "@/server/db";
import type { ClosedScore } from "./subject";

const MANY = 100;

const AUTHORITY = { select: { ...GROUND.select, audience: true } } as const;
type AuthorityRow = Parameters<typeof groundOf>[0];

/** What a step rests on: a resolution shows once its minute is published (LGA 1972 s100C). */
const shownGround = (scope: ReadScope, authority: (AuthorityRow & { audience: string }) | null): Ground | null =>
  authority && (scope.inside || authority.audience === "public") ? groundOf(authority) : null;

/**
 * What became of a topic and of what hangs from it, step by step: how it was placed, scored, put aside or handed over, and on what
 * authority; what was approved and moved; notices.
 */
export async function getThreadFacts(scope: ReadScope, topicId: string) {
  const client = reader(scope);
  const ofTopic = { AND: [{ topicId }, readable(scope)] };
  const [topic, steps, proposals, moves, clauses] = await Promise.all([
    client.topic.findFirst({
      where: { AND: [{ id: topicId }, readable(scope)] },
      select: { transferAcceptedOn: true, authority: AUTHORITY },
    }),
    client.topicStep.findMany({
      where: { topicId, topic: readable(scope) },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      take: MANY,
      select: { id: true, status: true, on: true, reason: true, score: true, authorityId: true, authority: AUTHORITY },
    }),
    client.scopingProposal.findMany({
      where: { AND: [{ topics: { some: { topicId } } }, readable(scope)] },
      take: MANY,
      select: { id: true, status: true, authority: AUTHORITY },
    }),
    client.slotMove.findMany({
      where: { item: ofTopic },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      take: MANY,
      select: {
        id: true,
        itemId: true,
        on: true,
        deferral: true,
        reason: true,
        fromMeeting: { select: { ...ACCESS, date: true } },
        toMeeting: { select: { ...ACCESS, date: true } },
      },
    }),
    client.recommendationClause.findMany({
      where: { AND: [{ recommendation: ofTopic }, readable(scope)] },
      orderBy: [{ recommendation: { agreedOn: "asc" } }, { number: "asc" }],
      take: MANY,
      select: {
        id: true,
        number: true,
        notice: { select: { id: true, servedOn: true, reportReceivedOn: true, noticeReceivedOn: true } },
      },
    }),
  ]);
  return {
    transferAcceptedOn: topic?.transferAcceptedOn ?? null,
    ground: shownGround(scope, topic?.authority ?? null),
    steps: steps.map(({ authority, authorityId, score, ...step }) => ({
      ...step,
      score: score as ClosedScore | null,
      rests: authorityId !== null,
      ground: shownGround(scope, authority),
    })),
    proposals: proposals.map(({ authority, ...proposal }) => ({ ...proposal, ground: shownGround(scope, authority) })),
    moves: moves.map(({ fromMeeting, toMeeting, ...move }) => ({
      ...move,
      from: visible(scope, fromMeeting)?.date ?? null,
      to: visible(scope, toMeeting)?.date ?? null,
    })),
    clauses,
  };
}

export type ThreadFacts = Awaited<ReturnType<typeof getThreadFacts>>;
