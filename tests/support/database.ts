import pg from "pg";
import { inject } from "vitest";
import { OUR_TABLES } from "../../scripts/database.mjs";
import { createDatabase, dropDatabase, onDatabase } from "../../scripts/embedded-database.mjs";

// Runs before each test file and before anything it imports: whoever reads the environment finds this file's own database, a
// fresh copy of the migrated one.
const { addresses, superuser } = inject("postgres");
const name = `tests_${process.env.VITEST_POOL_ID}`;
await dropDatabase(superuser, name);
await createDatabase(superuser, name, "scrutineer");
const own = onDatabase(addresses, name);
process.env.DATABASE_URL = own.office;
process.env.DATABASE_PUBLIC_URL = own.public;
process.env.DATABASE_OWNER_URL = own.owner;

/** Takes every record out of this file's database, for beforeEach. Passes by the triggers that keep the audit trail. */
export async function emptyDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  try {
    // What waits in the queue of jobs goes too; the queues themselves stay.
    const { rows: tables } = await client.query<{ name: string }>(
      `${OUR_TABLES} UNION ALL SELECT oid, oid::regclass::text FROM pg_class WHERE oid = to_regclass('pgboss.job')`,
    );
    if (tables.length === 0) return;
    // Most of them are empty; and for the few rows of a test, TRUNCATE, which makes files anew for every table that refers to
    // another, takes several times as long.
    const { rows } = await client.query<{ name: string }>(
      tables.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name})`).join(" UNION ALL "),
    );
    if (rows.length === 0) return;
    await client.query("SET session_replication_role = replica");
    await client.query(rows.map((row) => `DELETE FROM ${row.name}`).join("; "));
  } finally {
    await client.end();
  }
}
