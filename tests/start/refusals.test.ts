import { createServer } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, onDatabase } from "../../scripts/embedded-database.mjs";
import { migrate, readMigrations } from "../../scripts/migrations.mjs";
import { freePort } from "../../scripts/port.mjs";
import { startTemporaryCluster } from "../../scripts/temporary-cluster.mjs";
import { type Environment, newState, removeStates, runScript } from "./scrutineer";

/** A bad start is refused in one sentence that says what to do, with exit code 1, and leaves everything as it was. */

const SECRET = "a secret of the tests, long enough to be one";
let cluster: Awaited<ReturnType<typeof startTemporaryCluster>>;

beforeAll(async () => {
  cluster = await startTemporaryCluster();
});
afterAll(async () => {
  await cluster.stop();
  removeStates();
});

async function refusal(env: Environment, args: string[] = []): Promise<string> {
  const port = env.PORT ?? String(await freePort());
  const { code, stderr } = await runScript("start", args, { SCRUTINEER_STATE: newState(), ...env, PORT: port });
  expect(code).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  return stderr.trim();
}

/** Addresses of a new database of the test's own, for the office's login and the owner. */
async function database(name: string) {
  await createDatabase(cluster.superuser, name);
  const { office, owner } = onDatabase(cluster.addresses, name);
  return { DATABASE_URL: office, DATABASE_OWNER_URL: owner, SCRUTINEER_SECRET: SECRET };
}

async function query(address: string, sql: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("before anything is touched", () => {
  test("Node is too old", async () => {
    const pretend =
      "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.4'}})";
    expect(await refusal({ NODE_OPTIONS: `--import="${pretend}"` })).toMatch(
      /needs Node 20 or newer and this is Node 18\.20\.4: install Node 24/,
    );
  });

  test("the port is taken", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, () => resolve((other.address() as { port: number }).port)),
    );
    expect(await refusal({ PORT: String(port) })).toMatch(
      new RegExp(`Port ${port} is taken by another program: stop that one, or choose another`),
    );
    other.close();
  });

  test("the port is no port", async () => {
    expect(await refusal({ PORT: "http" })).toMatch(/PORT is "http": give a whole number/);
  });

  test("the scanner is nowhere", async () => {
    expect(await refusal({ SCRUTINEER_CLAMD: "clamav" })).toMatch(/SCRUTINEER_CLAMD is "clamav": write where/);
  });

  test("the bucket has an address and no name, or an address that is none", async () => {
    const nowhere = { SCRUTINEER_S3_ENDPOINT: "s3.example.org" };
    expect(await refusal(nowhere)).toMatch(/SCRUTINEER_S3_ENDPOINT is set but SCRUTINEER_S3_BUCKET is not/);
    expect(await refusal({ ...nowhere, SCRUTINEER_S3_BUCKET: "papers" })).toMatch(
      /SCRUTINEER_S3_ENDPOINT is no address: write it as https/,
    );
  });

  test("the address of the database is no address", async () => {
    expect(await refusal({ DATABASE_URL: "localhost/scrutineer" })).toMatch(
      /DATABASE_URL is not a PostgreSQL address: write it as/,
    );
  });

  test("only the public login is given", async () => {
    expect(await refusal({ DATABASE_PUBLIC_URL: "postgresql://a@localhost/b" })).toMatch(
      /DATABASE_PUBLIC_URL is set but DATABASE_URL is not/,
    );
  });

  test("the secret is missing outside a demonstration", async () => {
    expect(await refusal({ DATABASE_URL: "postgresql://a@localhost/b" })).toMatch(
      /SCRUTINEER_SECRET is missing: set it to at least 32/,
    );
  });

  test("the secret is too short", async () => {
    expect(await refusal({ SCRUTINEER_SECRET: "secret" })).toMatch(/SCRUTINEER_SECRET is too short/);
  });
});

