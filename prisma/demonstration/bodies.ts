import type { BodyKind } from "@/generated/prisma/enums";
import { settingsOf } from "./body-settings";
import { FIRST_DAY } from "./posts";
import type { Ids, Tx } from "./register";

/** The new committees met for the first time in June 2016. */
const NEW_COMMITTEES_FROM = "2016-06-16";

type BodyFacts = {
  kind: BodyKind;
  name: string;
  shortName: string;
  parent?: string;
  from: string;
  remit?: string;
};

const BODIES = {
  "county-council": { kind: "council", name: "County Council", shortName: "County Council", from: FIRST_DAY },
  cabinet: { kind: "executive", name: "Cabinet", shortName: "Cabinet", parent: "county-council", from: FIRST_DAY },
  "management-board": {
    kind: "management_board",
    name: "Overview and Scrutiny Management Board",
    shortName: "Management Board",
    parent: "county-council",
    from: FIRST_DAY,
    remit: "Guides the overview and scrutiny committees, shares out topics between them and sees to their resources.",
  },
  "people-and-communities": {
    kind: "scrutiny_committee",
    name: "People and Communities Overview and Scrutiny Committee",
    shortName: "People and Communities",
    parent: "county-council",
    from: NEW_COMMITTEES_FROM,
    remit: "People of all ages and the communities they live in: adult care, learning, libraries, community services.",
  },
  safeguarding: {
    kind: "scrutiny_committee",
    name: "Safeguarding Overview and Scrutiny Committee",
    shortName: "Safeguarding",
    parent: "county-council",
    from: NEW_COMMITTEES_FROM,
  },
  "economic-growth": {
    kind: "scrutiny_committee",
    name: "Economic Growth Overview and Scrutiny Committee",
    shortName: "Economic Growth",
    parent: "county-council",
    from: NEW_COMMITTEES_FROM,
  },
  "registration-services-panel": {
    kind: "review_group",
    name: "Policy Development Panel on Registration Services",
    shortName: "Registration panel",
    parent: "people-and-communities",
    from: FIRST_DAY,
    remit: "The future of the registration service, and the public consultation on it.",
  },
  "community-offer-working-group": {
    kind: "review_group",
    name: "Community Offer working group",
    shortName: "Community Offer group",
    parent: "people-and-communities",
    from: NEW_COMMITTEES_FROM,
    remit: "The development of the Community Offer for Living and Learning.",
  },
  "budget-strategy-group": {
    kind: "review_group",
    name: "Budget Strategy Task and Finish Group",
    shortName: "Budget Strategy group",
    parent: "management-board",
    from: "2016-09-01",
    remit: "The budget strategy, and what a growing population means for services.",
  },
} as const satisfies Record<string, BodyFacts>;

export type BodySlug = keyof typeof BODIES;

/** In the order above, in which every parent comes before its children. */
export async function loadBodies(tx: Tx): Promise<Ids<BodySlug>> {
  const ids: Record<string, string> = {};
  for (const [slug, { parent, ...facts }] of Object.entries(BODIES) as [BodySlug, BodyFacts][]) {
    const parentId = parent ? (ids[parent] ?? null) : null;
    const functions = slug === "people-and-communities" ? (["education"] as const) : [];
    const body = await tx.body.create({
      data: { slug, ...facts, parentId, functions: [...functions], ...settingsOf(facts.kind) },
    });
    ids[slug] = body.id;
  }
  return ids as Ids<BodySlug>;
}
