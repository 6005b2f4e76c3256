import type { Addresses } from "../../scripts/embedded-database.mjs";
import { number, table, verdict } from "./figures";
import { type Asked, storm, visitor } from "./load";
import type { PageKind } from "./pages";
import { clerksCookie } from "./sign-in";
import type { Site } from "./site";

const MOST_MB = 400;
/** What more may be held at the end than a quarter of the way: "flat". */
const FLAT = 1.1;
/** Every tenth request is somebody's of the office. */
const OFFICE = 10;

/**
 * The site's memory while thousands of different public pages are asked for, and pages of the office by somebody signed in.
 * @param secret that the site seals its cookies with
 * @returns a section of the figures
 */
export async function measureMemory(
  site: Site,
  database: Addresses,
  secret: string,
  pages: readonly PageKind[],
  requests: number,
  signal: AbortSignal,
): Promise<string> {
  const cookie = await clerksCookie(database, secret);
  const office = (await officePages(site, cookie)).map((path): Asked => ({ path, headers: { cookie } }));
  const shared = shuffle(pages.flatMap(({ addresses }) => addresses)).map((path): Asked => ({ path }));
  const asked = (n: number): Asked => {
    const [from, place] = n % OFFICE === 0 ? [office, n / OFFICE] : [shared, n - Math.ceil(n / OFFICE)];
    return from[place % from.length] ?? { path: "/" };
  };
  const take = (from: number, count: number) =>
    storm(site.address, (n) => asked(from + n), { visitors: 4, requests: count, seconds: 900, signal });

  const warmUp = Math.round(requests / 40);
  await take(0, warmUp);
  const held: [string, number][] = [[`${number(warmUp)}, to warm up`, site.memory()]];
  const quarter = requests / 4;
  for (let done = 0; done < requests; done += quarter) {
    await take(warmUp + done, quarter);
    held.push([number(done + quarter), site.memory()]);
  }
  const measured = held.slice(1).map(([, memory]) => memory);
  const [first = 0, last = 0] = [measured[0], measured.at(-1)];
  const most = Math.max(...held.map(([, memory]) => memory));
  return [
    "### Memory\n",
    table(
      ["requests", "resident, MB"],
      held.map(([name, memory]) => [name, number(memory)]),
    ),
    `\nAim under ${MOST_MB} MB: ${verdict(most < MOST_MB)}. Flat, at most a tenth more at the end than after the first quarter: ${verdict(last <= first * FLAT)}. ${number(shared.length)} different public pages of ${pages.length} kinds, and ${office.length} of the office at every ${OFFICE}th request.`,
  ].join("\n");
}

/**
 * The pages of the office that can be reached from these by following links, as many as a day's work takes. What waits for somebody
 * is not among them: it opens every programme that is theirs, and here a thousand are.
 */
const OFFICE_BEGINNINGS = ["/office/meetings", "/office/programme", "/office/scoping"];
const WHAT_WAITS = "/office";

async function officePages(site: Site, cookie: string): Promise<string[]> {
  const { ask, leave } = visitor(site.address);
  const found = new Set(OFFICE_BEGINNINGS);
  const there: string[] = [];
  for (const path of found) {
    const answer = await ask({ path, headers: { cookie } });
    if (answer.status !== 200) continue;
    there.push(path);
    for (const [, address = ""] of answer.body.toString().matchAll(/<a [^>]*href="(\/office[^"#]*)/g)) {
      if (found.size < 60 && address !== WHAT_WAITS) found.add(address.replaceAll("&amp;", "&"));
    }
  }
  leave();
  if (there.length === 0) throw new Error("The office lets nobody in.");
  return there;
}

/** The same order each time, with no two neighbours of a kind for long. */
function shuffle<Element>(elements: readonly Element[]): Element[] {
  let seed = 1;
  return elements
    .map((element) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return { element, place: seed };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ element }) => element);
}
