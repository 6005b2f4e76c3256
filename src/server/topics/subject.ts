import type { ReadScope } from "@/domain/access/read-scope";
import { type Result, result } from "@/domain/scoring/scoring";
import {
  type Criterion,
  type Marks,
  range,
  type ScoreSheet,
  type ScoringMatrix,
  type ScoringMethod,
} from "@/domain/scoring/scoring-method";
import type { Topic } from "@/domain/topics/topic";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";

const TOPIC = {
  body: { select: { id: true, name: true, slug: true, parentId: true, rules: true } },
  motion: { select: { authority: { select: { decisionId: true } } } },
  scores: { include: { method: true } },
} as const satisfies Prisma.TopicInclude;

export type TopicRow = Prisma.TopicGetPayload<{ include: typeof TOPIC }>;

/**
 * One topic as its rules look at it, by its key.
 * @throws ExpectedError "not-found"
 */
export async function findTopic(client: Client, scope: ReadScope, id: string) {
  const row = await client.topic.findFirst({ where: { AND: [{ id }, readable(scope)] }, include: TOPIC });
  if (!row) throw notFound();
  return { row, subject: subjectFrom(row) };
}

/** The key of the method by which a body scores; null where it does not. */
export const methodOf = (rules: unknown): string | null => {
  const { scoringMethod } = (rules ?? {}) as { scoringMethod?: unknown };
  return typeof scoringMethod === "string" ? scoringMethod : null;
};

function subjectFrom(row: TopicRow): Topic & { id: string; version: number } {
  const isCall = row.source === "call_for_action";
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    title: row.title,
    parts: row.parts,
    bodyId: row.bodyId,
    parentBodyId: row.body?.parentId ?? null,
    areaId: row.areaId,
    portfolioId: row.portfolioId,
    keepers: row.keepers,
    leadMemberIds: row.leadMemberId ? [row.leadMemberId] : [],
    source: row.source,
    duplicatesSeenOn: row.duplicatesSeenOn,
    bodyScores: methodOf(row.body?.rules) !== null,
    scorers: new Set(row.scores.map(({ personId }) => personId)).size,
    scoring: scored(row.scores)?.result ?? null,
    referringDecisionId: row.motion?.authority?.decisionId ?? null,
    callForAction: isCall
      ? { valid: row.callValid, discussedOn: row.callDiscussedOn, reasonsSentOn: row.callReasonsSentOn }
      : null,
    receiverBodyId: row.receiverId,
    receiverAcceptedOn: row.transferAcceptedOn,
    mergedIntoId: row.mergedIntoId,
  };
}

/** What the scores by the method used last came to, and which method it was. */
function scored(scores: TopicRow["scores"]): { method: ScoringMethod; result: Result } | null {
  const last = scores.toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())[0];
  if (!last) return null;
  const method = methodFrom(last.method);
  return { method, result: result(method, sheetsFrom(scores.filter(({ methodId }) => methodId === last.methodId))) };
}

/** The result as it is kept, and published, once scoring is closed: it stays what it was whatever is scored later. */
export function closedScore(scores: TopicRow["scores"]): ClosedScore | null {
  const found = scored(scores);
  return (
    found && {
      ...found.result,
      method: `${found.method.name}, version ${found.method.version}`,
      ...range(found.method),
    }
  );
}

/** What the scores came to and by which method, with the least and the most it can come to. */
export type ClosedScore = Result & { method: string; least: number; most: number };

/** A row of the table as the method that it holds. */
export const methodFrom = ({
  key,
  number,
  name,
  criteria,
  threshold,
  matrix,
}: TopicRow["scores"][number]["method"]): ScoringMethod => ({
  key,
  name,
  version: number,
  criteria: criteria as unknown as Criterion[],
  threshold,
  matrix: matrix as ScoringMatrix | null,
});

/** What was scored, a sheet for each who did. */
export const sheetsFrom = (
  scores: readonly Pick<TopicRow["scores"][number], "personId" | "asOfficer" | "values">[],
): ScoreSheet[] =>
  scores.map(({ personId, asOfficer, values }) => ({
    personId,
    capacity: asOfficer ? "officer" : "member",
    marks: values as Marks,
  }));
