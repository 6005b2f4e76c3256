import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";

const SEAT = {
  orderBy: [{ until: { sort: "desc", nulls: "first" } }, { from: "desc" }, { id: "asc" }],
  select: {
    id: true,
    role: true,
    represents: true,
    from: true,
    until: true,
    version: true,
    person: { select: { name: true, slug: true } },
    portfolio: { select: { name: true } },
  },
} satisfies Prisma.Body$seatsArgs;

const maySet = (person: Person, body: { id: string; parentId: string | null }) =>
  can(person, "body.settings", { bodyId: body.id, parentBodyId: body.parentId });

/** The bodies whose settings the person may change. */
export async function listBodiesToSet(person: Person) {
  const bodies = await db.body.findMany({
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    select: { id: true, slug: true, kind: true, name: true, shortName: true, parentId: true, from: true, until: true },
  });
  return bodies.filter((body) => maySet(person, body));
}

/** One body with everything that is set of it. @throws ExpectedError not-found for whoever may not change it */
export async function getBodyToSet(person: Person, slug: string) {
  const body = await db.body.findUnique({ where: { slug }, include: { seats: SEAT } });
  if (!body || !maySet(person, body)) throw notFound();
  return { ...body, mayChangeFacts: can(person, "council.settings", {}) };
}

/** Bodies to choose a parent, a predecessor or a body served from. */
export const listBodyChoices = async () =>
  (await db.body.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } })).map(({ id, name }) => ({
    value: id,
    label: name,
  }));

/** The methods a body may score by, the newest version of each. */
export const listScoringMethodChoices = async () =>
  (await db.scoringMethod.findMany({ distinct: ["key"], orderBy: [{ key: "asc" }, { number: "desc" }] })).map(
    ({ key, name }) => ({ value: key, label: name }),
  );
