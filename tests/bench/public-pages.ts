import { median, number, spread, table, verdict } from "./figures";
import { mustBeThere, visitor } from "./load";
import type { PageKind } from "./pages";
import type { Site } from "./site";
import type { StatementCounter } from "./statements";

const MOST_QUERIES = 6;
const MOST_TIMES = 1.25;
const WARM_UP = 3;

export type Council = { name: string; site: Site; pages: PageKind[] };
export type Queries = ReadonlyMap<string, number>;

/**
 * How many queries each kind of public page takes when it is rendered.
 * @param site that keeps no pages, started while the counter counts
 * @returns by route, the most that any of three addresses took
 */
export async function countQueries(
  site: Site,
  pages: readonly PageKind[],
  counter: StatementCounter,
): Promise<Queries> {
  const { ask, leave } = visitor(site.address);
  const most = new Map<string, number>();
  for (const { route, addresses } of pages) {
    for (const path of addresses.slice(0, 3)) {
      // Once before, because the first page of a site opens connections.
      mustBeThere(path, await ask({ path }));
      const queries = await counter.during(() => ask({ path }));
      if (queries === 0) throw new Error(`${path} was not rendered, or not counted.`);
      most.set(route, Math.max(queries, most.get(route) ?? 0));
    }
  }
  leave();
  return most;
}

/**
 * How long each kind of public page takes to render in a small council and in a large one, which take turns.
 * @param queries of the same two councils, as they were counted
 * @param count measurements of each kind of page
 * @returns a section of the figures
 */
export async function measurePublicPages(
  councils: readonly [Council, Council],
  queries: readonly [Queries, Queries],
  count: number,
  signal: AbortSignal,
): Promise<string> {
  const rows: string[][] = [];
  let isWithin = true;
  const kilobytes = (sizes: readonly number[]) => number(median(sizes) / 1024);
  for (const { route } of councils[1].pages) {
    const [few, many] = await renderInTurns(councils, route, count, signal);
    const [inFew = 0, inMany = 0] = queries.map((counted) => counted.get(route) ?? 0);
    const most = Math.max(inFew, inMany);
    // Of two renderings one after the other, since what else the machine does falls on both alike.
    const times = median(many.milliseconds.map((time, n) => time / (few.milliseconds[n] ?? 0)));
    isWithin &&= most <= MOST_QUERIES && times <= MOST_TIMES;
    rows.push([
      `\`${route}\``,
      `${inFew === inMany ? most : `${inFew}, ${inMany}`}${most > MOST_QUERIES ? " **over**" : ""}`,
      spread(few.milliseconds, 1),
      spread(many.milliseconds, 1),
      `${kilobytes(few.sizes)}, ${kilobytes(many.sizes)}`,
      `${number(times, 2)}${times > MOST_TIMES ? " **over**" : ""}`,
    ]);
  }
  return [
    "### Public pages, whatever the rows\n",
    table(["page", "queries", ...councils.map(({ name }) => `ms, ${name}`), "kB", "times"], rows),
    `\nAim ${MOST_QUERIES} queries or fewer and ${MOST_TIMES} times or less: ${verdict(isWithin)}. ${count} renderings of each page in each council, one at a time, nothing kept.`,
  ].join("\n");
}

type Renderings = { milliseconds: number[]; sizes: number[] };

/** Each rendering's time and size, by council. */
async function renderInTurns(
  councils: readonly [Council, Council],
  route: string,
  count: number,
  signal: AbortSignal,
): Promise<[Renderings, Renderings]> {
  const [few, many] = councils.map(({ site, pages }) => {
    const addresses = pages.find((page) => page.route === route)?.addresses ?? [];
    const { ask, leave } = visitor(site.address);
    const taken: Renderings = { milliseconds: [], sizes: [] };
    const render = async (n: number): Promise<void> => {
      const path = addresses[(n + WARM_UP) % addresses.length] ?? "/";
      const answer = await ask({ path });
      mustBeThere(path, answer);
      if (answer.headers["x-nextjs-cache"] === "HIT") throw new Error(`${path} was kept where it should be rendered.`);
      if (n < 0) return;
      taken.milliseconds.push(answer.milliseconds);
      taken.sizes.push(answer.body.byteLength);
    };
    return { render, leave, taken };
  });
  if (!few || !many) throw new Error("Two councils are compared.");
  for (let n = -WARM_UP; n < count; n++) {
    signal.throwIfAborted();
    // Whoever goes first now goes second next time.
    for (const council of n % 2 === 0 ? [few, many] : [many, few]) await council.render(n);
  }
  few.leave();
  many.leave();
  return [few.taken, many.taken];
}
