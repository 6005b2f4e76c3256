import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Actor, Person } from "@/domain/access/actor";
import { db, publicDb } from "@/server/db";
import { neverThere } from "../e2e/support/alike";
import { OFFICE_ROUTES } from "../e2e/support/office-routes";
import type { Who } from "../e2e/support/people";
import { Planting } from "../e2e/support/planting";
import { OTHER_ROUTES, PUBLIC_ROUTES } from "../e2e/support/public-routes";
import { plantMeetings } from "../e2e/support/restricted-meetings";
import { plantWork } from "../e2e/support/restricted-work";
import { idsIn, plantOther, recordsOf } from "../e2e/support/routed-records";
import { type Cell, cellsOf, everyActor, everybody } from "../e2e/support/routes";
import { demonstration } from "../support/demonstration";
import { storePapersAside } from "../support/papers";
import { watched } from "../support/watched-queries";

/*
 * What is closed to somebody takes them as long as what was never there: not by a clock, but by what the database is asked and how
 * many rows it brings. The same table of routes is asked over HTTP in tests/e2e/routes.spec.ts, which compares what is answered.
 */

/** Pages ask who is signed in; here there is no request that could say so. */
const signedIn = vi.hoisted(() => ({ person: null as Person | null }));
vi.mock("@/server/auth/session", async (original) => ({
  ...(await original<typeof import("@/server/auth/session")>()),
  currentPerson: async () => signedIn.person,
  requirePerson: async () => signedIn.person,
}));

const council = demonstration();
storePapersAside();
let cells: Cell[];
let actors: Map<Who | null, Actor>;

beforeAll(async () => {
  await council.load();
  const planting = new Planting();
  await plantMeetings(planting);
  await plantWork(planting);
  const planted = [...idsIn(planting), ...(await plantOther())];
  actors = await everyActor();
  cells = cellsOf({ ...OFFICE_ROUTES, ...PUBLIC_ROUTES, ...OTHER_ROUTES }, [
    await recordsOf("own", planted),
    await recordsOf("other", planted),
  ]);
});
afterAll(council.clear);

it("costs the same queries whether a record is closed to somebody or was never there, on every route, for everybody", async () => {
  const told: string[] = [];
  const tried = new Set<string>();
  for (const [who, actor] of actors) {
    await connect();
    const absentCosts = new Map<string, string>();
    signedIn.person = actor.kind === "person" ? actor : null;
    for (const { route, path, key, opens, known, closed: takesNoGet } of cells) {
      const isAsked = route.startsWith("/office") === (who !== null) || route.startsWith("/papers");
      if (!key || !isAsked || takesNoGet || opens(actor) || known?.(actor)) continue;
      tried.add(route);
      const closed = await costOf(route, path);
      const unnamed = path.replaceAll(key, "KEY");
      const absent = absentCosts.get(unnamed) ?? (await costOf(route, path.replaceAll(key, neverThere(key))));
      absentCosts.set(unnamed, absent);
      if (closed !== absent) told.push(`${path}, ${who ?? "the public"}:\n${closed}\n--- absent:\n${absent}`);
    }
  }
  expect(told).toEqual([]);
  // Each of them names a record that is closed to somebody; of a body everybody knows that it is there.
  const naming = cells.filter(({ key, known, closed: takesNoGet }) => key && known !== everybody && !takesNoGet);
  expect([...tried].sort()).toEqual([...new Set(naming.map(({ route }) => route))].sort());
}, 120_000);

/** So that nothing that is asked waits for a connection, and is sent later than what was asked after it. */
const connect = () =>
  Promise.all(
    [db, publicDb].flatMap((client) => [1, 2, 3, 4].map(() => client.$queryRaw`SELECT 1 FROM pg_sleep(0.05)`)),
  );

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;
type Asked = { params: Promise<object>; searchParams: Promise<object> };
type Module = {
  default?: (asked: Asked) => Promise<unknown>;
  generateMetadata?: (asked: Asked) => Promise<unknown>;
} & {
  GET?: Handler;
};

/** What a reading asks of the database, in words that compare. */
async function costOf(route: string, path: string): Promise<string> {
  const module = await moduleOf(route);
  const params = Promise.resolve({ lang: "en", ...paramsOf(route, path) });
  const asked = { params, searchParams: Promise.resolve({}) };
  const { sent } = await watched(async () => {
    await module.GET?.(new Request(new URL(path, "http://localhost")), { params });
    // Public pages are cut short by what the framework throws for them; pages of the office answer themselves.
    await module.generateMetadata?.(asked).catch(expectNotFound);
    await module.default?.(asked).catch(expectNotFound);
    // What a page has asked for beside that is on its way still when the first "not found" ends it, and before this.
    await Promise.all([db.$queryRaw`SELECT 'the last'`, publicDb.$queryRaw`SELECT 'the last'`]);
  });
  while (sent.some(({ rows }) => rows === null)) await new Promise((resolve) => setImmediate(resolve));
  return sent
    .map(({ login, sql, rows }) => `${login}: ${sql} (${rows})`)
    .sort()
    .join("\n");
}

function expectNotFound(error: unknown): void {
  if (!(error instanceof Error && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404")) throw error;
}

const ROOT = "../..";

/** The module of a route, in whichever part of the site it lies. */
async function moduleOf(route: string): Promise<Module> {
  const places = ["/(office)", "/(public)", "/(asked)", ""].flatMap((part) =>
    ["page.tsx", "route.ts"].map((file) => `src/app${part}${route}/${file}`),
  );
  const found = places.find((path) => existsSync(path));
  if (!found) throw new Error(`No file in src/app answers ${route}.`);
  return (await import(`${ROOT}/${found}`)) as Module;
}

/** What an address says in the places of its route. */
function paramsOf(route: string, path: string): Record<string, string> {
  const pattern = route.replace("/[lang]", "").replaceAll(/\[(\w+)\]/g, "(?<$1>[^/]+)");
  return { ...new RegExp(`^${pattern}$`).exec(new URL(path, "http://localhost").pathname)?.groups };
}
