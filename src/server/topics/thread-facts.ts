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
  // In two questions, whatever hangs from it: every page of the public's answers with a handful.
  const [topic, clauses] = await Promise.all([
    client.topic.findFirst({
      where: { AND: [{ id: topicId }, readable(scope)] },
      select: {
        transferAcceptedOn: true,
        authority: AUTHORITY,
        steps: {
          orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
          take: MANY,
          select: {
            id: true,
            status: true,
            on: true,
            reason: true,
            score: true,
            authorityId: true,
            authority: AUTHORITY,
          },
        },
        proposals: {
          where: { proposal: readable(scope) },
          take: MANY,
          select: { proposal: { select: { id: true, status: true, authority: AUTHORITY } } },
        },
        programmeItems: {
          where: readable(scope),
          take: MANY,
          select: {
            moves: {
              orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
              take: MANY,
              select: {
                id: true,
                itemId: true,
                on: true,
                recordedAt: true,
                deferral: true,
                reason: true,
                fromMeeting: { select: { ...ACCESS, date: true } },
                toMeeting: { select: { ...ACCESS, date: true } },
              },
            },
          },
        },
      },
    }),
    client.recommendationClause.findMany({
      where: { AND: [{ recommendation: { AND: [{ topicId }, readable(scope)] } }, readable(scope)] },
      orderBy: [{ recommendation: { agreedOn: "asc" } }, { number: "asc" }],
      take: MANY,
      select: {
        id: true,
        number: true,
        notice: { select: { id: true, servedOn: true, reportReceivedOn: true, noticeReceivedOn: true } },
      },
    }),
  ]);
  const { steps = [], proposals = [], programmeItems = [] } = topic ?? {};
  const moves = programmeItems
    .flatMap((item) => item.moves)
    .toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1));
  return {
    transferAcceptedOn: topic?.transferAcceptedOn ?? null,
    ground: shownGround(scope, topic?.authority ?? null),
    steps: steps.map(({ authority, authorityId, score, ...step }) => ({
      ...step,
      score: score as ClosedScore | null,
      rests: authorityId !== null,
      ground: shownGround(scope, authority),
    })),
    proposals: proposals.map(({ proposal: { authority, ...proposal } }) => ({
      ...proposal,
      ground: shownGround(scope, authority),
    })),
    moves: moves.map(({ fromMeeting, toMeeting, recordedAt: _, ...move }) => ({
      ...move,
      from: visible(scope, fromMeeting)?.date ?? null,
      to: visible(scope, toMeeting)?.date ?? null,
    })),
    clauses,
  };
}

export type ThreadFacts = Awaited<ReturnType<typeof getThreadFacts>>;
