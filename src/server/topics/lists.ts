import type { ReadScope } from "@/domain/access/read-scope";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";

const TOPICS_A_PAGE = 50;

const MEETING = { ...ACCESS, id: true, slug: true, date: true, status: true, body: { select: BODY_LINK } } as const;

/**
 * A page of the topics, each with its state and the reason for it; those in which something happened last come first.
 * @param bodyId for what was given to one body
 */
export async function listTopics(scope: ReadScope, page: number, bodyId?: string) {
  const found = await reader(scope).topic.findMany({
    where: { AND: [readable(scope), bodyId === undefined ? {} : { bodyId }] },
    orderBy: [{ statusOn: { sort: "desc", nulls: "last" } }, { suggestedOn: "desc" }, { title: "asc" }, { id: "asc" }],
    skip: (page - 1) * TOPICS_A_PAGE,
    take: TOPICS_A_PAGE + 1,
    select: {
      slug: true,
      title: true,
      description: true,
      status: true,
      statusOn: true,
      statusReason: true,
      suggestedOn: true,
      workedWith: true,
      body: { select: BODY_LINK },
      receiver: { select: BODY_LINK },
      mergedInto: { select: { ...ACCESS, slug: true, title: true } },
      programmeItems: {
        where: { AND: [readable(scope), { slotKind: { not: "none" } }] },
        orderBy: { id: "desc" },
        take: 1,
        select: { slotOn: true, meeting: { select: MEETING } },
      },
    },
  });
  return {
    topics: found.slice(0, TOPICS_A_PAGE).map(({ mergedInto, programmeItems, ...topic }) => ({
      ...topic,
      mergedInto: visible(scope, mergedInto),
      place: visible(scope, programmeItems[0]?.meeting),
    })),
    areMore: found.length > TOPICS_A_PAGE,
  };
}

export type TopicListing = Awaited<ReturnType<typeof listTopics>>["topics"][number];
