import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { demonstrationSignIns } from "../../../scripts/demonstration.mjs";
import { freePort } from "../../../scripts/port.mjs";
import { median, number, table } from "../../bench/figures";
import { Ledger } from "../ledger";
import { Chance } from "./chance";
import { keptBytes } from "./kept-bytes";
import { minuting } from "./minuting";
import { packs } from "./packs";
import { publishing } from "./publishing";
import { RunningSite, WAYS, type Way } from "./running-site";
import { snapshots } from "./snapshots";
import { uploading } from "./uploads";
import { closeDatabases, openDatabases, type Part, People, type World } from "./world";

/** Minutes first: the clock stands at the meeting then, and publishing moves it on from there. */
const PARTS: readonly Part[] = [minuting, uploading, publishing, packs, snapshots, keptBytes];

/** Between the start of everything at once and the blow. */
const LEAST_MS = 150;
const MOST_MS = 6_000;
/** How long after the blow an answer may still come. */
const LAST_WORDS_MS = 1_500;
/** What was on its way at the last blow is taken up again by then. */
const SETTLING_MS = 8 * 60_000;

export type Killing = { kills: number; seed: string; signal: AbortSignal };

/**
 * Kills the site and its database at random while people publish, upload and minute, starts it again as anybody does, and looks each
 * time whether what was answered is there and what was not is there whole or not at all.
 * @returns how many promises were broken
 */
export async function soakKilled({ kills, seed, signal }: Killing): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "scrutineer-killed-"));
  const temporary = join(folder, "temporary");
  mkdirSync(temporary);
  const place = { state: join(folder, "state"), port: await freePort(), temporary, log: join(folder, "log") };
  const ledger = new Ledger();
  const chance = new Chance(seed);
  const starts: number[] = [];
  let told = 0;
  let site = await RunningSite.start(place);
  let people: People | undefined;
  const begun = performance.now();
  console.log(`${kills} times something is killed. The seed is ${seed}.`);
  try {
    for (let round = 1; ; round++) {
      signal.throwIfAborted();
      const isLast = round > kills;
      people ??= new People(demonstrationSignIns(place.state));
      const [over, cut] = [new AbortController(), new AbortController()];
      const world: World = {
        ...(await openDatabases(place.state)),
        address: site.address,
        papers: join(place.state, "papers"),
        temporary,
        ledger,
        chance,
        people,
        over: over.signal,
        cut: AbortSignal.any([signal, cut.signal]),
      };
      try {
        if (round === 1) for (const part of PARTS) await part.prepare?.(world);
        await people.check(world);
        if (isLast) await settle(world);
        for (const part of PARTS) await part.check(world, isLast);
        if (isLast) break;
        for (const part of PARTS) await part.sendAgain?.(world);
        for (const part of PARTS) await part.getReady?.(world);

        const acting = PARTS.map((part, index) =>
          part.act?.({ ...world, chance: chance.of(`${round} ${index}`) }).catch((error: Error) => {
            if (!ledger.isStruck) ledger.violated(`${error.stack}`);
          }),
        );
        const way = chance.one(Object.keys(WAYS) as Way[]);
        const after = chance.between(LEAST_MS, MOST_MS);
        await wait(after, undefined, { signal });
        ledger.isStruck = true;
        over.abort();
        WAYS[way](site);
        ledger.count(`killed: ${way}`);
        await Promise.race([Promise.all(acting), wait(LAST_WORDS_MS)]);
        cut.abort();
        await Promise.all(acting);
        console.log([`${round}: after ${number(after)} ms ${way}`, ...ledger.broken.slice(told)].join("\n  "));
        told = ledger.broken.length;
      } finally {
        await closeDatabases(world);
      }
      const old = site;
      await old.gone();
      site = await RunningSite.start(place);
      starts.push(site.seconds);
      ledger.isStruck = false;
      if (old.left() > 0) ledger.violated(`${old.left()} processes of a site that was killed went on.`);
    }
    await site.stop();
  } finally {
    site.kill(-site.processes.site, ...site.processes.start);
    site.signal("SIGINT", site.processes.database);
  }
  tell(ledger, starts, (performance.now() - begun) / 60_000);
  if (ledger.broken.length === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`What the site said and what it kept is in ${folder}.`);
  return ledger.broken.length;
}

/** Until nothing is on its way: publications that are due, packs that are wanted, and the jobs that see to both. */
async function settle({ database, ledger }: World): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const { rows } = await database.query<{ waiting: number }>(`
      SELECT (SELECT count(*) FROM pgboss.job WHERE state IN ('created', 'retry', 'active'))
        + (SELECT count(*) FROM "Pack" WHERE state = 'waiting' AND "closedAt" IS NULL)
        + (SELECT count(*) FROM "ScheduledPublication" s, "BusinessClock" c WHERE s.state = 'waiting' AND s.at <= c."standsAt")
        AS waiting`);
    if (Number(rows[0]?.waiting) === 0) break;
    if (performance.now() - begun > SETTLING_MS)
      return ledger.violated(`${rows[0]?.waiting} things never came to an end.`);
    await wait(500);
  }
  console.log(
    `Everything that was on its way had come to its end ${number((performance.now() - begun) / 1000)} s after the last start.`,
  );
}

function tell({ counts, broken, requests }: Ledger, starts: readonly number[], minutes: number): void {
  const rows = [...counts].toSorted(([a], [b]) => a.localeCompare(b)).map(([what, count]) => [what, number(count)]);
  console.log(
    [
      "",
      table(
        ["what", "how many"],
        [
          ["requests", number(requests)],
          ...rows,
          [
            "seconds until it answered again, median and most",
            `${number(median(starts), 1)}, ${number(Math.max(...starts), 1)}`,
          ],
          ["minutes", number(minutes, 1)],
        ],
      ),
      "",
      ...broken,
      broken.length === 0 ? "Every promise was kept." : `${counts.get("broken promises")} promises were broken.`,
    ].join("\n"),
  );
}
