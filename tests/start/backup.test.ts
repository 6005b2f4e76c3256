import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import tar from "tar-stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startEmbedded } from "../../scripts/embedded-database.mjs";
import { migrate, readMigrations } from "../../scripts/migrations.mjs";
import { newState, removeStates, runScript } from "./scrutineer";

const source = newState();
const file = join(newState(), "council.tar.gz");
const AWKWARD = "tab\there, line\nthere, back\\slash, NULL \\N, “quotes”, ŵ";

/** All rows of all tables, as text, in an order of their own. */
async function contents(state: string): Promise<Record<string, unknown>> {
  return withClient(state, async (client) => {
    const { rows: tables } = await client.query(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1",
    );
    const all: Record<string, unknown> = {};
    for (const { name } of tables) {
      all[name] = (await client.query(`SELECT t::text AS row FROM ${client.escapeIdentifier(name)} t ORDER BY 1`)).rows;
    }
    all.migrations = (await client.query("SELECT migration_name FROM _prisma_migrations ORDER BY 1")).rows;
    all.triggers = (
      await client.query("SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1")
    ).rows;
    all.keys = (
      await client.query("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY 1")
    ).rows;
    return all;
  });
}

async function withClient<T>(state: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { addresses, stop } = await startEmbedded(state, { durable: false });
  const client = new pg.Client({ connectionString: addresses.owner });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await stop();
  }
}

beforeAll(async () => {
  const { addresses, stop } = await startEmbedded(source, { durable: false });
  await migrate(addresses.owner);
  await stop();
  await withClient(source, async (client) => {
    await fillEveryTable(client);
  });
  mkdirSync(join(source, "papers", "ab"), { recursive: true });
  writeFileSync(join(source, "papers", "ab", "abcdef"), Buffer.from([0, 255, 10, 13, 0]));
  writeFileSync(join(source, "papers", "ab", "nothing"), "");
  writeFileSync(
    join(source, "demo-sign-ins.json"),
    JSON.stringify([{ name: "A", post: "B", email: "c", password: "d" }]),
  );
  const { code, stdout } = await runScript("backup", [file], { SCRUTINEER_STATE: source });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Wrote \d+ records and 2 papers into /);
});
afterAll(removeStates);

/** A row in each table that a row can be put into without knowing what the table means; rules and keys are not asked. */
async function fillEveryTable(client: pg.Client): Promise<void> {
  const { rows: columns } = await client.query<{ table: string; column: string; type: string; kind: string }>(`
    SELECT t.relname AS table, c.attname AS column, format_type(c.atttypid, c.atttypmod) AS type, y.typtype::text AS kind
    FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
    JOIN pg_type y ON y.oid = c.atttypid
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname <> '_prisma_migrations'`);
  for (const table of new Set(columns.map((column) => column.table))) {
    const own = columns.filter(
      (column) =>
        column.table === table && (column.type === "text" || column.type === "uuid" || column.column === "id"),
    );
    if (own.length === 0) continue;
    await client.query("BEGIN");
    await client.query(`ALTER TABLE ${client.escapeIdentifier(table)} DISABLE TRIGGER USER`);
    const names = own.map(({ column }) => client.escapeIdentifier(column)).join(", ");
    const values = own
      .map(({ type }) => (type === "uuid" ? "gen_random_uuid()" : client.escapeLiteral(AWKWARD)))
      .join(", ");
    // Most tables want more than this; those that take it are enough.
    const isIn = await client.query(`INSERT INTO ${client.escapeIdentifier(table)} (${names}) VALUES (${values})`).then(
      () => true,
      () => false,
    );
    if (isIn) await client.query(`ALTER TABLE ${client.escapeIdentifier(table)} ENABLE TRIGGER USER`);
    await client.query(isIn ? "COMMIT" : "ROLLBACK");
  }
}

describe("npm run backup and npm run restore", () => {
  test("bring every record, paper, trigger and key back into an empty place", async () => {
    const target = newState();
    const { code, stdout, stderr } = await runScript("restore", [file], { SCRUTINEER_STATE: target });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Restored \d+ records and 2 papers\./);
    expect(await contents(target)).toEqual(await contents(source));
    expect(readFileSync(join(target, "papers", "ab", "abcdef"))).toEqual(Buffer.from([0, 255, 10, 13, 0]));
    expect(readFileSync(join(target, "papers", "ab", "nothing"))).toEqual(Buffer.from([]));
    expect(JSON.parse(readFileSync(join(target, "demo-sign-ins.json"), "utf8"))).toHaveLength(1);
  });

  test("do not write over a file, nor into a place that is not empty", async () => {
    expect(await runScript("backup", [file], { SCRUTINEER_STATE: source })).toMatchObject({
      code: 1,
      stderr: `${file} exists already: choose another name, or move it away.\n`,
    });
    const before = await contents(source);
    const refused = await runScript("restore", [file], { SCRUTINEER_STATE: source });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /^There is a database in .* already: move that folder away, or name an empty one in SCRUTINEER_STATE\.\n$/,
    );
    expect(await contents(source)).toEqual(before);
  });

  test("refuse a file that was cut off, and leave the place empty", async () => {
    const half = `${file}.half`;
    writeFileSync(half, readFileSync(file).subarray(0, 2000));
    const target = newState();
    const refused = await runScript("restore", [half], { SCRUTINEER_STATE: target });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/is not a whole backup .*: use another copy of it\.\n$/);
    expect((await runScript("restore", [file], { SCRUTINEER_STATE: target })).code).toBe(0);
  });

  test("refuse a file that is no backup, one that is missing, and none", async () => {
    const text = `${file}.txt`;
    writeFileSync(text, "Dear Council");
    expect((await runScript("restore", [text], { SCRUTINEER_STATE: newState() })).stderr).toMatch(
      /^.* is not a whole backup .*\n$/,
    );
    expect((await runScript("restore", [`${file}.none`], { SCRUTINEER_STATE: newState() })).stderr).toMatch(
      /^There is no file .*\n$/,
    );
    expect((await runScript("restore", [], { SCRUTINEER_STATE: newState() })).stderr).toMatch(
      /^Name the backup to restore.*\n$/,
    );
    expect((await runScript("backup", [`${file}.new`], { SCRUTINEER_STATE: newState() })).stderr).toMatch(
      /^There is no database in .*\n$/,
    );
  });

  test("bring an older backup up to this program, and refuse a newer one", async () => {
    const older = newState();
    const [first] = readMigrations();
    const { addresses, stop } = await startEmbedded(older, { durable: false });
    await migrate(addresses.owner, [first!]);
    await stop();
    const oldFile = join(older, "old.tar.gz");
    expect((await runScript("backup", [oldFile], { SCRUTINEER_STATE: older })).code).toBe(0);
    const target = newState();
    expect(await runScript("restore", [oldFile], { SCRUTINEER_STATE: target })).toMatchObject({ code: 0, stderr: "" });
    expect((await contents(target)).migrations).toEqual(readMigrations().map(({ name }) => ({ migration_name: name })));

    const manifest = {
      format: 1,
      migrations: [{ name: "9999_from_the_future", checksum: "x" }],
      tables: [],
      sequences: [],
      demonstration: [],
    };
    const newFile = join(older, "new.tar.gz");
    const pack = tar.pack();
    pack.entry({ name: "manifest.json" }, JSON.stringify(manifest));
    pack.finalize();
    await pipeline(pack, createGzip(), createWriteStream(newFile));
    const refused = await runScript("restore", [newFile], { SCRUTINEER_STATE: newState() });
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/ was made by a newer Scrutineer .*: restore it with that version\.\n$/),
    });
  });
});
