// @ts-check
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { demonstrationSignIns, signInsFile } from "../demonstration.mjs";
import { clusterFolder } from "../embedded-database.mjs";
import { takeLock } from "../lock.mjs";
import { removeCluster } from "../postgres.mjs";
import { Refusal } from "../refusal.mjs";
import { readSettings } from "../settings.mjs";

/**
 * Deletes the embedded database and its papers, so that the next start makes them anew. The secrets stay.
 *
 * @param {string[]} args "--yes" to delete what is no demonstration
 * @throws {Refusal} where the database is given, in use, or not a demonstration
 */
export async function main(args) {
  const settings = readSettings(process.env);
  if (settings.external) {
    throw new Refusal(
      "npm run db:reset is for the embedded database only, and DATABASE_URL is set: empty that database with PostgreSQL's own tools.",
    );
  }
  const folder = clusterFolder(settings.state);
  const isUnfinished = existsSync(join(settings.state, "demonstration-loading"));
  if (
    existsSync(folder) &&
    !isUnfinished &&
    demonstrationSignIns(settings.state).length === 0 &&
    !args.includes("--yes")
  ) {
    throw new Refusal(
      `The database in ${settings.state} is not the demonstration: make a backup, then run \`npm run db:reset -- --yes\`.`,
    );
  }
  const lock = await takeLock(settings.state, "db:reset");
  try {
    await removeCluster(folder);
    rmSync(join(settings.state, "papers"), { recursive: true, force: true });
    rmSync(join(settings.state, "demonstration-loading"), { force: true });
    rmSync(signInsFile(settings.state), { force: true });
  } finally {
    lock.release();
  }
  console.log("The embedded database is gone. The next npm start makes a new one.");
}
