import { reviewGroupWorkflow } from "@/domain/review-groups/review-group-workflow";
import type { ReviewFormat, ReviewGroupStatus } from "@/generated/prisma/enums";
import type { AuthorityName } from "./authorities";
import type { BodySlug } from "./bodies";
import type { Ids, Tx } from "./register";

type GroupSlug = Extract<
  BodySlug,
  "registration-services-panel" | "community-offer-working-group" | "budget-strategy-group"
>;

type GroupFacts = {
  parent: BodySlug;
  status: ReviewGroupStatus;
  format: ReviewFormat;
  termsOfReference: string;
};

const GROUPS: Record<GroupSlug, GroupFacts> = {
  "registration-services-panel": {
    parent: "people-and-communities",
    status: "gathering",
    format: "policy_development_panel",
    termsOfReference:
      "To review the future of the registration service with the answers to the public consultation of summer 2016, and to recommend to the committee.",
  },
  "community-offer-working-group": {
    parent: "people-and-communities",
    status: "established",
    format: "working_group",
    termsOfReference: "To engage in the development of the Community Offer for Living and Learning.",
  },
  "budget-strategy-group": {
    parent: "management-board",
    status: "established",
    format: "task_and_finish_group",
    termsOfReference:
      "The budget strategy; from 1 September 2016 also the demographic pressures on services that People and Communities raised.",
  },
};

export type GroupIds = Ids<GroupSlug>;

/** Loaded on the authority of the import; the working group gets its resolution with the minutes that carried it. */
export async function loadReviewGroups(
  tx: Tx,
  { bodies, authorities }: { bodies: Ids<BodySlug>; authorities: Ids<AuthorityName> },
): Promise<GroupIds> {
  const ids: Partial<Record<GroupSlug, string>> = {};
  for (const [slug, { parent, ...facts }] of Object.entries(GROUPS) as [GroupSlug, GroupFacts][]) {
    const group = await tx.reviewGroup.create({
      data: {
        bodyId: bodies[slug],
        parentId: bodies[parent],
        authorityId: authorities.import,
        audience: reviewGroupWorkflow.statuses[facts.status].audience,
        ...facts,
      },
    });
    ids[slug] = group.id;
  }
  return ids as GroupIds;
}
