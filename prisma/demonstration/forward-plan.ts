import type { BodySlug } from "./bodies";
import type { MeetingName } from "./meetings";
import type { PortfolioSlug } from "./posts";
import type { Ids, Tx } from "./register";
import type { TopicSlug } from "./topic-facts";

type Loaded = {
  bodies: Ids<BodySlug>;
  meetings: Ids<MeetingName>;
  portfolios: Ids<PortfolioSlug>;
  topics: Ids<TopicSlug>;
};

/** Cabinet had the report before the committee scopes the subject. What it decided the pack does not say. */
export async function loadForwardPlan(tx: Tx, { bodies, meetings, portfolios, topics }: Loaded): Promise<void> {
  await tx.forwardPlanEntry.create({
    data: {
      title: "Fair Charges for Care and Support",
      decision: "Whether, and how, to charge more of the cost of adult care and support to those who can afford it.",
      bodyId: bodies.cabinet,
      meetingId: meetings["cabinet-2016-09-28"],
      dueOn: "2016-09-28",
      portfolioId: portfolios["adult-health-care-and-independence"],
      topics: { create: { topicId: topics["fair-charges-for-care-and-support"] } },
    },
  });
}