describe("a given database", () => {
  test("does not answer", async () => {
    const address = `postgresql://somebody:hidden@127.0.0.1:${await freePort()}/scrutineer`;
    const said = await refusal({ DATABASE_URL: address, SCRUTINEER_SECRET: SECRET });
    expect(said).toMatch(
      /PostgreSQL at 127\.0\.0\.1:\d+ does not answer .*check that it runs and that DATABASE_URL is right/,
    );
    expect(said).not.toContain("hidden");
  });

  test("does not let us in", async () => {
    const address = Object.assign(new URL(cluster.addresses.office), { password: "wrong" }).href;
    expect(await refusal({ DATABASE_URL: address, SCRUTINEER_SECRET: SECRET })).toMatch(
      /does not let "scrutineer_office_login" in .*check the name and password in DATABASE_URL/,
    );
  });

  test("is not there", async () => {
    const { office } = onDatabase(cluster.addresses, "nowhere");
    expect(await refusal({ DATABASE_URL: office, SCRUTINEER_SECRET: SECRET })).toMatch(
      /There is no database "nowhere" at .*: create it/,
    );
  });

  test("belongs to another program", async () => {
    const env = await database("foreign");
    await query(env.DATABASE_OWNER_URL, "CREATE TABLE invoices ()");
    expect(await refusal(env)).toMatch(
      /The database "foreign" holds tables of some other program: give Scrutineer a database of its own/,
    );
    expect(await query(env.DATABASE_OWNER_URL, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([
      { tablename: "invoices" },
    ]);
  });

  test("is newer than the program", async () => {
    const env = await database("newer");
    await migrate(env.DATABASE_OWNER_URL);
    await query(
      env.DATABASE_OWNER_URL,
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('1', 'x', now(), '9999_from_the_future')",
    );
    expect(await refusal(env)).toMatch(
      /is newer than this program \(it has the migration 9999_from_the_future\): start the newer Scrutineer/,
    );
  });

  test("was made with another migration of the same name", async () => {
    const env = await database("changed");
    await migrate(env.DATABASE_OWNER_URL);
    await query(
      env.DATABASE_OWNER_URL,
      "UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name LIKE '0001%'",
    );
    expect(await refusal(env)).toMatch(
      /The migration 0001_init is not the one that the database "changed" was made with/,
    );
  });

  test("is older, and nobody has said that it may be migrated", async () => {
    const env = await database("older");
    const [first, ...later] = readMigrations();
    await migrate(env.DATABASE_OWNER_URL, [first!]);
    if (later.length === 0) return;
    expect(await refusal(env)).toMatch(
      /is older than this program \(.*not yet applied\): make a backup, then start with `npm start -- --migrate`/,
    );
    expect(await query(env.DATABASE_OWNER_URL, "SELECT migration_name FROM _prisma_migrations")).toEqual([
      { migration_name: first!.name },
    ]);
  });

  test("has a public login that may read everything", async () => {
    const env = await database("too_open");
    const said = await refusal({ ...env, DATABASE_PUBLIC_URL: env.DATABASE_URL });
    expect(said).toMatch(
      /DATABASE_PUBLIC_URL signs in as "scrutineer_office_login", who may read what the public may not: give a login/,
    );
  });

  test("has a login that may not do its work, and an owner who may not grant it", async () => {
    const env = await database("closed");
    const { superuser } = cluster;
    await query(superuser, "CREATE ROLE stranger LOGIN PASSWORD 'stranger'");
    const stranger = Object.assign(new URL(env.DATABASE_URL), { username: "stranger", password: "stranger" }).href;
    await query(superuser, "REVOKE ADMIN OPTION FOR scrutineer_office FROM scrutineer_owner");
    expect(await refusal({ ...env, DATABASE_URL: stranger })).toMatch(
      /DATABASE_URL signs in as "stranger", who is no member of scrutineer_office: run `GRANT scrutineer_office TO "stranger"` as the administrator/,
    );
    await query(superuser, "GRANT scrutineer_office TO scrutineer_owner WITH ADMIN OPTION");
  });
});
