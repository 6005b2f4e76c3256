import { expect, test } from "@playwright/test";
import type { Actor } from "@/domain/access/actor";
import { isAsNever, nameOfWho } from "./support/alike";
import { plantedCanaries } from "./support/canaries";
import { everyRoute } from "./support/crawl";
import { OFFICE_ROUTES } from "./support/office-routes";
import { EVERYBODY, type Who } from "./support/people";
import { OTHER_ROUTES, PUBLIC_ROUTES } from "./support/public-routes";
import { idsIn, plantOther, recordsOf, standOf } from "./support/routed-records";
import { type Cell, cellsOf, everyActor } from "./support/routes";
import { type Answer, type Asking, addressOf, ask, several } from "./support/site";

/*
 * Every route of the program, for everybody, with the records of a committee that some of them sit on and of one that none does.
 * GET is asked in every cell of that table. HEAD, RSC and POST are answered by the same page with the same reader, so for each
 * address one person is asked for to whom it is closed, others each time, and for each route one to whom it is open, and the public.
 * What is closed is held beside what never was by every third person, others at each address.
 */

const ROUTES = { ...OFFICE_ROUTES, ...PUBLIC_ROUTES, ...OTHER_ROUTES };
const ALL = [null, ...EVERYBODY] as const;

let actors: Map<Who | null, Actor>;
/** What no other test touches. */
let planted: string[];
let cells: Cell[];

test.beforeAll(async () => {
  planted = [...idsIn({ canaries: plantedCanaries() }), ...(await plantOther())];
  actors = await everyActor();
  cells = cellsOf(ROUTES, [await recordsOf("own", planted), await recordsOf("other", planted)]);
});

test("every route that the build knows is on the table, and no other", () => {
  expect(Object.keys(ROUTES).sort()).toEqual(everyRoute().sort());
  expect(Object.keys(ROUTES).filter((route) => !cells.some((cell) => cell.route === route))).toEqual([]);
});

for (const [turn, who] of ALL.entries()) {
  test(`${nameOfWho(who)} is shown by every route what the rules open, and of the rest not whether it is there`, async () => {
    const wrong: string[] = [];
    await several(cells.entries(), 6, async ([index, cell]) => {
      const answer = await ask(cell.path, { who });
      const expected = expectedOf(cell, who);
      if (answer.status !== expected) wrong.push(`${cell.path}: ${answer.status}, not ${expected}`);
      else if (isSignInAsked(cell, who)) wrong.push(...notTheSignIn(cell, answer));
      else if (opensTo(cell, who)) wrong.push(...wrongWords(cell, who, answer));
      else if (cell.key && (index + turn) % 3 === 0 && !(await isAsNever(cell.path, cell.key, { who }, answer)))
        wrong.push(`${cell.path}: tells that it is there`);
    });
    expect(wrong).toEqual([]);
  });
}

const WAYS = {
  HEAD: { method: "HEAD" },
  RSC: { headers: { RSC: "1" } },
  POST: { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "sent=1" },
} satisfies Record<string, Asking>;
type Way = keyof typeof WAYS;

for (const way of ["HEAD", "RSC", "POST"] as const) {
  test(`${way} says no more than GET, and changes nothing`, async () => {
    const before = await standOf(planted);
    const wrong: string[] = [];
    await several(askedFor(), 6, async ({ cell, who }) => {
      const path = way === "RSC" ? `${cell.path}${cell.path.includes("?") ? "&" : "?"}_rsc` : cell.path;
      const answer = await ask(path, { who, ...WAYS[way] });
      const says = (what: string) => wrong.push(`${way} ${path}, ${nameOfWho(who)}: ${what}`);
      if (!isAllowed(way, cell, who, answer)) says(String(answer.status));
      if (way === "HEAD" && answer.bytes.length > 0) says("has a body");
      if (opensTo(cell, who) && !isSignInAsked(cell, who)) return;
      if (cell.key && !(await isAsNever(path, cell.key, { who, ...WAYS[way] }, answer))) says("tells that it is there");
    });
    expect(wrong).toEqual([]);
    expect(await standOf(planted)).toEqual(before);
  });
}

