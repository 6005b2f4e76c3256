import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { buildWhenOld } from "../../scripts/build.mjs";
import { loadDemonstration } from "../../scripts/demonstration.mjs";
import { type Addresses, createDatabase, onDatabase } from "../../scripts/embedded-database.mjs";
import { generateClient } from "../../scripts/generate.mjs";
import { migrate } from "../../scripts/migrations.mjs";
import { Stopped } from "../../scripts/refusal.mjs";
import { stopRequest } from "../../scripts/stop-request.mjs";
import { startTemporaryCluster } from "../../scripts/temporary-cluster.mjs";
import { checkCachedPage, measureCachedPage } from "./cached-page";
import { machine, number, writeFigures } from "./figures";
import { generateCouncil } from "./generate";
import { measureMemory } from "./memory";
import { measurePacks } from "./packs";
import { publicPages } from "./pages";
import { countQueries, measurePublicPages } from "./public-pages";
import { measureSaves } from "./saves";
import { type Site, startSite, surroundings } from "./site";
import { statementCounter } from "./statements";
import { measureUploads } from "./uploads";

/**
 * Measures what docs/performance.md promises, on a PostgreSQL and sites of its own, and writes the figures there. With --small it
 * is over in minutes, shows whether everything still runs, and writes nothing: its figures mean nothing. With --only=packs,uploads
 * it measures these parts alone, in full, and writes nothing either.
 */
const PARTS = ["kept", "rendered", "saves", "packs", "uploads", "memory"] as const;
type Part = (typeof PARTS)[number];

const isSmall = process.argv.includes("--small");
const only = process.argv
  .find((argument) => argument.startsWith("--only="))
  ?.slice("--only=".length)
  .split(",");
const unknown = only?.filter((part) => !PARTS.some((known) => known === part)) ?? [];
if (unknown.length > 0) throw new Error(`No part is called ${unknown.join(", ")}: they are ${PARTS.join(", ")}.`);
const isWanted = (...parts: Part[]): boolean => !only || parts.some((part) => only.includes(part));
const isWritten = !isSmall && !only;
const SIZE = isSmall
  ? { few: 10, many: 30, years: 20, rounds: 2, seconds: 1, renderings: 5, requests: 400 }
  : { few: 10, many: 1000, years: 20, rounds: 7, seconds: 3, renderings: 25, requests: 20_000 };

/** What to undo, last first. */
const undo: (() => unknown)[] = [];
const signal = stopRequest();

/** Says how long a step took that is no measurement. */
async function step<T>(name: string, work: Promise<T>): Promise<T> {
  const begun = Date.now();
  const result = await work;
  console.log(`${name} (${number((Date.now() - begun) / 1000)} s)`);
  signal.throwIfAborted();
  return result;
}

async function bench(): Promise<void> {
  await step("The client is generated", generateClient({ signal }));
  await step("The site is built", buildWhenOld({ signal }));
  const folder = mkdtempSync(join(tmpdir(), "scrutineer-bench-"));
  undo.unshift(() => rmSync(folder, { recursive: true, force: true }));
  const cluster = await startTemporaryCluster();
  undo.unshift(cluster.stop);
  const superuser = new pg.Client({ connectionString: cluster.superuser });
  await superuser.connect();
  undo.unshift(() => superuser.end());
  const { rows } = await superuser.query<{ server_version: string }>("SHOW server_version");
  const sections = [
    `Measured on ${machine(rows[0]?.server_version ?? "")}. Each figure is a median, with the least and the most.\n`,
  ];
  console.log(sections[0]);
  const tell = (section: string) => {
    sections.push(section, "");
    console.log(`\n${section}\n`);
    if (isWritten) writeFigures(sections.join("\n").trim());
  };

  await step("The tables are made", migrate(cluster.addresses.owner));
  const databases = {} as Record<"demonstration" | "few" | "many", Addresses>;
  for (const name of ["demonstration", "few", "many"] as const) {
    await createDatabase(cluster.superuser, name, "scrutineer");
    databases[name] = onDatabase(cluster.addresses, name);
  }
  const { demonstration, few, many } = databases;
  const seeding = { ...surroundings(demonstration, folder), DATABASE_OWNER_URL: demonstration.owner };
  await step("The demonstration is loaded", loadDemonstration(seeding, { signal }));
  const { years } = SIZE;
  const council = (owner: string, committees: number) =>
    step(`${committees} committees are made`, generateCouncil(owner, { committees, years }));
  if (isWanted("rendered")) await council(few.owner, SIZE.few);
  if (isWanted("rendered", "saves", "uploads", "memory")) await council(many.owner, SIZE.many);

  // A temporary server forgets what it was told in a power cut; what is measured must not.
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
    await superuser.query(`ALTER SYSTEM SET ${setting} = on`);
  }
  await superuser.query("SELECT pg_reload_conf()");
  await superuser.query("CHECKPOINT");

  /** A site for as long as it is needed. */
  const during = async <T>(database: Addresses, extra: Record<string, string>, work: (site: Site) => Promise<T>) => {
    const site = await startSite(database, folder, signal, extra);
    undo.unshift(site.stop);
    const result = await work(site);
    await site.stop();
    return result;
  };
  const { rounds, seconds } = SIZE;
  const secret = surroundings(many, folder).NEXTAUTH_SECRET ?? "";
  if (isWanted("kept")) {
    // What is counted is not timed: the log that is counted takes time.
    const counter = await statementCounter(cluster.superuser);
    const queries = await during(demonstration, {}, (site) => checkCachedPage(site, counter));
    await counter.stop();
    tell(await during(demonstration, {}, (site) => measureCachedPage(site, queries, folder, rounds, seconds, signal)));
  }
  if (isWanted("rendered")) {
    const keepingNothing = { SCRUTINEER_PAGE_CACHE_MB: "0" };
    // The same addresses in both: the large council has the small one's committees, with the same records. What a page costs more
    // there, the rows around it cost.
    const pages = await publicPages(few.owner, SIZE.renderings);
    const counter = await statementCounter(cluster.superuser);
    const queriesInFew = await during(few, keepingNothing, (site) => countQueries(site, pages, counter));
    const queriesInMany = await during(many, keepingNothing, (site) => countQueries(site, pages, counter));
    await counter.stop();
    tell(
      await during(few, keepingNothing, (siteOfFew) =>
        during(many, keepingNothing, (siteOfMany) =>
          measurePublicPages(
            [
              { name: `${number(SIZE.few)} committees`, site: siteOfFew, pages: pages },
              { name: `${number(SIZE.many)} committees`, site: siteOfMany, pages: pages },
            ],
            [queriesInFew, queriesInMany],
            SIZE.renderings,
            signal,
          ),
        ),
      ),
    );
  }
  if (isWanted("saves")) tell(await measureSaves(many, rounds, seconds, signal));
  if (isWanted("packs")) {
    tell(
      await during(demonstration, {}, (site) => measurePacks(site, demonstration, folder, { rounds, seconds, signal })),
    );
  }
  if (isWanted("uploads")) {
    tell(await during(many, {}, (site) => measureUploads(site, many, secret, { rounds, signal })));
  }
  if (isWanted("memory")) {
    const different = await publicPages(many.owner, 400);
    tell(await during(many, {}, (site) => measureMemory(site, many, secret, different, SIZE.requests, signal)));
  }

  if (!isWritten) console.log("Nothing was written.");
}

try {
  await bench();
} catch (error) {
  if (!(error instanceof Stopped)) console.error(error);
  process.exitCode = 1;
} finally {
  for (const end of undo) await end();
}
