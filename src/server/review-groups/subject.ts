import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import {
  AT_WORK,
  type GroupMember,
  type GroupRules,
  type ReviewGroup,
  USUAL_GROUP_RULES,
} from "@/domain/review-groups/review-group";
import { APPROVED } from "@/domain/scoping/scoping-proposal";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS } from "@/server/access/visible";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { heldOn } from "@/server/people/held-on";

const groupOf = (today: PlainDate) =>
  ({
    parent: { select: { ...BODY_LINK, id: true, parentId: true, rules: true } },
    body: {
      select: {
        ...BODY_LINK,
        from: true,
        until: true,
        seats: {
          where: heldOn(today),
          orderBy: { person: { familyName: "asc" } },
          select: { id: true, personId: true, role: true, from: true, person: { select: { slug: true, name: true } } },
        },
      },
    },
    report: { select: { id: true, slug: true, title: true } },
    extensions: { orderBy: { until: "asc" }, select: { until: true } },
    programmeItems: { select: { proposal: { select: { status: true } } } },
    topics: {
      orderBy: { title: "asc" },
      select: {
        ...ACCESS,
        id: true,
        slug: true,
        title: true,
        proposals: { select: { proposal: { select: { status: true } } } },
      },
    },
  }) as const satisfies Prisma.ReviewGroupInclude;

export type GroupRow = Prisma.ReviewGroupGetPayload<{ include: ReturnType<typeof groupOf> }>;

/**
 * One review group, and as its rules look at it.
 * @throws ExpectedError "not-found"
 */
export async function findGroup(client: Client, scope: ReadScope, id: string, today: PlainDate) {
  const row = await client.reviewGroup.findFirst({
    where: { AND: [{ id }, readable(scope)] },
    include: groupOf(today),
  });
  if (!row) throw notFound();
  const members = await membersOf(client, row, today);
  return { row, members, subject: await subjectFrom(client, row, members, today) };
}

/** Who sits in it today; before it is set up, whom the proposal names. */
async function membersOf(client: Client, row: GroupRow, today: PlainDate): Promise<GroupMember[]> {
  const ids = row.status === "proposed" ? row.proposedMemberIds : row.body.seats.map(({ personId }) => personId);
  const people = await client.person.findMany({
    where: { id: { in: ids } },
    orderBy: [{ familyName: "asc" }, { name: "asc" }],
    select: {
      id: true,
      name: true,
      seats: {
        where: { AND: [heldOn(today), { body: { kind: "executive" }, role: { not: "support_officer" } }] },
        select: { id: true },
      },
    },
  });
  return people.map(({ id, name, seats }) => ({
    personId: id,
    name,
    politicalGroup: null,
    onExecutive: seats.length > 0,
  }));
}

async function subjectFrom(
  client: Client,
  row: GroupRow,
  members: readonly GroupMember[],
  today: PlainDate,
): Promise<ReviewGroup & { id: string; version: number }> {
  const { id, bodyId, parentId, parent, areaId } = row;
  const [others, recommendations, last] = await Promise.all([
    client.reviewGroup.findMany({
      where: { parentId, id: { not: id }, status: { in: [...AT_WORK] } },
      select: { areaId: true },
    }),
    client.recommendation.count({ where: { bodyId } }),
    areaId
      ? client.reviewGroup.findFirst({
          where: { areaId, id: { not: id }, status: { in: ["adopted", "dissolved"] }, endsOn: { lte: today } },
          orderBy: { endsOn: "desc" },
          select: { endsOn: true },
        })
      : null,
  ]);
  const proposals = [
    ...row.programmeItems.flatMap(({ proposal }) => proposal ?? []),
    ...row.topics.flatMap((topic) => topic.proposals.map(({ proposal }) => proposal)),
  ];
  return {
    id,
    version: row.version,
    status: row.status,
    bodyId,
    // Whoever serves the parent serves its group.
    parentBodyId: parentId,
    areaId,
    portfolioId: row.portfolioId,
    keepers: row.keepers,
    name: row.body.name,
    format: row.format,
    legalStatus: row.legalStatus,
    rules: groupRulesOf(parent.rules),
    termsOfReference: row.termsOfReference,
    members,
    politicallyBalanced: row.balanced,
    hasChair: row.body.seats.some(({ role }) => role === "chair"),
    othersAtWork: others.length,
    othersOnSameService: areaId ? others.filter((other) => other.areaId === areaId).length : 0,
    lastReviewOfServiceOn: last?.endsOn ?? null,
    startsOn: row.body.from,
    endsOn: row.endsOn,
    scopingApproved: proposals.some(({ status }) => APPROVED.includes(status)),
    reportId: row.reportId,
    recommendations,
    suspendedFrom: AT_WORK.find((status) => status === row.suspendedFrom) ?? null,
  };
}

/** What the parent's settings say of its groups; what they do not say is no rule of theirs. */
function groupRulesOf(rules: unknown): GroupRules {
  const { groups } = (rules ?? {}) as { groups?: Partial<GroupRules> };
  // Which political group somebody belongs to is not known here, so nothing is said about it.
  return { ...(groups ? NO_RULES : USUAL_GROUP_RULES), ...groups, minPoliticalGroups: null };
}

const NO_RULES: GroupRules = {
  maxConcurrent: null,
  onePerService: false,
  monthsSinceReview: null,
  minPoliticalGroups: null,
  maxMonths: null,
  noExecutive: false,
  electsOwnChair: false,
};