/** What takes something from its own page, and what that page sends. */
const KEEPERS = [
  ["/office/scoping/[id]/draft", "/office/scoping/[id]", "section=item&item=Roads"],
  ["/office/meetings/[body]/[date]/looked", "/office/meetings/[body]/[date]", "seen"],
] as const;

for (const [keeper, from, body] of KEEPERS) {
  test(`${keeper} takes no more of somebody else's record than of none`, async () => {
    const wrong: string[] = [];
    const keepers = cells.filter(({ route }) => route === keeper);
    const readable = cells.filter(({ route }) => route === from);
    const before = await standOf(planted);
    await several(keepers, 6, async ({ path, key = "" }) => {
      const page = readable.find((cell) => cell.key === key && path.startsWith(cell.path));
      for (const who of EVERYBODY) {
        if (!page || opensTo(page, who)) continue;
        const sent = { origin: new URL(addressOf("/")).origin, "content-type": "application/x-www-form-urlencoded" };
        const asked = { who, method: "POST", headers: sent, body };
        const answer = await ask(path, asked);
        if (answer.status !== 404) wrong.push(`${path}, ${who}: ${answer.status}`);
        if (!(await isAsNever(path, key, asked, answer))) wrong.push(`${path}, ${who}: tells that it is there`);
      }
    });
    expect(wrong).toEqual([]);
    expect(await standOf(planted)).toEqual(before);
    expect(keepers.length).toBeGreaterThan(2);
  });
}

const actorOf = (who: Who | null): Actor => {
  const actor = actors.get(who);
  if (!actor) throw new Error(`Nobody is ${who}.`);
  return actor;
};
const opensTo = (cell: Cell, who: Who | null): boolean => cell.opens(actorOf(who));

/** The office opens to nobody who has not signed in, and says so of every address alike. What takes no GET takes none of theirs. */
const isSignInAsked = ({ route, closed }: Cell, who: Who | null): boolean =>
  who === null && route.startsWith("/office") && closed === undefined;

function expectedOf(cell: Cell, who: Who | null): number {
  if (isSignInAsked(cell, who)) return 307;
  return opensTo(cell, who) ? (cell.opened ?? 200) : (cell.closed ?? 404);
}

const signInFor = ({ path }: Cell): string => `/sign-in?from=${encodeURIComponent(path)}`;

const notTheSignIn = (cell: Cell, { headers }: Answer): string[] =>
  headers.get("location") === signInFor(cell) ? [] : [`${cell.path}: leads to ${headers.get("location")}`];

function wrongWords({ path, words }: Cell, who: Who | null, { text }: Answer): string[] {
  if (!words || text.includes(words.said) === words.to(actorOf(who))) return [];
  return [`${path}: ${text.includes(words.said) ? "says" : "does not say"} ${words.said}`];
}

/** For each address somebody to whom it is open and somebody to whom it is closed, others each time; the public once a route. */
function askedFor(): { cell: Cell; who: Who | null }[] {
  const routes = new Set<string>();
  return cells.flatMap((cell, index) => {
    const isFirst = !routes.has(cell.route);
    routes.add(cell.route);
    const open = EVERYBODY.filter((who) => opensTo(cell, who));
    const shut = EVERYBODY.filter((who) => !opensTo(cell, who));
    const asked = [isFirst ? open.at(index % open.length) : undefined, shut.at(index % shut.length)];
    return [...asked.filter((who) => who !== undefined), ...(isFirst ? [null] : [])].map((who) => ({ cell, who }));
  });
}

/**
 * Whether the status fits what GET says. The framework sends what its router asks for piece by piece, and so with 200 before it knows
 * whether there is anything: then it is the words that say it.
 */
function isAllowed(way: Way, cell: Cell, who: Who | null, { status, text }: Answer): boolean {
  const expected = expectedOf(cell, who);
  if (way === "HEAD") return status === (cell.headed ?? expected);
  if (way === "POST") return status === (cell.posted ?? expected);
  if (status === expected) return true;
  if (status !== 200) return false;
  if (expected === 307) return text.includes("NEXT_REDIRECT");
  return expected === 404 && text.includes("Page not found");
}
