// @ts-check
import { createHash, randomBytes } from "node:crypto";
import { connect } from "./database.mjs";

const DAY_MS = 86_400_000;

/**
 * The link that makes the first account of a new site, while there is none. The one before it opens nothing any more.
 *
 * @param {string} database address of the login that serves
 * @param {string} site address of the site
 * @returns {Promise<string | null>} null where somebody can sign in already
 */
export async function firstLink(database, site) {
  const client = await connect(database, "the database");
  try {
    const { rows } = await client.query('SELECT FROM "Account" LIMIT 1');
    if (rows.length > 0) return null;
    const key = randomBytes(32).toString("base64url");
    // Until it is told its council's name, the site has one to stand on.
    await client.query(
      `INSERT INTO "Council" (id, name, "shortName") VALUES (1, 'New council', 'New council') ON CONFLICT DO NOTHING`,
    );
    await client.query(`DELETE FROM "AccountToken" WHERE purpose = 'first_administrator'`);
    await client.query(
      `INSERT INTO "AccountToken" (hash, purpose, "expiresAt") VALUES ($1, 'first_administrator', $2)`,
      [createHash("sha256").update(key).digest("hex"), new Date(Date.now() + DAY_MS)],
    );
    return `${site.replace(/\/$/, "")}/sign-in/first?key=${key}`;
  } finally {
    await client.end();
  }
}
