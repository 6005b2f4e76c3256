import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, onDatabase } from "../../scripts/embedded-database.mjs";
import { migrate, readMigrations, schemaDrift, standing, writeMigration } from "../../scripts/migrations.mjs";
import { ROOT } from "../../scripts/settings.mjs";
import { startTemporaryCluster } from "../../scripts/temporary-cluster.mjs";

let cluster: Awaited<ReturnType<typeof startTemporaryCluster>>;
const root = mkdtempSync(join(tmpdir(), "scrutineer-migrations-test-"));

beforeAll(async () => {
  cluster = await startTemporaryCluster();
  cpSync(join(ROOT, "prisma"), join(root, "prisma"), { recursive: true });
});
afterAll(async () => {
  await cluster.stop();
  rmSync(root, { recursive: true, force: true });
});

async function newDatabase(name: string): Promise<string> {
  await createDatabase(cluster.superuser, name);
  return onDatabase(cluster.addresses, name).owner;
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

async function standingOf(address: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await standing(client);
  } finally {
    await client.end();
  }
}

describe("the migrations", () => {
  test("make exactly the Prisma schema", async () => {
    const address = await newDatabase("schema");
    expect(await migrate(address)).toEqual(readMigrations().map(({ name }) => name));
    expect(await migrate(address)).toEqual([]);
    expect(await schemaDrift(address)).toBe("");
    expect(await standingOf(address)).toMatchObject({ isEmpty: false, pending: [] });
  });

  test("show a drift", async () => {
    const address = await newDatabase("drift");
    await migrate(address);
    await query(address, "CREATE TABLE by_hand (id int PRIMARY KEY)");
    expect(await schemaDrift(address)).toContain('DROP TABLE "by_hand"');
  });

  test("are each applied whole or not at all, and a failed one can be tried again", async () => {
    const address = await newDatabase("failing");
    const half =
      "CREATE TABLE half (id int); CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN; RETURN 1; END $$; SELECT 1/0;";
    const good = half.replace("BEGIN;", "BEGIN").replace("SELECT 1/0;", "");
    const failing = [...readMigrations(), { name: "9999_half", sql: half.replace("BEGIN;", "BEGIN"), checksum: "x" }];
    await expect(migrate(address, failing)).rejects.toThrow(
      "The migration 9999_half failed and was undone: division by zero",
    );
    expect(await query(address, "SELECT to_regclass('half') AS found")).toEqual([{ found: null }]);
    expect(await standingOf(address)).toMatchObject({ pending: [] });
    expect(await migrate(address, [...readMigrations(), { name: "9999_half", sql: good, checksum: "x" }])).toEqual([
      "9999_half",
    ]);
    expect(await query(address, "SELECT f()")).toEqual([{ f: 1 }]);
  });
});

describe("npm run db:migration", () => {
  test("writes nothing when there is nothing to write", async () => {
    expect(await writeMigration(await newDatabase("nothing"), "nothing", root)).toBeUndefined();
  });

  test("writes what the schema has more, and leaves alone what was written by hand", async () => {
    const last = readdirSync(join(root, "prisma", "migrations"))
      .filter((name) => /^\d/.test(name))
      .sort()
      .at(-1)!;
    const byHand = `
      CREATE TABLE "Searched" (id uuid PRIMARY KEY, title text NOT NULL,
        words tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED, CONSTRAINT has_title CHECK (title <> ''));
      CREATE INDEX "Searched_words" ON "Searched" USING gin (words);
      CREATE INDEX "Searched_long" ON "Searched" (title) WHERE length(title) > 10;
      CREATE INDEX "Searched_lower" ON "Searched" (lower(title));
      CREATE VIEW searched_titles AS SELECT title FROM "Searched";
      ALTER TABLE "Searched" ENABLE ROW LEVEL SECURITY;
      CREATE POLICY nobody ON "Searched" USING (false);
      CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'kept; for ever'; END $$;
      CREATE TRIGGER kept BEFORE DELETE ON "Searched" FOR EACH ROW EXECUTE FUNCTION keep();`;
    const path = join(root, "prisma", "migrations", last, "migration.sql");
    writeFileSync(path, readFileSync(path, "utf8") + byHand);
    const model = "model Searched {\n  id    String @id @db.Uuid\n  title String\n";
    writeFileSync(join(root, "prisma", "models", "searched.prisma"), `${model}}\n`);
    expect(await writeMigration(await newDatabase("by_hand"), "nothing", root)).toBeUndefined();

    writeFileSync(join(root, "prisma", "models", "searched.prisma"), `${model}  language String?\n}\n`);
    const written = await writeMigration(await newDatabase("language"), "Papers have languages!", root);
    expect(written).toMatch(/\/\d{4}_papers_have_languages\/migration\.sql$/);
    expect(readFileSync(written!, "utf8")).toBe(
      '-- AlterTable\nALTER TABLE "Searched" ADD COLUMN     "language" TEXT;\n',
    );
    const address = await newDatabase("applied");
    await migrate(address, readMigrations(root));
    expect(await schemaDrift(address, root)).toBe("");
  });
});
