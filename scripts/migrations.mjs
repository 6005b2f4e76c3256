// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect, OUR_TABLES } from "./database.mjs";
import { Refusal } from "./refusal.mjs";
import { inEngineTransaction } from "./schema-engine.mjs";
import { ROOT } from "./settings.mjs";

/** @import { Client } from "pg" */
/** @import { SchemaFile } from "./schema-engine.mjs" */

/** Tables and enums in the schema "public" that migrations make by hand and Prisma is to leave alone. */
const FILTERS = { externalTables: [], externalEnums: [] };

/**
 * @typedef {object} Migration
 * @property {string} name such as 0001_init
 * @property {string} sql
 * @property {string} checksum as Prisma records it
 */

/**
 * Where a database stands beside the program's migrations.
 *
 * @typedef {object} Standing
 * @property {boolean} isEmpty neither migrated nor used for anything else
 * @property {string[]} applied names, in order
 * @property {Migration[]} pending
 */

/**
 * @param {string} [root]
 * @returns {Migration[]} of the program, in the order they are applied
 */
export function readMigrations(root = ROOT) {
  const folder = join(root, "prisma", "migrations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * @param {Client} client connected as the owner
 * @param {Migration[]} [migrations]
 * @returns {Promise<Standing>}
 * @throws {Refusal} where the database is not this program's: newer, changed, or somebody else's
 */
export async function standing(client, migrations = readMigrations()) {
  const { rows: tables } = await client.query(
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')",
  );
  if (!tables.some(({ relname }) => relname === "_prisma_migrations")) {
    if (tables.length > 0) {
      throw new Refusal(
        `The database "${client.database}" holds tables of some other program: give Scrutineer a database of its own.`,
      );
    }
    return { isEmpty: true, applied: [], pending: migrations };
  }
  const { rows } = await client.query(
    "SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  const unfinished = rows.find((row) => !row.finished);
  if (unfinished) {
    throw new Refusal(
      `The migration ${unfinished.name} of the database "${client.database}" was begun by another tool and not finished: resolve it with that tool (prisma migrate resolve) and start again.`,
    );
  }
  for (const { name, checksum } of rows) {
    const ours = migrations.find((migration) => migration.name === name);
    if (!ours) {
      throw new Refusal(
        `The database "${client.database}" is newer than this program (it has the migration ${name}): start the newer Scrutineer, or restore a backup made with this one.`,
      );
    }
    if (ours.checksum !== checksum) {
      throw new Refusal(
        `The migration ${name} is not the one that the database "${client.database}" was made with: put the file back as it was, or begin with an empty one (npm run db:reset empties the embedded database).`,
      );
    }
  }
  const applied = rows.map((row) => row.name);
  return { isEmpty: false, applied, pending: migrations.filter(({ name }) => !applied.includes(name)) };
}

/**
 * @param {Client} client connected as the owner
 * @returns {Promise<boolean>} whether any of our tables has a row
 */
export async function hasRecords(client) {
  const { rows } = await client.query(OUR_TABLES);
  for (const { name } of rows) {
    const { rowCount } = await client.query(`SELECT FROM ${name} LIMIT 1`);
    if (rowCount) return true;
  }
  return false;
}

/**
 * Applies what is pending, each migration whole or not at all.
 *
 * @param {string} address of the database, as its owner
 * @param {Migration[]} [migrations] all that shall have been applied, those that have been included
 * @returns {Promise<string[]>} names of those applied now
 * @throws {Refusal} where one fails, with what PostgreSQL said
 */
export async function migrate(address, migrations = readMigrations()) {
  const schema = readSchema();
  const done = [];
  for (let count = 1; count <= migrations.length; count++) {
    const upToHere = migrations.slice(0, count);
    try {
      const { appliedMigrationNames } = await inEngineTransaction(address, schema, (engine) =>
        engine.applyMigrations({ migrationsList: migrationList(upToHere), filters: FILTERS }),
      );
      done.push(...appliedMigrationNames);
    } catch (error) {
      const said = /** @type {Error & { detail?: string, where?: string }} */ (error);
      throw new Refusal(
        `The migration ${upToHere.at(-1)?.name} failed and was undone: ${[said.message, said.detail, said.where].filter(Boolean).join("; ")}.`,
      );
    }
  }
  return done;
}

/**
 * What the database lacks, or has too much of, beside the Prisma schema. What Prisma cannot say is written by hand and not
 * compared: triggers, policies, functions, CHECKs, views, partial and expression indexes, generated columns and their indexes.
 *
 * @param {string} address of a migrated database, as its owner
 * @param {string} [root]
 * @returns {Promise<string>} the SQL that would take the database to the schema; nothing when they agree
 */
export async function schemaDrift(address, root = ROOT) {
  const files = readSchema(root);
  const unseen = await generatedColumns(address);
  const { exitCode, stdout } = await inEngineTransaction(
    address,
    files,
    (engine) =>
      engine.diff({
        from: { tag: "schemaDatasource", files, configDir: root },
        to: { tag: "schemaDatamodel", files },
        script: true,
        exitCode: true,
        filters: FILTERS,
      }),
    (row) => !unseen.columns.has(`${row.table_name}.${row.column_name}`) && !unseen.indexes.has(`${row.index_name}`),
  );
  return exitCode === 0 ? "" : (stdout ?? "");
}

/**
 * @param {string} address
 * @returns {Promise<{ columns: Set<string>, indexes: Set<string> }>} generated columns as table.column, and indexes that have one
 */
async function generatedColumns(address) {
  const client = await connect(address, "DATABASE_OWNER_URL");
  try {
    const { rows } = await client.query(`
      SELECT t.relname || '.' || c.attname AS column, i.indexrelid::regclass::text AS index
      FROM pg_attribute c
      JOIN pg_class t ON t.oid = c.attrelid AND t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p')
      LEFT JOIN pg_index i ON i.indrelid = t.oid AND c.attnum = ANY (i.indkey)
      WHERE c.attgenerated <> '' AND NOT c.attisdropped`);
    return {
      columns: new Set(rows.map((row) => row.column)),
      indexes: new Set(rows.map((row) => row.index?.replaceAll('"', ""))),
    };
  } finally {
    await client.end();
  }
}

/**
 * Writes the migration that takes the migrated schema to the one in prisma/.
 *
 * @param {string} scratch address of an empty database, as its owner
 * @param {string} name in words, such as "papers have languages"
 * @param {string} [root]
 * @returns {Promise<string | undefined>} path of the file; nothing when there is nothing to change
 * @throws {Refusal} where the name cannot be used or an existing migration fails
 */
export async function writeMigration(scratch, name, root = ROOT) {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
  if (!slug) throw new Refusal("Name the migration, for instance: npm run db:migration -- papers have languages.");
  const migrations = readMigrations(root);
  await migrate(scratch, migrations);
  const sql = await schemaDrift(scratch, root);
  if (!sql) return undefined;
  const last = Math.max(0, ...migrations.map((migration) => Number.parseInt(migration.name, 10) || 0));
  const folder = join(root, "prisma", "migrations", `${String(last + 1).padStart(4, "0")}_${slug}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  return join(folder, "migration.sql");
}

/**
 * @param {string} [root]
 * @returns {SchemaFile[]} of the Prisma schema, which is spread over prisma/
 */
export function readSchema(root = ROOT) {
  const folder = join(root, "prisma");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".prisma"))
    .sort()
    .map((path) => ({ path: join("prisma", path), content: readFileSync(join(folder, path), "utf8") }));
}

/** @param {Migration[]} migrations */
function migrationList(migrations) {
  return {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: /** @type {const} */ ({ tag: "ok", value: sql }) },
    })),
  };
}
