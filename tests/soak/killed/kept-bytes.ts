import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { JOBS_SCHEMA } from "@/server/jobs/queues";
import type { Part, World } from "./world";

/** Two days ago everything is old enough to be cleared away. */
const LONG_AGO_S = 2 * 86_400;

/** No row names bytes that are not there. In the end, after housekeeping, no bytes are there that no row names. */
export const keptBytes: Part = {
  act: async (world) => {
    // Now and then housekeeping comes in the middle of it, to files that seem to be old: what has arrived a moment ago too.
    if (!world.chance.happens(0.2)) return;
    age(stored(world.papers));
    await orderHousekeeping(world).catch((error: unknown) => {
      if (!world.ledger.isStruck) throw error;
    });
    world.ledger.count("housekeeping in the middle of it");
  },
  check: async (world, isSettled) => {
    const { ledger, papers } = world;
    for (const { sha256, size } of await named(world)) {
      const file = statSync(pathOf(papers, sha256), { throwIfNoEntry: false });
      if (file?.size !== size) ledger.violated(`A row names ${size} bytes, and ${file?.size ?? "none"} are there.`);
    }
    if (isSettled) await clearedAway(world);
  },
};

async function clearedAway(world: World): Promise<void> {
  const { ledger, papers, temporary } = world;
  const before = [...stored(papers), ...arriving(papers)];
  age(before);
  await housekeeping(world);
  const wanted = new Set((await named(world)).map(({ sha256 }) => sha256));
  const left = stored(papers);
  ledger.count("orphans that housekeeping cleared away", before.length - left.length);
  for (const path of left) {
    const sha256 = basename(path);
    if (!wanted.has(sha256)) ledger.violated("After housekeeping bytes are there that no row names.");
    const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
    if (hash !== sha256) ledger.violated("Stored bytes are not what their name says.");
  }
  ledger.count("stored files read through", left.length);
  if (arriving(papers).length > 0) ledger.violated("After housekeeping something is still arriving.");
  const strange = readdirSync(papers).filter((name) => !IS_FOLDER.test(name) && name !== "arriving");
  // Whoever translates TypeScript as it is loaded keeps what was translated.
  const forgotten = [...strange, ...readdirSync(temporary).filter((name) => !name.startsWith("tsx-"))];
  if (forgotten.length > 0) ledger.violated(`Files were forgotten: ${forgotten.join(", ")}.`);
}

/** What the rows say is stored: files that the scanner did not refuse, and packs. */
async function named({ database }: World): Promise<{ sha256: string; size: number }[]> {
  const { rows } = await database.query<{ sha256: string; size: number }>(`
    SELECT sha256, size FROM "PaperFile" WHERE scan <> 'refused' UNION SELECT sha256, size FROM "Pack" WHERE sha256 IS NOT NULL`);
  return rows;
}

const pathOf = (papers: string, sha256: string) => join(papers, sha256.slice(0, 2), sha256);

/** The paths of all that is kept under its hash. */
const stored = (papers: string): string[] =>
  readdirSync(papers)
    .filter((name) => IS_FOLDER.test(name))
    .flatMap((name) => readdirSync(join(papers, name)).map((sha256) => join(papers, name, sha256)));

const IS_FOLDER = /^[0-9a-f]{2}$/;

/** The paths of what is on its way, or was when something was killed. */
function arriving(papers: string): string[] {
  const folder = join(papers, "arriving");
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function age(paths: readonly string[]): void {
  const longAgo = Date.now() / 1000 - LONG_AGO_S;
  for (const path of paths) {
    try {
      utimesSync(path, longAgo, longAgo);
    } catch {
      // Gone in the meantime.
    }
  }
}

/** Has the site keep house, as it does once a day. @returns the job, to wait for */
async function orderHousekeeping({ office }: World): Promise<string | null> {
  const boss = new PgBoss({
    db: { executeSql: async (text: string, values?: unknown[]) => await office.query(text, values) },
    schema: JOBS_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  return boss.send("housekeeping", null);
}

async function housekeeping(world: World): Promise<void> {
  const id = await orderHousekeeping(world);
  for (let turn = 0; turn < 300; turn++) {
    const { rows } = await world.database.query<{ state: string }>(
      `SELECT state::text FROM ${JOBS_SCHEMA}.job WHERE id = $1`,
      [id],
    );
    if (rows[0]?.state === "completed") return;
    await wait(200);
  }
  world.ledger.violated("Housekeeping was ordered and did not happen.");
}
