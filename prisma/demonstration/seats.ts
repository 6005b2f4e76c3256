import type { SeatRole } from "@/generated/prisma/enums";
import type { BodySlug } from "./bodies";
import type { PersonSlug } from "./people";
import { FIRST_DAY, type PortfolioSlug } from "./posts";
import type { Ids, Tx } from "./register";

/** Members of the county council, with the division where the pack names it. */
const COUNCILLORS: Partial<Record<PersonSlug, string | null>> = {
  "david-walsh": null,
  "steve-butler": null,
  "ronald-coatsworth": null,
  "barrie-cooper": "Blandford",
  "fred-drane": null,
  "spencer-flower": null,
  "david-jones": null,
  "ros-kayes": "Bridport",
  "william-trite": null,
  "kate-wheller": null,
  "robert-gould": null,
  "robin-cook": null,
  "deborah-croney": null,
  "jill-haynes": null,
  "rebecca-knox": null,
  "pauline-batstone": "Blackmore Vale",
  "andy-canning": null,
  "janet-dover": null,
  "ian-gardner": "Chickerell and Chesil Bank",
  "trevor-jones": null,
  "paul-kimber": "Portland Tophill",
};

type Seats = Partial<Record<SeatRole, readonly PersonSlug[]>>;

const SEATS: Partial<Record<BodySlug, { from: string; seats: Seats }>> = {
  "people-and-communities": {
    from: "2016-06-16",
    seats: {
      chair: ["david-walsh"],
      vice_chair: ["steve-butler"],
      member: [
        "ronald-coatsworth",
        "barrie-cooper",
        "fred-drane",
        "spencer-flower",
        "david-jones",
        "ros-kayes",
        "william-trite",
        "kate-wheller",
      ],
      education_co_optee: ["mary-kahn", "joy-tubbs", "mike-turnbull"],
    },
  },
  cabinet: {
    from: FIRST_DAY,
    seats: { chair: ["robert-gould"], member: ["robin-cook", "deborah-croney", "jill-haynes", "rebecca-knox"] },
  },
  "registration-services-panel": { from: FIRST_DAY, seats: { chair: ["william-trite"] } },
  "community-offer-working-group": {
    from: "2016-06-16",
    seats: { chair: ["david-walsh"], member: ["steve-butler", "fred-drane", "kate-wheller"] },
  },
};

/** Whose portfolio the pack lets one tell; of the other two it names no holder. */
const PORTFOLIO_HOLDERS: Partial<Record<PersonSlug, PortfolioSlug>> = {
  "jill-haynes": "adult-health-care-and-independence",
};

export async function loadSeats(
  tx: Tx,
  { people, bodies, portfolios }: { people: Ids<PersonSlug>; bodies: Ids<BodySlug>; portfolios: Ids<PortfolioSlug> },
): Promise<void> {
  const onCouncil = Object.entries(COUNCILLORS).map(([slug, represents]) => ({
    personId: people[slug as PersonSlug],
    bodyId: bodies["county-council"],
    role: "member" as const,
    represents,
    from: FIRST_DAY,
  }));
  const onBodies = Object.entries(SEATS).flatMap(([body, { from, seats }]) =>
    Object.entries(seats).flatMap(([role, holders]) =>
      holders.map((slug) => {
        const portfolio = body === "cabinet" ? PORTFOLIO_HOLDERS[slug] : undefined;
        return {
          personId: people[slug],
          bodyId: bodies[body as BodySlug],
          role: role as SeatRole,
          from,
          ...(portfolio && { portfolioId: portfolios[portfolio] }),
        };
      }),
    ),
  );
  await tx.seat.createMany({ data: [...onCouncil, ...onBodies] });
}
