import type { HeldPost, HeldSeat, Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, type ReadScope, readScope } from "@/domain/access/read-scope";
import { one, sql } from "./database";
import { PEOPLE, type Who } from "./people";

export const COMMITTEE = "people-and-communities";

export const bodyId = async (slug: string = COMMITTEE): Promise<string> =>
  (await one<{ id: string }>(`SELECT id FROM "Body" WHERE slug = $1`, slug)).id;

export const personId = async (slug: string): Promise<string> =>
  (await one<{ id: string }>(`SELECT id FROM "Person" WHERE slug = $1`, slug)).id;

/** The person with the seats and posts of the demonstration's day, read here anew and not by the program under test. */
export async function personOf(who: Who): Promise<Person> {
  const { id, name } = await one<{ id: string; name: string }>(
    `SELECT id, name FROM "Person" WHERE slug = $1`,
    PEOPLE[who],
  );
  const day = "2016-10-03";
  const seats = await sql<HeldSeat>(
    `SELECT s."bodyId", b.kind AS "bodyKind", s.role, s."portfolioId" FROM "Seat" s JOIN "Body" b ON b.id = s."bodyId"
     WHERE s."personId" = $1 AND $2 BETWEEN s."from" AND coalesce(s.until, $2) AND $2 BETWEEN b."from" AND coalesce(b.until, $2)`,
    id,
    day,
  );
  const posts = await sql<HeldPost>(
    `SELECT p.kind, p."areaId",
       ARRAY(SELECT "A"::text FROM "_PortfolioToPost" WHERE "B" = p.id) AS "portfolioIds",
       ARRAY(SELECT "A"::text FROM "_BodyToPost" WHERE "B" = p.id) AS "bodyIds"
     FROM "Post" p WHERE p."personId" = $1 AND $2 BETWEEN p."from" AND coalesce(p.until, $2)`,
    id,
    day,
  );
  return { kind: "person", personId: id, name, day, seats, posts };
}

/** What somebody may read: of the public for null. */
export const scopeOf = async (who: Who | null): Promise<ReadScope> =>
  who === null ? PUBLIC_SCOPE : readScope(await personOf(who));
