import type { ReadScope } from "@/domain/access/read-scope";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { listHistory } from "@/server/audit/history";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";

const MOST_LISTED = 300;

const LISTED = {
  id: true,
  slug: true,
  title: true,
  source: true,
  status: true,
  suggestedOn: true,
  statusOn: true,
  body: { select: BODY_LINK },
  receiver: { select: BODY_LINK },
  transferAcceptedOn: true,
  _count: { select: { scores: true } },
} as const satisfies Prisma.TopicSelect;

/** Topics open to the reader, those suggested last first. */
export const listOfficeTopics = (scope: ReadScope) =>
  db.topic.findMany({
    where: readable(scope),
    orderBy: [{ suggestedOn: "desc" }, { title: "asc" }],
    take: MOST_LISTED,
    select: LISTED,
  });

export type ListedTopic = Awaited<ReturnType<typeof listOfficeTopics>>[number];

/**
 * A topic as the office works on it, with what happened to it.
 * @throws ExpectedError "not-found"
 */
export async function getOfficeTopic(scope: ReadScope, slug: string) {
  const topic = await db.topic.findFirst({
    where: { AND: [{ slug }, readable(scope)] },
    include: {
      body: { select: BODY_LINK },
      receiver: { select: BODY_LINK },
      mergedInto: { select: { slug: true, title: true } },
    },
  });
  if (!topic) throw notFound();
  return { ...topic, history: await listHistory(scope, topicWorkflow, topic) };
}

export type OfficeTopic = Awaited<ReturnType<typeof getOfficeTopic>>;
