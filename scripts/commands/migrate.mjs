// @ts-check
import { connect } from "../database.mjs";
import { migrate, standing } from "../migrations.mjs";
import { withDatabase } from "../open-database.mjs";
import { readSettings } from "../settings.mjs";

/**
 * Applies the program's migrations to the database that `npm start` would use.
 *
 * @throws {import("../refusal.mjs").Refusal} where the database is in use, newer, or somebody else's, or a migration fails
 */
export async function main() {
  const applied = await withDatabase(readSettings(process.env), "db:migrate", async (owner) => {
    const client = await connect(owner, "DATABASE_OWNER_URL or DATABASE_URL");
    try {
      await standing(client);
    } finally {
      await client.end();
    }
    return migrate(owner);
  });
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database was up to date already.");
}
