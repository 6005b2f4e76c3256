// @ts-check
import { OUR_TABLES } from "./database.mjs";
import { readMigrations, standing } from "./migrations.mjs";
import { Refusal } from "./refusal.mjs";

/** @import { Client } from "pg" */
/** @import { SignIn } from "./demonstration.mjs" */

/**
 * The first thing in a backup: what it holds, and which program it was made with.
 *
 * @typedef {object} Manifest
 * @property {1} format
 * @property {string} made when, in UTC
 * @property {{ name: string, checksum: string }[]} migrations that the tables were made with
 * @property {{ name: string, columns: string[] }[]} tables
 * @property {{ name: string, last: string, isCalled: boolean }[]} sequences
 * @property {SignIn[]} demonstration sign-ins, where it is one
 */

/**
 * What was written, at the end of a backup: rows by table, and papers.
 *
 * @typedef {{ rows: Record<string, number>, papers: number }} Counts
 */

/**
 * What the database holds, for a backup of it.
 *
 * @param {Client} client in the transaction that the rows are read in
 * @param {SignIn[]} demonstration
 * @returns {Promise<Manifest>}
 * @throws {Refusal} where the database is empty, or not this program's
 */
export async function readManifest(client, demonstration) {
  const { isEmpty } = await standing(client);
  if (isEmpty) throw new Refusal(`The database "${client.database}" is empty: there is nothing to back up.`);
  const { rows: migrations } = await client.query(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name",
  );
  const { rows: tables } = await client.query(`
    SELECT t.relname AS name, array_agg(c.attname::text ORDER BY c.attnum) AS columns
    FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
    WHERE t.oid IN (SELECT oid FROM (${OUR_TABLES}) AS ours)
    GROUP BY t.relname ORDER BY t.relname`);
  const { rows: names } = await client.query(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname",
  );
  const sequences = [];
  for (const { name } of names) {
    const { rows } = await client.query(
      `SELECT last_value::text AS last, is_called AS "isCalled" FROM ${client.escapeIdentifier(name)}`,
    );
    sequences.push({ name, ...rows[0] });
  }
  return { format: 1, made: new Date().toISOString(), migrations, tables, sequences, demonstration };
}

/**
 * @param {Manifest} manifest
 * @param {string} file that it came in, to be named
 * @returns {import("./migrations.mjs").Migration[]} those of ours that the backup was made with
 * @throws {Refusal} where they are not all ours
 */
export function migrationsOf(manifest, file) {
  if (manifest.format !== 1) throw new Refusal(`${file} was made by a newer Scrutineer: restore it with that version.`);
  const ours = readMigrations();
  for (const { name, checksum } of manifest.migrations) {
    const same = ours.find((migration) => migration.name === name);
    if (!same)
      throw new Refusal(
        `${file} was made by a newer Scrutineer (it has the migration ${name}): restore it with that version.`,
      );
    if (same.checksum !== checksum)
      throw new Refusal(`${file} was made with another migration ${name}: restore it with the version that made it.`);
  }
  const names = manifest.migrations.map(({ name }) => name);
  return ours.filter(({ name }) => names.includes(name));
}

/**
 * Whether as much was read as was written.
 *
 * @type {(one: Counts, other: Counts) => boolean}
 */
export const isSame = (one, other) =>
  one.papers === other.papers &&
  Object.keys(one.rows).length === Object.keys(other.rows).length &&
  Object.entries(one.rows).every(([name, count]) => other.rows[name] === count);
