import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, onDatabase, runningEmbedded } from "../../scripts/embedded-database.mjs";
import { readMigrations } from "../../scripts/migrations.mjs";
import { startTemporaryCluster } from "../../scripts/temporary-cluster.mjs";
import {
  livingOthers,
  newState,
  type Running,
  removeStates,
  runScript,
  startAndKillAt,
  startScrutineer,
} from "./scrutineer";

afterAll(removeStates);

async function rows(address: string | undefined, sql: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const answers = async ({ address }: Running) => (await fetch(address, { redirect: "manual" })).status;

/** How many bodies there are: the demonstration has some. */
const bodies = async ({ state }: Running) =>
  Number((await rows(runningEmbedded(state)?.owner, 'SELECT count(*) FROM "Body"'))[0].count);

/** One folder, through all that may happen to it. */
describe("npm start with the embedded database", () => {
  const state = newState();
  let first = { bodies: 0, secrets: "" };

  test("makes the database, loads the demonstration, tells where it is, and stops when asked", async () => {
    const running = await startScrutineer(state);
    expect(await answers(running)).toBe(200);
    expect(running.said()).toContain(`Scrutineer is at http://localhost:${new URL(running.address).port}`);
    const [signIn] = JSON.parse(readFileSync(join(state, "demo-sign-ins.json"), "utf8"));
    expect(running.said()).toContain(signIn.email);
    expect(running.said()).toContain(signIn.password);
    first = { bodies: await bodies(running), secrets: readFileSync(join(state, "secrets.json"), "utf8") };
    expect(first.bodies).toBeGreaterThan(0);

    const addresses = runningEmbedded(state);
    expect(await rows(addresses?.public, "SELECT current_user AS login, current_setting('timezone') AS zone")).toEqual([
      { login: "scrutineer_public_login", zone: "UTC" },
    ]);
    const others = livingOthers(state);
    expect(others.length).toBeGreaterThanOrEqual(2);

    expect(await running.stop("SIGINT")).toMatchObject({ code: 0, stderr: "" });
    expect(others.filter(({ pid }) => livingOthers(state).some((other) => other.pid === pid))).toEqual([]);
    expect(existsSync(join(state, "running.json"))).toBe(false);
    expect(existsSync(join(state, "postgres", "postmaster.pid"))).toBe(false);
  });

  test("keeps everything for the next start, which neither loads nor builds", async () => {
    const running = await startScrutineer(state);
    expect(await bodies(running)).toBe(first.bodies);
    expect(readFileSync(join(state, "secrets.json"), "utf8")).toBe(first.secrets);
    expect(running.said()).not.toMatch(/Loading|Building|Setting up/);

    const second = await runScript("start", [], { SCRUTINEER_STATE: state });
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      /^Scrutineer is already running on .*: stop it first, or set SCRUTINEER_STATE to another folder\.\n$/,
    );
    expect((await runScript("db-reset", [], { SCRUTINEER_STATE: state })).stderr).toMatch(
      /^Scrutineer is already running/,
    );
    expect((await runScript("db-migrate", [], { SCRUTINEER_STATE: state })).stderr).toMatch(
      /^Scrutineer is already running/,
    );
    expect(await answers(running)).toBe(200);
    expect(await running.stop("SIGTERM")).toMatchObject({ code: 0 });
  });

  test("just works after everything was killed", async () => {
    await (await startScrutineer(state)).kill("with everything");
    expect(existsSync(join(state, "postgres", "postmaster.pid"))).toBe(true);
    const again = await startScrutineer(state);
    expect(await bodies(again)).toBe(first.bodies);
    // A site that goes on without its database would be started again by nobody.
    const { code, stderr } = await again.killDatabase();
    expect(code).toBe(1);
    expect(stderr).toMatch(/The embedded PostgreSQL ended by itself: see .*\/postgres\/log, and start it again\.\n$/);
    expect(livingOthers(state)).toEqual([]);
  });

  test("ends the site and the database that a killed start has left, and takes their port", async () => {
    const orphaned = await startScrutineer(state);
    const PORT = new URL(orphaned.address).port;
    const orphans = livingOthers(state);
    await orphaned.kill("alone");
    const again = await startScrutineer(state, { PORT });
    const living = livingOthers(state);
    expect(
      orphans.filter((orphan) => living.some(({ pid, born }) => pid === orphan.pid && born === orphan.born)),
    ).toEqual([]);
    expect(await bodies(again)).toBe(first.bodies);
    await again.stop();
  });

  test("does not take another program for the database that was killed", async () => {
    await (await startScrutineer(state)).kill("with everything");
    // The number of the dead server, given to somebody else in the meantime: this process.
    const file = join(state, "postgres", "postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    const { writeFileSync } = await import("node:fs");
    writeFileSync(file, [String(process.pid), ...lines.slice(1)].join("\n"));
    const again = await startScrutineer(state);
    expect(await bodies(again)).toBe(first.bodies);
    await again.stop();
  });
});

test("a demonstration that was cut off half-way is loaded anew", async () => {
  const state = newState();
  await startAndKillAt(state, "Loading the demonstration");
  const again = await startScrutineer(state);
  expect(again.said()).toContain("Loading the demonstration");
  expect(await bodies(again)).toBeGreaterThan(0);
  await again.stop();
  expect((await runScript("db-reset", [], { SCRUTINEER_STATE: state })).code).toBe(0);
  expect(existsSync(join(state, "postgres"))).toBe(false);
});

describe("npm start with a given database", () => {
  let cluster: Awaited<ReturnType<typeof startTemporaryCluster>>;
  beforeAll(async () => {
    cluster = await startTemporaryCluster();
  });
  afterAll(() => cluster.stop());

  test("migrates an empty one and fills it with nothing", async () => {
    await createDatabase(cluster.superuser, "given");
    const { office, public: forPublic, owner } = onDatabase(cluster.addresses, "given");
    const running = await startScrutineer(newState(), {
      DATABASE_URL: office,
      DATABASE_PUBLIC_URL: forPublic,
      DATABASE_OWNER_URL: owner,
      SCRUTINEER_SECRET: "a secret of the tests, long enough to be one",
    });
    expect(await rows(owner, "SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1")).toEqual(
      readMigrations().map(({ name }) => ({ name })),
    );
    expect(await rows(owner, 'SELECT count(*) FROM "Body"')).toEqual([{ count: "0" }]);
    expect(running.said()).not.toMatch(/demonstration/i);
    expect(existsSync(join(running.state, "postgres"))).toBe(false);
    expect(await running.stop()).toMatchObject({ code: 0 });
  });

  test("that has one login for everything keeps the public site to public rows", async () => {
    for (const sql of [
      "CREATE ROLE council LOGIN CREATEROLE PASSWORD 'council'",
      "CREATE DATABASE council OWNER council",
    ]) {
      await rows(cluster.superuser, sql);
    }
    await rows(cluster.superuser, "GRANT scrutineer_office, scrutineer_public TO council WITH ADMIN OPTION");
    await rows(cluster.superuser, "REVOKE INHERIT OPTION FOR scrutineer_public, scrutineer_office FROM council");
    await rows(cluster.superuser, "REVOKE SET OPTION FOR scrutineer_public, scrutineer_office FROM council");
    const address = Object.assign(new URL(cluster.superuser), {
      username: "council",
      password: "council",
      pathname: "/council",
    }).href;
    const running = await startScrutineer(newState(), {
      DATABASE_URL: address,
      SCRUTINEER_SECRET: "a secret of the tests, long enough to be one",
    });
    const asPublic = `${address}?options=${encodeURIComponent("-c role=scrutineer_public")}`;
    expect(await rows(asPublic, "SELECT current_user AS role")).toEqual([{ role: "scrutineer_public" }]);
    expect(await running.stop()).toMatchObject({ code: 0 });
  });
});

test("a port that is taken after all is refused when nothing has been started", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const state = newState();
  const { code } = await runScript("start", [], {
    SCRUTINEER_STATE: state,
    PORT: String((other.address() as { port: number }).port),
  });
  other.close();
  expect(code).toBe(1);
  expect(existsSync(join(state, "postgres"))).toBe(false);
});
