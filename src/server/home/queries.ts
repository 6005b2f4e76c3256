import type { ReadScope } from "@/domain/access/read-scope";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";

const LINES = 6;
const MOST_COMMITTEES = 12;

const inOrder = {
  orderBy: [{ position: "asc" as const }, { id: "asc" as const }],
  take: 8,
  select: { title: true as const },
};

/** What is on: the meetings to come, soonest first, each with what it is about as far as that is known. */
export async function listMeetingsAhead(scope: ReadScope, today: PlainDate) {
  return reader(scope).meeting.findMany({
    where: {
      AND: [
        readable(scope),
        { date: { gte: today }, status: { in: ["convened", "published", "postponed", "cancelled"] } },
      ],
    },
    orderBy: [{ date: "asc" }, { startTime: "asc" }, { id: "asc" }],
    take: LINES,
    select: {
      id: true,
      slug: true,
      date: true,
      startTime: true,
      status: true,
      purpose: true,
      body: { select: { ...BODY_LINK, deadlines: true } },
      programmeItems: { where: readable(scope), ...inOrder },
      promisedItems: { where: readable(scope), ...inOrder },
      // The last page of the pack, by its own numbers.
      agenda: {
        where: { AND: [readable(scope), { pageTo: { not: null } }] },
        orderBy: { pageTo: "desc" },
        take: 1,
        select: { pageTo: true },
      },
    },
  });
}

export type MeetingAhead = Awaited<ReturnType<typeof listMeetingsAhead>>[number];

/** What is new: the agendas published last, with what changed since. */
export async function listAgendasPublished(scope: ReadScope) {
  return reader(scope).meeting.findMany({
    where: { AND: [readable(scope), { publishedAt: { not: null } }] },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: LINES,
    select: {
      id: true,
      slug: true,
      date: true,
      publishedAt: true,
      convenedOn: true,
      body: { select: { ...BODY_LINK, rules: true } },
      entries: { orderBy: { at: "desc" }, take: LINES, select: { id: true, at: true, kind: true } },
      _count: { select: { papers: { where: { AND: [readable(scope), { restriction: { not: "public" } }] } } } },
    },
  });
}

/** What is new: the meetings held last. */
export async function listMeetingsHeld(scope: ReadScope, today: PlainDate) {
  return reader(scope).meeting.findMany({
    where: { AND: [readable(scope), { date: { lte: today }, status: "held" }] },
    orderBy: [{ date: "desc" }, { startTime: "desc" }, { id: "desc" }],
    take: LINES,
    select: {
      id: true,
      slug: true,
      date: true,
      purpose: true,
      body: { select: BODY_LINK },
      forwardPlan: {
        where: { audience: "public" },
        take: 3,
        orderBy: { title: "asc" },
        select: { title: true, outcome: true },
      },
    },
  });
}

/** The first committees there are today, and the topics that each is at work on, the latest first. */
export async function listCommitteesAtWork(scope: ReadScope, today: PlainDate) {
  return reader(scope).body.findMany({
    where: {
      kind: { in: [...SCRUTINY_COMMITTEES] },
      OR: [{ until: null }, { until: { gte: today } }],
    },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    take: MOST_COMMITTEES,
    select: {
      ...BODY_LINK,
      topics: {
        where: { AND: [readable(scope), { status: { in: ["shortlisted", "in_scoping"] } }] },
        orderBy: [{ statusOn: { sort: "desc", nulls: "last" } }, { title: "asc" }],
        take: 8,
        select: { slug: true, title: true, statusOn: true },
      },
    },
  });
}
