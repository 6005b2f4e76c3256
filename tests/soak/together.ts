import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { demonstrationSignIns, loadDemonstration } from "../../scripts/demonstration.mjs";
import { migrate } from "../../scripts/migrations.mjs";
import { startTemporaryCluster } from "../../scripts/temporary-cluster.mjs";
import { median, number, table } from "../bench/figures";
import { startSite, surroundings } from "../bench/site";
import { Ledger } from "./ledger";
import { ACTORS, COMMITTEE, mustBeDown, type Storm } from "./storm";

/** What may be held when it ends beside what was held once it had warmed up. */
const FLAT = 1.1;
const MOST_MB = 400;

/**
 * Seconds of everything at once on a site and a demonstration of its own: readers, sign-ins, editors in each other's way,
 * take-downs, a clock that is moved. Afterwards it is looked at whether every promise was kept.
 * @returns how many promises were broken
 */
export async function soakTogether({ seconds, signal }: { seconds: number; signal: AbortSignal }): Promise<number> {
  const undo: (() => unknown)[] = [];
  try {
    return await soak(seconds, signal, undo);
  } finally {
    for (const end of undo) await end();
  }
}

async function soak(seconds: number, signal: AbortSignal, undo: (() => unknown)[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "scrutineer-soak-"));
  undo.unshift(() => rmSync(folder, { recursive: true, force: true }));
  const cluster = await startTemporaryCluster();
  undo.unshift(cluster.stop);
  await migrate(cluster.addresses.owner);
  const seeding = { ...surroundings(cluster.addresses, folder), DATABASE_OWNER_URL: cluster.addresses.owner };
  await loadDemonstration(seeding, { signal });
  const database = new pg.Client({ connectionString: cluster.addresses.owner });
  await database.connect();
  undo.unshift(() => database.end());
  const before = await versions(database);
  const site = await startSite(cluster.addresses, folder, signal);
  undo.unshift(site.stop);

  console.log(`${number(seconds)} seconds of ${ACTORS.length} people at once …`);
  const ledger = new Ledger();
  const begun = performance.now();
  const over = new AbortController();
  const storm: Storm = {
    address: site.address,
    ledger,
    database,
    signIns: demonstrationSignIns(folder),
    signal: AbortSignal.any([signal, over.signal]),
    end: begun + seconds * 1000,
  };
  const watching = watch(site.memory, ledger, begun, storm.signal);
  await Promise.all(
    ACTORS.map(([name, act]) =>
      act(storm).catch((error: unknown) => {
        if (!signal.aborted) ledger.violated(`${name}: ${error instanceof Error ? error.message : error}`);
      }),
    ),
  );
  over.abort();
  await watching;
  signal.throwIfAborted();

  const after: Storm = { ...storm, signal, end: Number.POSITIVE_INFINITY };
  for (const { fileIds } of ledger.takenDown) await mustBeDown(after, fileIds);
  await compareWithDatabase(database, before, ledger);
  tell(ledger, (performance.now() - begun) / 1000);
  return ledger.broken.length;
}

/** The site's memory every two seconds, until it is over. */
async function watch(memory: () => number, ledger: Ledger, begun: number, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    ledger.memory.push({ second: (performance.now() - begun) / 1000, megabytes: memory() });
    await wait(2000, undefined, { signal: until }).catch(() => {});
  }
}

/** Version of each item of the committee's programmes. */
async function versions(database: pg.Client): Promise<Map<string, number>> {
  const { rows } = await database.query<{ id: string; version: number }>(
    `SELECT i.id, i.version FROM "ProgrammeItem" i JOIN "Body" b ON b.id = i."bodyId" WHERE b.slug = $1`,
    [COMMITTEE],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Every save that was answered is there, once, and nothing else is: in the item's version and in the audit trail. */
async function compareWithDatabase(database: pg.Client, before: Map<string, number>, ledger: Ledger): Promise<void> {
  const { rows: audits } = await database.query<{ item: string; purpose: string | null }>(
    `SELECT "subjectId" AS item, after->>'purpose' AS purpose FROM "AuditEntry"
     WHERE action = 'programme item.edit' AND after->>'purpose' LIKE 'Token %'`,
  );
  const recorded = Map.groupBy(audits, ({ purpose }) => purpose ?? "");
  for (const { itemId, token } of ledger.saves) {
    const found = recorded.get(token) ?? [];
    if (found.length !== 1 || found[0]?.item !== itemId) {
      ledger.violated(`A save that was answered has ${found.length} entries in the audit trail.`);
    }
  }
  if (audits.length !== ledger.saves.length) {
    ledger.violated(`${audits.length} saves are recorded and ${ledger.saves.length} were answered.`);
  }
  const saves = Map.groupBy(ledger.saves, ({ itemId }) => itemId);
  for (const [id, version] of await versions(database)) {
    const expected = (before.get(id) ?? 1) + (saves.get(id)?.length ?? 0);
    if (version !== expected) ledger.violated(`An item is at version ${version} where ${expected} was to be expected.`);
  }
  const { rows } = await database.query<{ down: number }>(
    `SELECT count(*)::int AS down FROM "AuditEntry" WHERE action = 'paper.takeDown'`,
  );
  if (rows[0]?.down !== ledger.takenDown.length) ledger.violated("There is not one audit entry for each take-down.");
}

function tell(ledger: Ledger, elapsed: number): void {
  const { memory, waits, requests, counts, broken } = ledger;
  const quarter = (n: number) =>
    memory.slice(Math.floor((n * memory.length) / 4), Math.ceil(((n + 1) * memory.length) / 4));
  const [warm, last] = [1, 3].map((n) => median(quarter(n).map(({ megabytes }) => megabytes)));
  const most = Math.max(...memory.map(({ megabytes }) => megabytes));
  const isFlat = (last ?? 0) <= (warm ?? 0) * FLAT;
  if (!isFlat) ledger.violated(`Memory grew from ${number(warm ?? 0)} to ${number(last ?? 0)} MB.`);
  if (most > MOST_MB) ledger.violated(`${number(most)} MB were held, more than ${MOST_MB}.`);
  const sorted = waits.toSorted((a, b) => a - b);
  const slowest = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  console.log(
    [
      "",
      table(
        ["what", "how many"],
        [
          ["requests", number(requests)],
          ["requests a second", number(requests / elapsed, 1)],
          ...[...counts].map(([what, count]) => [what, number(count)]),
          ["wait, median and 99 in 100", `${number(median(waits))} ms, ${number(slowest)} ms`],
          [
            "memory, second and last quarter",
            `${number(warm ?? 0)} MB, ${number(last ?? 0)} MB; ${number(most)} at most`,
          ],
        ],
      ),
      "",
      ...broken,
      broken.length === 0 ? "Every promise was kept." : `${counts.get("broken promises")} promises were broken.`,
    ].join("\n"),
  );
}
