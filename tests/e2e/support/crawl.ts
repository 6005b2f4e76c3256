import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canariesIn } from "./canaries";
import { sql } from "./database";
import type { Who } from "./people";
import { RUNS } from "./planting";
import { type Answer, ask, everythingIn, several } from "./site";

/** An answer of the site with how it was asked for. */
export type Visit = { path: string; how: string; answer: Answer };

type Way = { how: string; method?: string; query?: string; headers?: Record<string, string> };

/** How a browser, the framework's router, its prefetching and a cache in between ask for one address. */
export const EVERY_WAY: readonly Way[] = [
  { how: "as a page" },
  { how: "HEAD", method: "HEAD" },
  { how: "RSC", headers: { RSC: "1" } },
  { how: "?_rsc", query: "_rsc=leak1", headers: { RSC: "1" } },
  { how: "prefetched", query: "_rsc=leak2", headers: { RSC: "1", "Next-Router-Prefetch": "1" } },
  {
    how: "a segment of it prefetched",
    query: "_rsc=leak3",
    headers: { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
  },
  { how: "a range of it", headers: { Range: "bytes=0-2047" } },
];

/** What the framework's router gets is made apart from the page; the other ways are the framework's own, and alike for a kind of page. */
export const BY_ROUTER = EVERY_WAY.filter(({ how }) => how === "?_rsc");

/** Whether what is closed answers every way alike, routes.spec.ts looks at. */
export const AS_PAGE = EVERY_WAY.filter(({ how }) => how === "as a page");

/** Whether an address is one of the public site's pages. */
export const isPublic = (path: string): boolean =>
  !/^\/(office|sign-in|sign-out|papers|packs|api|internal)\b/.test(path);

/** Whether it is kept and shown to everybody alike: all of them but the form, whose token is for one person. */
export const isKept = (path: string): boolean => isPublic(path) && path !== "/topics/suggest" && !path.endsWith("/ask");

/** A document that the site makes of a record. In large print it has the same words: nobody need read it twice. */
export const isDocument = (path: string): boolean => /\/[a-z-]+\.(pdf|docx)$/.test(path);
const isInLargePrint = (path: string): boolean => isDocument(path) && path.includes("-large-print.");

/** Where a crawl begins; everything else is reached by links, or guessed. */
const BEGINNINGS = ["/sign-in", "/office"];
const PUBLIC_BEGINNINGS = [
  "/",
  "/committees",
  "/bodies",
  "/work-programme",
  "/recommendations",
  "/recommendations/overdue",
  "/forward-plan",
  "/topics",
  "/reports",
  "/people",
];

/** Asks for an address in these ways, and follows where it is sent on. */
export async function visit(
  path: string,
  who: Who | null,
  ways: readonly Way[],
  seen: (visit: Visit) => void,
): Promise<void> {
  for (const { how, method, query, headers } of ways) {
    let next: string | null = query ? `${path}${path.includes("?") ? "&" : "?"}${query}` : path;
    for (let hop = 0; next !== null && hop < 4; hop++) {
      const answer: Answer = await ask(next, { who, ...(method && { method }), ...(headers && { headers }) });
      seen({ path: next, how, answer });
      next = localPath(answer.headers.get("location"));
    }
  }
}

/**
 * Everything that can be reached from the beginnings by links, each address asked for once, as a page. Public pages are the same
 * for everybody, which headers.spec.ts shows, so whoever has signed in stays in the office.
 */
export async function crawl(who: Who | null): Promise<Map<string, Answer>> {
  const found = new Map<string, Answer>();
  let frontier = new Set(who === null ? [...PUBLIC_BEGINNINGS, ...BEGINNINGS] : BEGINNINGS);
  while (frontier.size > 0) {
    const next = new Set<string>();
    await several(frontier, 6, async (path) => {
      const answer = await ask(path, { who });
      found.set(path, answer);
      for (const link of linksIn(answer)) next.add(link);
    });
    frontier = new Set([...next].filter((path) => !found.has(path) && (who === null || !isPublic(path))));
    if (found.size > 3000) throw new Error(`There is no end to the links: ${[...frontier].slice(0, 5).join(" ")}`);
  }
  return found;
}

/** Same-origin addresses that an answer leads to: attributes of its HTML, addresses in React's payload, and redirections. */
function linksIn({ text, headers }: Answer): Set<string> {
  const isText = /html|component|json/.test(headers.get("content-type") ?? "");
  const written = isText
    ? [...text.matchAll(/(?:href|src|action)="([^"]+)"|\\?"(?:href|src)\\?":\\?"([^"\\]+)/g)].map(
        ([, attribute, property]) => (attribute ?? property ?? "").replaceAll("&amp;", "&"),
      )
    : [];
  return new Set(
    [...written, headers.get("location") ?? ""]
      .map(localPath)
      .filter((path): path is string => path !== null && !path.startsWith("/_next/static/") && !isInLargePrint(path)),
  );
}

function localPath(address: string | null): string | null {
  if (!address) return null;
  const url = URL.parse(address, process.env.E2E_BASE_URL);
  return url && url.origin === new URL(process.env.E2E_BASE_URL ?? "").origin ? `${url.pathname}${url.search}` : null;
}

/** Which of our words left the site in which answer. */
export class Finds {
  readonly #places: Map<string, string>;

  constructor(before: Iterable<[word: string, place: string]> = []) {
    this.#places = new Map(before);
  }

  /** Pages that would run what somebody typed into a field. */
  readonly running: string[] = [];

  note = ({ path, how, answer }: Visit): void => {
    if (answer.headers.get("content-type")?.startsWith("text/html") && RUNS.test(answer.text)) this.running.push(path);
    for (const word of canariesIn(everythingIn(answer))) {
      // What was asked for comes back in addresses and says nothing.
      if (!path.includes(word) && !this.#places.has(word)) this.#places.set(word, `${path} (${how}, ${answer.status})`);
    }
  };

  get words(): ReadonlyMap<string, string> {
    return this.#places;
  }
}

/** Records that are not public, and whose pages somebody might look for by key. */
const SUBJECTS = ["Topic", "ScopingProposal", "ProgrammeItem", "Report", "Meeting", "Minutes", "Paper", "PaperFile"];

type Keys = { ids: string[]; slugs: string[] };

async function restrictedKeys(): Promise<Keys> {
  const ids: string[] = [];
  const slugs: string[] = [];
  for (const table of SUBJECTS) {
    const rows = await sql<{ id: string; slug?: string }>(`SELECT * FROM "${table}" WHERE audience <> 'public'`);
    for (const { id, slug } of rows) {
      ids.push(id);
      if (slug) slugs.push(slug);
    }
  }
  // A report may be on the public record when what it says is not.
  const exempt = await sql<{ slug: string }>(
    `SELECT r.slug FROM "Report" r JOIN "ReportText" t ON t."reportId" = r.id WHERE t.restriction <> 'public'`,
  );
  return { ids, slugs: [...slugs, ...exempt.map(({ slug }) => slug)] };
}

export type Guess = { path: string; key: string };

/** Whoever sees most of a part of the office: a key that leads them nowhere leads nobody anywhere. */
const seesMost = (path: string): Who => (path.startsWith("/office/settings") ? "administrator" : "democraticServices");

/** Of all guesses in the office, those that lead somewhere for whoever sees most; and a few that do not, of each page. */
export async function liveGuesses(): Promise<Guess[]> {
  const live: Guess[] = [];
  const dead = new Map<string, Guess[]>();
  await several(await guesses("office"), 6, async (guess) => {
    const { status } = await ask(guess.path, { who: seesMost(guess.path) });
    const page = guess.path.replace(guess.key, "");
    if (status !== 404) live.push(guess);
    else if ((dead.get(page)?.length ?? 0) < 2) dead.set(page, [...(dead.get(page) ?? []), guess]);
  });
  return [...live, ...[...dead.values()].flat()];
}

/**
 * Every address the program knows, with every key of a record that is not public in its last place: what somebody types who has
 * seen a key somewhere. The addresses come from the build, so that a new page is tried as soon as it is there.
 */
export async function guesses(part: "public" | "office"): Promise<Guess[]> {
  const keys = await restrictedKeys();
  const meetings = (await sql<{ slug: string }>(`SELECT DISTINCT slug FROM "Meeting"`)).map(({ slug }) => slug);
  const withPapers = await sql<{ slug: string }>(
    `SELECT DISTINCT m.slug FROM "Meeting" m JOIN "Paper" p ON p."meetingId" = m.id WHERE p.audience <> 'public'`,
  );
  const made = new Map<string, Guess>();
  for (const route of dynamicRoutes()) {
    if (route.startsWith("/[lang]") !== (part === "public")) continue;
    const address = route.replace("/[lang]", "").replace(/([a-z-]+|\[[a-z]+\])\/\[file\]$/, fileUnder);
    const places = [...address.matchAll(/\[([a-z]+)\]/gi)].map(([place]) => place);
    const keyed = places.findLast((place) => BY_ID.includes(place)) ?? places.at(-1);
    if (!keyed) continue;
    const tried = BY_ID.includes(keyed) ? keys.ids : keyed === "[date]" ? meetings : keys.slugs;
    const dates = keyed === "[paper]" ? withPapers.map(({ slug }) => slug) : ["2016-10-11"];
    for (const date of dates) {
      const filled = places
        .filter((place) => place !== keyed)
        .reduce((path, place) => path.replace(place, place === "[date]" ? date : (KNOWN[place] ?? "none")), address);
      for (const key of tried) made.set(filled.replace(keyed, key), { path: filled.replace(keyed, key), key });
    }
  }
  return [...made.values()];
}

/** Whatever a document is made of, its files are named for what it is. */
const fileUnder = (place: string): string => {
  const name = place === "[slug]" ? "report" : place === "[id]" ? "proposal" : place;
  return `${place}/${name}.pdf`;
};

/** Places of an address that hold a key rather than a name. */
const BY_ID = ["[id]", "[paper]"];

/** What stands in the other places of an address. */
const KNOWN: Readonly<Record<string, string>> = {
  "[bodies]": "committees",
  "[body]": "people-and-communities",
  "[slug]": "people-and-communities",
  "[number]": "1",
};

const dynamicRoutes = (): string[] =>
  routes()
    .dynamicRoutes.map(({ page }) => page)
    .filter((page) => !/^\/api\/|\[\.\.\./.test(page));

type Routes = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string; regex: string }[] };

/** The addresses that the build knows. */
function routes(): Routes {
  known ??= JSON.parse(readFileSync(join(".next", "routes-manifest.json"), "utf8")) as Routes;
  return known;
}
let known: Routes | undefined;

/** Every route that the build knows: pages, and what answers without one. */
export const everyRoute = (): string[] => [...routes().staticRoutes, ...routes().dynamicRoutes].map(({ page }) => page);

/** The page of the program that answers an address, "/[lang]/topics/[slug]"; null for what is no page. */
export function routeOf(path: string): string | null {
  const manifest = routes();
  const { pathname } = new URL(path, "http://localhost");
  const inside = isPublic(pathname) ? `/en${pathname === "/" ? "" : pathname}` : pathname;
  if (manifest.staticRoutes.some(({ page }) => page === inside)) return inside;
  return manifest.dynamicRoutes.find(({ regex }) => new RegExp(regex).test(inside))?.page ?? null;
}
