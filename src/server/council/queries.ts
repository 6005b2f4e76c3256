import type { ReadScope } from "@/domain/access/read-scope";
import { type Labels, labelsFrom } from "@/domain/bodies/labels";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { type Brand, brandFrom, brandStylesheet } from "@/domain/theming/brand";
import type { Council } from "@/generated/prisma/client";
import { type Clock, clockShowing } from "@/server/clock/queries";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";

/** What every page needs to know of the council it belongs to. */
export type Site = {
  readonly council: {
    readonly name: string;
    readonly shortName: string;
    readonly address: string;
    readonly introduction: string;
    readonly labels: Labels;
    readonly hasCrest: boolean;
    /** The stylesheet with the council's colour and crest; a change of settings changes its address. */
    readonly stylesheet: `/brand/${number}/stylesheet`;
  };
  readonly clock: Clock;
  readonly calendar: CouncilCalendar;
};

type SiteRow = {
  council: Omit<Council, "brand"> | null;
  clock: { demonstration: boolean; standsAt: string | null } | null;
  additions: CouncilCalendar["additions"] | null;
};

/**
 * The council, its clock and the days its calendar adds, in one query, because every page begins with it.
 * @throws ExpectedError "not-found" where no council has been set up
 */
export async function getSite(scope: ReadScope): Promise<Site> {
  const [row] = await reader(scope).$queryRaw<SiteRow[]>`
    SELECT (SELECT to_json(c) FROM "Council" c WHERE id = 1) AS council,
           (SELECT to_json(b) FROM "BusinessClock" b WHERE id = 1) AS clock,
           (SELECT json_agg(d ORDER BY d.date) FROM "CalendarDay" d) AS additions`;
  const council = row?.council;
  if (!council) throw notFound();
  const standsAt = row.clock?.standsAt;
  return {
    council: {
      name: council.name,
      shortName: council.shortName,
      address: council.address,
      introduction: council.introduction,
      labels: labelsFrom(council.labels),
      hasCrest: council.crest !== "",
      stylesheet: `/brand/${council.version}/stylesheet`,
    },
    clock: clockShowing(row.clock && { ...row.clock, standsAt: standsAt ? new Date(standsAt) : null }),
    calendar: { additions: row.additions ?? [] },
  };
}

/** The council's own stylesheet, with the version that its address carries. @throws ExpectedError "not-found" without a council */
export async function getStylesheet(scope: ReadScope): Promise<{ version: number; css: string }> {
  const council = await getBrand(scope);
  const brand = isBrand(council.brand) ? council.brand : brandFrom(council.colour as Brand["brand"]);
  const crest = council.crest === "" ? undefined : `/brand/${council.version}/crest`;
  return { version: council.version, css: brandStylesheet(brand, crest) };
}

/** The council's crest as it was given. @throws ExpectedError "not-found" where it gave none */
export async function getCrest(scope: ReadScope): Promise<{ version: number; svg: string }> {
  const { version, crest } = await getBrand(scope);
  if (crest === "") throw notFound();
  return { version, svg: crest };
}

async function getBrand(scope: ReadScope) {
  const council = await reader(scope).council.findUnique({
    where: { id: 1 },
    select: { version: true, colour: true, brand: true, crest: true },
  });
  if (!council) throw notFound();
  return council;
}

/** Stored when the colour was saved; a council loaded without it has the colour alone. */
const isBrand = (stored: unknown): stored is Brand =>
  typeof stored === "object" && stored !== null && "brand" in stored && "onDarkBrand" in stored;
