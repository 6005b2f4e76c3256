// @ts-check
import { OUR_TABLES } from "./database.mjs";

/** @import { Client } from "pg" */

/**
 * Until tightenTables, rows go in as they are: no trigger changes or refuses them, and no row needs another one first. An owner may
 * do this without being superuser; should the transaction fail, nothing of it has happened.
 *
 * @param {Client} client in a transaction
 */
export async function loosenTables(client) {
  await client.query(`
    CREATE TEMPORARY TABLE loosened ON COMMIT DROP AS
    SELECT 1 AS step, format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS again,
      format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS now
    FROM pg_constraint WHERE contype = 'f' AND conrelid IN (SELECT oid FROM (${OUR_TABLES}) AS ours)
    UNION ALL
    SELECT 2, format('ALTER TABLE %s %s TRIGGER %I', tgrelid::regclass,
        CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE' END, tgname),
      format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname)
    FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgrelid IN (SELECT oid FROM (${OUR_TABLES}) AS ours)`);
  const { rows } = await client.query("SELECT now FROM loosened ORDER BY step");
  for (const { now } of rows) await client.query(now);
  // What migrations have put in is in the backup too.
  const { rows: tables } = await client.query(OUR_TABLES);
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map(({ name }) => name).join(", ")}`);
}

/**
 * Puts every trigger and constraint back, and holds the rows to them.
 *
 * @param {Client} client in the transaction of loosenTables
 */
export async function tightenTables(client) {
  const { rows } = await client.query("SELECT again FROM loosened ORDER BY step");
  for (const { again } of rows) await client.query(again);
}
