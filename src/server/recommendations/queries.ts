import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Clause } from "@/domain/recommendations/recommendation";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";

/** How many clauses a tracker shows at most, the latest first; the page says when there are more. */
export const MOST_CLAUSES = 200;

const MEETING_LINK = { ...ACCESS, slug: true, date: true, body: { select: BODY_LINK } } as const;

/** A clause with its notice and the answer recorded last. */
export const clauseSelect = (scope: ReadScope) =>
  ({
    id: true,
    number: true,
    text: true,
    status: true,
    recipientKind: true,
    recipientName: true,
    expectedOn: true,
    recipient: { select: BODY_LINK },
    notice: { select: { servedOn: true, reportReceivedOn: true, noticeReceivedOn: true } },
    responses: {
      where: { AND: [readable(scope), { status: "recorded" }] },
      orderBy: { recordedAt: "desc" },
      take: 1,
      select: {
        id: true,
        kind: true,
        wording: true,
        reason: true,
        decidedBy: true,
        decidedOn: true,
        reference: true,
        changedInSubstance: true,
        meeting: { select: MEETING_LINK },
        undertakings: {
          take: 20,
          select: { text: true, dueOn: true, ownerId: true, owner: { select: { slug: true, name: true } } },
        },
      },
    },
    notes: { orderBy: { on: "desc" }, take: 1, select: { on: true, text: true } },
  }) as const satisfies Prisma.RecommendationClauseSelect;

type ClauseRow = Prisma.RecommendationClauseGetPayload<{ select: ReturnType<typeof clauseSelect> }>;

/** A row as it is shown, with the facts that the domain judges it by. */
export function clauseShown(
  scope: ReadScope,
  { responses, ...clause }: ClauseRow,
  { kind, capacity }: Pick<Clause, "kind" | "capacity">,
) {
  const found = responses[0];
  const response = found && { ...found, meeting: visible(scope, found.meeting) };
  const facts: Clause = {
    ...clause,
    kind,
    capacity,
    response: response ?? null,
    respondentIds: [],
    evidence: null,
  };
  return { ...clause, response: response ?? null, facts };
}

type Asked = {
  /** The slug of a body, for what that body asked. */
  body?: string | undefined;
  /** The first day to look at. */
  since?: PlainDate | undefined;
  /** Only what may be late on that day: unanswered with a notice, or promised for a day before it. Which are, the rules say. */
  lateOn?: PlainDate | undefined;
};

/**
 * What was asked for, clause by clause, the latest first; of what may be late, the oldest. It is looked up from the
 * recommendations, which an index has in that order: clauses would be in it only when every one there ever was had been read.
 */
export async function listClauses(scope: ReadScope, of: Asked = {}) {
  const asked = { AND: [readable(scope), of.lateOn ? mayBeLate(of.lateOn) : {}] };
  const found = await reader(scope).recommendation.findMany({
    where: {
      AND: [
        readable(scope),
        of.since ? { agreedOn: { gte: of.since } } : {},
        of.body ? { body: { slug: of.body } } : {},
        { clauses: { some: asked } },
      ],
    },
    // Where more are late than are shown, those that have waited longest are.
    orderBy: [{ agreedOn: of.lateOn ? "asc" : "desc" }, { reference: "asc" }, { id: "asc" }],
    take: MOST_CLAUSES + 1,
    select: {
      id: true,
      reference: true,
      title: true,
      kind: true,
      capacity: true,
      agreedOn: true,
      body: { select: BODY_LINK },
      meeting: { select: { slug: true, date: true } },
      minute: { select: { number: true } },
      topic: { select: { ...ACCESS, slug: true, title: true } },
      clauses: {
        where: asked,
        orderBy: [{ number: "asc" }, { id: "asc" }],
        take: MOST_CLAUSES + 1,
        select: clauseSelect(scope),
      },
    },
  });
  const clauses = found.flatMap(({ clauses, topic, ...recommendation }) =>
    clauses.map((clause) => ({
      ...clauseShown(scope, clause, recommendation),
      recommendation: { ...recommendation, topic: visible(scope, topic) },
    })),
  );
  return { clauses: clauses.slice(0, MOST_CLAUSES), areMore: clauses.length > MOST_CLAUSES };
}

const mayBeLate = (today: PlainDate): Prisma.RecommendationClauseWhereInput => ({
  OR: [
    { status: { in: ["agreed", "notice_served"] }, noticeId: { not: null } },
    {
      status: { in: ["responded", "implementing"] },
      responses: { some: { status: "recorded", undertakings: { some: { dueOn: { lt: today } } } } },
    },
  ],
});

export type TrackedClause = Awaited<ReturnType<typeof listClauses>>["clauses"][number];
