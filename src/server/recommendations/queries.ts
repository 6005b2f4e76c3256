import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Clause } from "@/domain/recommendations/recommendation";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";

/** How many clauses are looked at together at most. */
const MOST_CLAUSES = 200;
const RECOMMENDATIONS_A_PAGE = 25;
const CLAUSES_A_PAGE = 50;

const MEETING_LINK = { ...ACCESS, slug: true, date: true, body: { select: BODY_LINK } } as const;

/** A clause with its notice and the answer recorded last. */
export const clauseSelect = (scope: ReadScope) =>
  ({
    id: true,
    number: true,
    text: true,
    status: true,
    statusOn: true,
    statusReason: true,
    evidence: true,
    priority: true,
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
        reasonGivenOn: true,
        decidedBy: true,
        decidedOn: true,
        reference: true,
        changedInSubstance: true,
        meeting: { select: MEETING_LINK },
        undertakings: {
          take: 20,
          orderBy: { id: "asc" },
          select: {
            text: true,
            dueOn: true,
            ownerId: true,
            givenOn: true,
            owner: { select: { slug: true, name: true } },
          },
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
  };
  return { ...clause, response: response ?? null, facts };
}

/** What is shown of a recommendation beside its clauses. */
const RECOMMENDATION = {
  id: true,
  reference: true,
  title: true,
  kind: true,
  capacity: true,
  agreedOn: true,
  bodyId: true,
  body: { select: BODY_LINK },
  meeting: { select: { slug: true, date: true } },
  minute: { select: { number: true } },
  topic: { select: { ...ACCESS, slug: true, title: true } },
} as const satisfies Prisma.RecommendationSelect;

type RecommendationRow = Prisma.RecommendationGetPayload<{ select: typeof RECOMMENDATION }>;

const tracked = (scope: ReadScope, clause: ClauseRow, { topic, ...recommendation }: RecommendationRow) => ({
  ...clauseShown(scope, clause, recommendation),
  recommendation: { ...recommendation, topic: visible(scope, topic) },
});

export type TrackedClause = ReturnType<typeof tracked>;

type Asked = {
  /** For what one body asked. */
  bodyId?: string | undefined;
  /** The first day to look at. */
  since?: PlainDate | undefined;
};

/**
 * What was asked for, clause by clause, the latest first. It is looked up from the recommendations, which an index has in that
 * order: clauses would be in it only when every one there ever was had been read.
 * @param bounds how many recommendations to leave out, and how many to take
 */
async function findClauses(scope: ReadScope, of: Asked, bounds: { skip: number; take: number }) {
  const found = await reader(scope).recommendation.findMany({
    where: {
      AND: [
        readable(scope),
        of.since ? { agreedOn: { gte: of.since } } : {},
        of.bodyId ? { bodyId: of.bodyId } : {},
        { clauses: { some: readable(scope) } },
      ],
    },
    orderBy: [{ agreedOn: "desc" }, { id: "asc" }],
    ...bounds,
    select: {
      ...RECOMMENDATION,
      clauses: {
        where: readable(scope),
        orderBy: [{ number: "asc" }, { id: "asc" }],
        take: MOST_CLAUSES,
        select: clauseSelect(scope),
      },
    },
  });
  return found.map(({ clauses, ...recommendation }) => clauses.map((clause) => tracked(scope, clause, recommendation)));
}

/**
 * The clauses asked for last.
 * @param most how many at most; it is said whether there are more
 */
export async function listClauses(scope: ReadScope, { most = MOST_CLAUSES, ...of }: Asked & { most?: number } = {}) {
  const clauses = (await findClauses(scope, of, { skip: 0, take: most + 1 })).flat();
  return { clauses: clauses.slice(0, most), areMore: clauses.length > most };
}

/** A page of the tracker: some recommendations with all their clauses, the latest first. */
export async function listTracker(scope: ReadScope, page: number, of: Asked = {}) {
  const found = await findClauses(scope, of, {
    skip: (page - 1) * RECOMMENDATIONS_A_PAGE,
    take: RECOMMENDATIONS_A_PAGE + 1,
  });
  return { clauses: found.slice(0, RECOMMENDATIONS_A_PAGE).flat(), areMore: found.length > RECOMMENDATIONS_A_PAGE };
}

/**
 * A page of the clauses that may be late on a day, those recorded first before the others, whose ids begin with when that was:
 * unanswered with a notice, or promised for an earlier day. Which of them are late, the rules say.
 */
export async function listMayBeLate(scope: ReadScope, today: PlainDate, page: number) {
  const client = reader(scope);
  const end = page * CLAUSES_A_PAGE;
  // First only which, and each kind by itself: asked for "one or the other", PostgreSQL reads every promise there ever was.
  const open = await Promise.all(
    mayBeLate(today).map((late) =>
      client.recommendationClause.findMany({
        where: { AND: [readable(scope), { isOpen: true }, late, { recommendation: readable(scope) }] },
        orderBy: { id: "asc" },
        take: end + 1,
        select: { id: true },
      }),
    ),
  );
  const ids = open
    .flat()
    .map(({ id }) => id)
    .sort();
  const found = await client.recommendationClause.findMany({
    where: { AND: [readable(scope), { id: { in: ids.slice(end - CLAUSES_A_PAGE, end) } }] },
    orderBy: { id: "asc" },
    select: { ...clauseSelect(scope), recommendation: { select: RECOMMENDATION } },
  });
  return {
    clauses: found.map(({ recommendation, ...clause }) => tracked(scope, clause, recommendation)),
    areMore: ids.length > end,
  };
}

/** No clause is both. */
const mayBeLate = (today: PlainDate): Prisma.RecommendationClauseWhereInput[] => [
  { status: { in: ["agreed", "notice_served"] }, noticeId: { not: null } },
  {
    status: { in: ["responded", "implementing"] },
    responses: { some: { status: "recorded", undertakings: { some: { dueOn: { lt: today } } } } },
  },
];
