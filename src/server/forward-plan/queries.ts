import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";

const MOST_ENTRIES = 100;

/** An entry has no keepers: it is public, or known inside. */
const open = ({ inside, allDrafts }: ReadScope) =>
  inside || allDrafts ? { audience: { in: ["public" as const, "inside" as const] } } : { audience: "public" as const };

/**
 * What the executive is about to decide, soonest first, and what it had before it lately.
 * @param today splits the two
 */
export async function getForwardPlan(scope: ReadScope, today: PlainDate) {
  const client = reader(scope);
  const select = {
    id: true,
    title: true,
    decision: true,
    dueOn: true,
    key: true,
    publishedOn: true,
    outcome: true,
    body: { select: BODY_LINK },
    meeting: { select: { ...ACCESS, slug: true, date: true } },
    portfolio: { select: { name: true } },
    topics: { take: 10, select: { topic: { select: { ...ACCESS, slug: true, title: true } } } },
  } as const;
  const [coming, before] = await Promise.all([
    client.forwardPlanEntry.findMany({
      where: { AND: [open(scope), { OR: [{ dueOn: { gte: today } }, { dueOn: null }] }] },
      orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { title: "asc" }],
      take: MOST_ENTRIES,
      select,
    }),
    client.forwardPlanEntry.findMany({
      where: { AND: [open(scope), { dueOn: { lt: today } }] },
      orderBy: [{ dueOn: "desc" }, { title: "asc" }],
      take: 30,
      select,
    }),
  ]);
  const shown = (rows: typeof coming) =>
    rows.map(({ meeting, topics, ...entry }) => ({
      ...entry,
      meeting: visible(scope, meeting),
      topics: topics.flatMap(({ topic }) => visible(scope, topic) ?? []),
    }));
  return { coming: shown(coming), before: shown(before) };
}

export type PlannedDecision = Awaited<ReturnType<typeof getForwardPlan>>["coming"][number];
