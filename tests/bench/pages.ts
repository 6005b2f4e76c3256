import { globSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { ROOT } from "../../scripts/settings.mjs";

const PUBLIC_SITE = join("src", "app", "(public)", "[lang]");

/** A kind of public page, with addresses of it in a generated council. */
export type PageKind = { route: string; addresses: string[] };

/** The committee's part of an address, and the meetings that a page of theirs stands for. */
const COMMITTEE = `'/committees/' || b.slug`;
const COMMITTEES = `"Body" b WHERE b.kind = 'scrutiny_committee'`;
const MEETINGS = `"Meeting" m JOIN "Body" b ON b.id = m."bodyId" WHERE b.kind = 'scrutiny_committee'`;

/** How addresses of each kind of page are read from the database, by the folder of its page under the public site. */
const ADDRESSES: Readonly<Record<string, string>> = {
  "": "VALUES ('/')",
  committees: "VALUES ('/committees')",
  bodies: "VALUES ('/bodies')",
  "[bodies]/[slug]": `SELECT ${COMMITTEE} FROM ${COMMITTEES}`,
  "[bodies]/[slug]/meetings/[date]": `SELECT ${COMMITTEE} || '/meetings/' || m.slug FROM ${MEETINGS} AND m.status IN ('held', 'published')`,
  "[bodies]/[slug]/meetings/[date]/minutes": `SELECT ${COMMITTEE} || '/meetings/' || m.slug || '/minutes' FROM ${MEETINGS} AND m.status = 'held'`,
  "[bodies]/[slug]/meetings/[date]/progress": `SELECT ${COMMITTEE} || '/meetings/' || m.slug || '/progress' FROM ${MEETINGS} AND m.status IN ('held', 'published')`,
  "[bodies]/[slug]/work-programme": `SELECT ${COMMITTEE} || '/work-programme' FROM ${COMMITTEES}`,
  "[bodies]/[slug]/recommendations": `SELECT ${COMMITTEE} || '/recommendations' FROM ${COMMITTEES}`,
  "[bodies]/[slug]/recommendations/page/[page]": `SELECT ${COMMITTEE} || '/recommendations/page/2' FROM ${COMMITTEES}`,
  "[bodies]/[slug]/topics": `SELECT ${COMMITTEE} || '/topics' FROM ${COMMITTEES}`,
  "[bodies]/[slug]/topics/page/[page]": `SELECT ${COMMITTEE} || '/topics/page/2' FROM ${COMMITTEES}`,
  recommendations: "VALUES ('/recommendations')",
  "recommendations/page/[page]": "VALUES ('/recommendations/page/2'), ('/recommendations/page/10')",
  "recommendations/overdue": "VALUES ('/recommendations/overdue')",
  "forward-plan": "VALUES ('/forward-plan')",
  "work-programme": "VALUES ('/work-programme')",
  topics: "VALUES ('/topics')",
  "topics/page/[page]": "VALUES ('/topics/page/2'), ('/topics/page/10')",
  "topics/[slug]": `SELECT '/topics/' || t.slug FROM "Topic" t`,
  "reports/[slug]": `SELECT '/reports/' || r.slug FROM "Report" r`,
  people: "VALUES ('/people')",
  "people/[slug]": `SELECT '/people/' || p.slug FROM "Person" p WHERE p.slug LIKE 'member-%'`,
  demonstration: "VALUES ('/demonstration')",
  accessibility: "VALUES ('/accessibility')",
};

/** Bodies that a page of theirs is harder for: everything in the council refers to them. */
const ALSO: Readonly<Record<string, string>> = {
  "bodies/cabinet": "VALUES ('/bodies/cabinet')",
  "bodies/county-council": "VALUES ('/bodies/county-council')",
};

/**
 * Pages that are not measured: a form, which is rendered each time anyway, the page for addresses that nobody has, and pages that a
 * council with ten committees does not have, or does not fill.
 */
const NOT_MEASURED = [
  "committees/page/[page]",
  "recommendations/overdue/page/[page]",
  "[...rest]",
  "topics/suggest",
  "topics/suggest/sent",
];

/**
 * Every kind of public page that the site has, with so many addresses of each, scattered over the whole record.
 * @param owner address of a generated database
 * @throws Error where the site has a page that is not told here
 */
export async function publicPages(owner: string, most: number): Promise<PageKind[]> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    const kinds: PageKind[] = [];
    for (const route of [...routes(), ...Object.keys(ALSO)]) {
      const query = ADDRESSES[route] ?? ALSO[route];
      if (!query) throw new Error(`Say in tests/bench/pages.ts how to find addresses of the public page "${route}".`);
      const { rows } = await client.query<{ address: string }>(
        `SELECT address FROM (${query}) found (address) ORDER BY md5(address) LIMIT ${most}`,
      );
      kinds.push({ route: `/${route}`, addresses: rows.map(({ address }) => address) });
    }
    return kinds;
  } finally {
    await client.end();
  }
}

const routes = (): string[] =>
  globSync("**/page.tsx", { cwd: join(ROOT, PUBLIC_SITE) })
    .map((path) => path.replace(/\/?page\.tsx$/, ""))
    .filter((route) => !NOT_MEASURED.includes(route))
    .sort();
