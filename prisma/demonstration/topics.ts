import { topicWorkflow } from "@/domain/topics/topic-workflow";
import type { TopicStatus } from "@/generated/prisma/enums";
import type { AuthorityName } from "./authorities";
import type { BodySlug } from "./bodies";
import type { PersonSlug } from "./people";
import { type AreaSlug, areaOf, type PortfolioSlug } from "./posts";
import type { Ids, Tx } from "./register";
import { idOf, idsBySlug } from "./register";
import type { GroupIds } from "./review-groups";
import { TOPICS, type TopicFacts, type TopicSlug } from "./topic-facts";

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  areas: Ids<AreaSlug>;
  portfolios: Ids<PortfolioSlug>;
  motionId: string;
  groups: GroupIds;
  authorities: Ids<AuthorityName>;
};

/** Topics come before the minute they originate in; `fromMinute8` is filled in with the minutes. */
export async function loadTopics(tx: Tx, loaded: Loaded): Promise<Ids<TopicSlug>> {
  const { people, bodies, areas, portfolios, motionId, groups, authorities } = loaded;
  const rows = await tx.topic.createManyAndReturn({
    data: (Object.entries(TOPICS) as [TopicSlug, TopicFacts][]).map(([slug, topic]) => ({
      slug,
      title: topic.title,
      description: topic.description ?? "",
      source: topic.source ?? "member",
      // A topic that went into another is merged once that one has an id.
      status: topic.mergedInto ? ("shortlisted" as const) : topic.status,
      statusReason: topic.statusReason ?? null,
      statusOn: topic.statusOn ?? null,
      authorityId: authorities[topic.decidedBy ?? "import"],
      suggestedOn: topic.suggestedOn,
      bodyId: bodies["people-and-communities"],
      leadMemberId: topic.leadMember ? people[topic.leadMember] : null,
      leadOfficerId: topic.leadOfficer ? people[topic.leadOfficer] : null,
      rationale: topic.rationale ?? null,
      timescale: topic.timescale ?? null,
      workedWith: topic.workedWith ?? null,
      parts: [...(topic.parts ?? [])],
      receiverId: topic.receiver ? bodies[topic.receiver] : null,
      motionId: slug === "racism-and-xenophobia" ? motionId : null,
      groupId: topic.group ? groups[topic.group] : null,
      areaId: idOf(areas, topic.leadOfficer && areaOf(topic.leadOfficer)),
      portfolioId: idOf(portfolios, topic.portfolio),
      keepers: topic.leadOfficer ? [people[topic.leadOfficer]] : [],
      audience: audience(topic.status),
    })),
  });
  const topics = idsBySlug<TopicSlug>(rows);
  for (const [slug, { mergedInto }] of Object.entries(TOPICS) as [TopicSlug, TopicFacts][])
    if (mergedInto)
      await tx.topic.update({
        where: { id: topics[slug] },
        data: { status: "merged", mergedIntoId: topics[mergedInto as TopicSlug], audience: audience("merged") },
      });
  return topics;
}

const audience = (status: TopicStatus) => topicWorkflow.statuses[status].audience;
