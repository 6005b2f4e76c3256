import type { ReadScope } from "@/domain/access/read-scope";
import type { Clause } from "@/domain/recommendations/recommendation";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";

/** A clause with its notice, the answers that were recorded, and the drafts of one that the reader may see. */
export const clauseFor = (scope: ReadScope) =>
  ({
    notice: true,
    recipient: { select: { ...BODY_LINK, id: true } },
    recommendation: {
      select: {
        id: true,
        kind: true,
        capacity: true,
        title: true,
        agreedOn: true,
        topicId: true,
        bodyId: true,
        meetingId: true,
        areaId: true,
        portfolioId: true,
        body: { select: { ...BODY_LINK, parentId: true } },
      },
    },
    responses: {
      where: readable(scope),
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
      take: 20,
      include: { undertakings: { orderBy: { id: "asc" }, take: 20 } },
    },
  }) as const satisfies Prisma.RecommendationClauseInclude;

export type ClauseRow = Prisma.RecommendationClauseGetPayload<{ include: ReturnType<typeof clauseFor> }>;
export type ResponseRow = ClauseRow["responses"][number];

/**
 * One clause as its rules look at it.
 * @throws ExpectedError "not-found", also where it is hidden from the reader
 */
export async function findClause(client: Client, scope: ReadScope, id: string) {
  const row = await client.recommendationClause.findFirst({
    where: { AND: [{ id }, readable(scope)] },
    include: clauseFor(scope),
  });
  if (!row) throw notFound();
  return { row, subject: clauseSubject(row) };
}

export type FoundClause = Awaited<ReturnType<typeof findClause>>;

/** The answer recorded last; null while there is none. */
export const answerOfRow = ({ responses }: Pick<ClauseRow, "responses">): ResponseRow | null =>
  responses.find(({ status }) => status === "recorded") ?? null;

/** The draft of an answer that was written last, as far as the reader may see one. */
export const draftOfRow = ({ responses }: Pick<ClauseRow, "responses">): ResponseRow | null =>
  responses.find(({ status }) => status === "draft") ?? null;

/** A clause as its rules look at it. */
export function clauseSubject(row: ClauseRow): Clause & { id: string; version: number } {
  const { recommendation } = row;
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    bodyId: row.bodyId,
    parentBodyId: recommendation.body.parentId,
    areaId: row.areaId,
    portfolioId: row.portfolioId,
    keepers: row.keepers,
    kind: recommendation.kind,
    capacity: recommendation.capacity,
    number: row.number,
    text: row.text,
    recipientKind: row.recipientKind,
    notice: row.notice,
    expectedOn: row.expectedOn,
    response: answerOfRow(row),
    respondentIds: row.responses.flatMap(({ status, respondentIds }) => (status === "recorded" ? respondentIds : [])),
    evidence: row.evidence,
  };
}
