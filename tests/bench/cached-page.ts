import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../scripts/settings.mjs";
import { median, number, spread, table, verdict } from "./figures";
import { type Asked, mustBeThere, storm, visitor } from "./load";
import { isNginxInstalled, startNginx } from "./nginx";
import type { Site } from "./site";
import type { StatementCounter } from "./statements";

/** The demonstration's meeting of 11 October 2016, with its agenda and papers. */
const PAGE = "/committees/people-and-communities/meetings/2016-10-11";
const KEPT: Asked = { path: PAGE };
const VISITORS = 8;
const AIM = 5;

/**
 * A kept page against the same page rendered for each request, and against nginx with the same bytes; in turns, so that what else
 * the machine does falls on all of them alike.
 * @param queries that a rendering takes, as they were counted
 * @returns a section of the figures
 */
export async function measureCachedPage(
  site: Site,
  queries: number,
  folder: string,
  rounds: number,
  seconds: number,
  signal: AbortSignal,
): Promise<string> {
  const bytes = (await pageOf(site)).body;
  const nginx = isNginxInstalled() ? await startNginx(folder, bytes) : undefined;
  const perSecond = { kept: [] as number[], rendered: [] as number[], nginx: [] as number[] };
  try {
    const take = (address: string, asked: Asked) =>
      storm(address, () => asked, { visitors: VISITORS, requests: 50_000, seconds, signal });
    for (let round = 0; round <= rounds; round++) {
      const taken = {
        kept: await take(site.address, KEPT),
        rendered: await take(site.address, rendered()),
        ...(nginx && { nginx: await take(nginx.address, KEPT) }),
      };
      // The first round warms up.
      if (round > 0)
        for (const [name, value] of Object.entries(taken)) perSecond[name as keyof typeof taken].push(value);
    }
  } finally {
    await nginx?.stop();
  }
  const ratios = perSecond.kept.map((value, round) => value / (perSecond.rendered[round] ?? 0));
  const besideNginx = perSecond.nginx.map((value, round) => value / (perSecond.kept[round] ?? 0));
  return [
    `### A kept page and the same page rendered for each request\n`,
    table(
      ["`/committees/…/meetings/2016-10-11`", "requests a second", "a kept page is"],
      [
        ["kept", spread(perSecond.kept), ""],
        ["rendered for each request", spread(perSecond.rendered), `${spread(ratios, 1)} times as fast`],
        nginx
          ? ["nginx, same bytes", spread(perSecond.nginx), `${spread(besideNginx, 1)} times slower`]
          : ["nginx", "not measured: nginx is not installed", ""],
      ],
    ),
    `\nAim ${AIM} times or more: ${verdict(median(ratios) >= AIM)}. ${number(bytes.byteLength / 1024)} kB, ${VISITORS} visitors at once, ${rounds} rounds of ${seconds} s. A rendering takes ${queries} queries, a kept page none.`,
  ].join("\n");
}

/**
 * Next's own way round kept pages, for editors who look at drafts: the key is made anew by each build. Nothing else about the page
 * changes, and two requests for it are two renderings.
 */
function rendered(): Asked {
  const manifest = JSON.parse(readFileSync(join(ROOT, ".next", "prerender-manifest.json"), "utf8")) as {
    preview: { previewModeId: string };
  };
  return { path: PAGE, headers: { cookie: `__prerender_bypass=${manifest.preview.previewModeId}` } };
}

async function pageOf(site: Site) {
  const { ask, leave } = visitor(site.address);
  const page = await ask(KEPT);
  leave();
  mustBeThere(PAGE, page);
  return page;
}

/**
 * That what is compared is what it is said to be: the same page, without a query and with queries.
 * @param site started while the counter counts
 * @returns how many queries a rendering takes
 */
export async function checkCachedPage(site: Site, counter: StatementCounter): Promise<number> {
  const { ask, leave } = visitor(site.address);
  for (const asked of [KEPT, rendered(), KEPT]) mustBeThere(PAGE, await ask(asked));
  const pages: string[] = [];
  const counted: number[] = [];
  for (const asked of [KEPT, rendered()]) {
    const during = counter.during(async () => pages.push((await ask(asked)).body.toString()));
    counted.push(await during);
  }
  leave();
  const [queriesKept = 0, queriesRendered = 0] = counted;
  if (queriesKept > 0) throw new Error("The page was not kept.");
  if (queriesRendered === 0) throw new Error("The page was kept where it should be rendered.");
  const [main, same] = pages.map((page) => /<main[\s\S]*<\/main>/.exec(page)?.[0]);
  if (!main || main !== same) throw new Error("The kept page and the rendered one are not the same page.");
  return queriesRendered;
}
