// @ts-check
import { writeMigration } from "../migrations.mjs";
import { Refusal } from "../refusal.mjs";
import { startTemporaryCluster } from "../temporary-cluster.mjs";

/**
 * Writes the next migration: what takes the tables that the existing ones make to the schema in prisma/.
 *
 * @param {string[]} args its name, in words
 * @throws {Refusal} where it has no name, or an existing migration fails
 */
export async function main(args) {
  const name = args.join(" ");
  if (!name) throw new Refusal("Name the migration, for instance: npm run db:migration -- papers have languages.");
  const scratch = await startTemporaryCluster();
  try {
    const path = await writeMigration(scratch.addresses.owner, name);
    console.log(
      path
        ? `Wrote ${path}: read it, and add by hand what Prisma cannot say.`
        : "The migrations make the schema already: nothing to write.",
    );
  } finally {
    await scratch.stop();
  }
}
