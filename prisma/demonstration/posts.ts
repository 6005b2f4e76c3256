import type { PostKind } from "@/generated/prisma/enums";
import type { PersonSlug } from "./people";
import type { Ids, Tx } from "./register";
import { idsBySlug } from "./register";

/** The first day the pack tells of. It does not say since when anybody held a post or a seat: earlier than this it shows nobody. */
export const FIRST_DAY = "2016-04-06";

/** Reports dated October 2016 print titles that the minutes of June and the programme of September do not have yet. */
const OLD_TITLES_UNTIL = "2016-09-30";
const NEW_TITLES_FROM = "2016-10-01";

const AREAS = {
  "adult-and-community-services": "Adult and Community Services",
  "childrens-services": "Children's Services",
  "environment-and-the-economy": "Environment and the Economy",
} as const;

/** The responsibilities of Cabinet members that the pack names. */
const PORTFOLIOS = {
  "adult-health-care-and-independence": "Adult Health, Care and Independence",
  "organisational-development-and-transformation": "Organisational Development and Transformation",
  "environment-infrastructure-and-highways": "Environment, Infrastructure and Highways",
} as const;

export type AreaSlug = keyof typeof AREAS;
export type PortfolioSlug = keyof typeof PORTFOLIOS;

type HeldPost = {
  title: string;
  kind?: PostKind;
  area?: AreaSlug;
  portfolios?: readonly PortfolioSlug[];
  from?: string;
  until?: string;
};

const ADULTS = { area: "adult-and-community-services" } as const;
const CHILDREN = { area: "childrens-services" } as const;
const BEFORE = { until: OLD_TITLES_UNTIL };
const NOW = { from: NEW_TITLES_FROM };

const POSTS: Partial<Record<PersonSlug, readonly HeldPost[]>> = {
  "debbie-ward": [{ title: "Chief Executive" }],
  "helen-coombes": [
    { title: "Interim Director for Adult and Community Services", kind: "director", ...ADULTS, ...BEFORE },
    { title: "Director for Adult and Community Services", kind: "director", ...ADULTS, ...NOW },
  ],
  "sara-tough": [{ title: "Director for Children's Services", kind: "director", ...CHILDREN }],
  "mike-harries": [
    { title: "Director for Environment and the Economy", kind: "director", area: "environment-and-the-economy" },
  ],
  "helen-whitby": [{ title: "Senior Democratic Services Officer", kind: "democratic_services" }],
  "rebecca-guest": [{ title: "Senior Democratic Services Officer", kind: "democratic_services" }],
  "paul-leivers": [
    { title: "Head of Early Help and Community Services", ...ADULTS, ...BEFORE },
    { title: "Assistant Director for Early Help and Community Services", ...ADULTS, ...NOW },
  ],
  "patrick-myers": [
    { title: "Head of Design and Development, Children's Services", ...CHILDREN, ...BEFORE },
    { title: "Assistant Director for Design and Development", ...CHILDREN, ...NOW },
  ],
  "mark-taylor": [
    { title: "Group Manager - Governance and Assurance", ...BEFORE },
    { title: "Group Manager Corporate Development", ...NOW },
  ],
  "sue-warr": [
    { title: "Service Manager - Dorset POPP", ...BEFORE },
    { title: "Service Manager: Early Help", ...NOW },
  ],
  "anne-salter": [{ title: "Head of Strategy, Partnerships and Performance", ...CHILDREN }],
  "steve-hedges": [{ title: "Group Finance Manager" }],
  "kelly-haggett": [{ title: "Equalities and Diversity Officer" }],
  "richard-pascoe": [{ title: "Head of ICT and Customer Services" }],
  "roger-sewill": [{ title: "Strategic Estate Management Team Manager" }],
  "michael-ford": [{ title: "Service Manager", ...ADULTS }],
  "sally-wernick": [{ title: "Officer", ...ADULTS }],
  "monitoring-officer": [{ title: "Monitoring Officer", kind: "proper_officer" }],
  "statutory-scrutiny-officer": [{ title: "Statutory Scrutiny Officer", kind: "scrutiny_officer" }],
  "cabinet-support-officer": [
    {
      title: "Cabinet Support Officer",
      kind: "executive_support",
      portfolios: Object.keys(PORTFOLIOS) as PortfolioSlug[],
    },
  ],
  "system-administrator": [{ title: "System Administrator", kind: "administrator" }],
};

/** The area somebody works in, where their post is in one. */
export const areaOf = (slug: PersonSlug): AreaSlug | undefined => POSTS[slug]?.[0]?.area;

export async function loadAreas(tx: Tx): Promise<Ids<AreaSlug>> {
  const rows = await tx.area.createManyAndReturn({
    data: Object.entries(AREAS).map(([slug, name]) => ({ slug, name })),
  });
  return idsBySlug<AreaSlug>(rows);
}

export async function loadPortfolios(tx: Tx): Promise<Ids<PortfolioSlug>> {
  const rows = await tx.portfolio.createManyAndReturn({
    data: Object.entries(PORTFOLIOS).map(([slug, name]) => ({ slug, name, from: FIRST_DAY })),
  });
  return idsBySlug<PortfolioSlug>(rows);
}

export async function loadPosts(
  tx: Tx,
  { people, areas, portfolios }: { people: Ids<PersonSlug>; areas: Ids<AreaSlug>; portfolios: Ids<PortfolioSlug> },
): Promise<void> {
  for (const [slug, posts] of Object.entries(POSTS))
    for (const { title, kind = "officer", area, portfolios: held = [], from = FIRST_DAY, until } of posts)
      await tx.post.create({
        data: {
          person: { connect: { id: people[slug as PersonSlug] } },
          kind,
          title,
          from,
          until: until ?? null,
          ...(area && { area: { connect: { id: areas[area] } } }),
          portfolios: { connect: held.map((portfolio) => ({ id: portfolios[portfolio] })) },
        },
      });
}
