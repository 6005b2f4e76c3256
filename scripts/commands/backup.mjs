// @ts-check
import { resolve } from "node:path";
import { writeBackup } from "../backup-file.mjs";
import { demonstrationSignIns } from "../demonstration.mjs";
import { readingDatabase } from "../open-database.mjs";
import { Refusal } from "../refusal.mjs";
import { readSettings } from "../settings.mjs";

/**
 * Writes data and papers into one file, whether or not Scrutineer is running.
 *
 * @param {string[]} args path of the file
 * @throws {Refusal} where there is nothing to back up, or no place for it
 */
export async function main(args) {
  const [name] = args;
  if (!name) throw new Refusal("Name the file to write, for instance: npm run backup -- council.tar.gz.");
  const settings = readSettings(process.env);
  const file = resolve(process.env.INIT_CWD ?? "", name);
  const demonstration = settings.external ? [] : demonstrationSignIns(settings.state);
  const { rows, papers } = await readingDatabase(settings, "backup", (owner) =>
    writeBackup({ owner, papers: settings.papers, file, demonstration }),
  );
  console.log(
    `Wrote ${count(rows)} records and ${papers} papers into ${file}. Keep it as safe as the council's papers; SCRUTINEER_SECRET is not in it.`,
  );
  if (settings.bucket)
    console.log(
      `The papers are in the bucket ${settings.bucket} and not in this file: keep a copy of the bucket from the same day, or later.`,
    );
}

/** @type {(rows: Record<string, number>) => number} */
const count = (rows) => Object.values(rows).reduce((sum, number) => sum + number, 0);
