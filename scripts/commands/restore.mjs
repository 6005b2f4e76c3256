// @ts-check
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { restoreBackup } from "../backup-file.mjs";
import { signInsFile } from "../demonstration.mjs";
import { clusterFolder } from "../embedded-database.mjs";
import { livingHolder, refusal } from "../lock.mjs";
import { withDatabase } from "../open-database.mjs";
import { Refusal } from "../refusal.mjs";
import { readSettings } from "../settings.mjs";

/**
 * Brings a backup back into an empty place.
 *
 * @param {string[]} args path of the backup
 * @throws {Refusal} where the place is not empty or the file is no backup for this program; the place is as empty then as before
 */
export async function main(args) {
  const [name] = args;
  if (!name) throw new Refusal("Name the backup to restore, for instance: npm run restore -- council.tar.gz.");
  const settings = readSettings(process.env);
  const file = resolve(process.env.INIT_CWD ?? "", name);
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}: name the backup to restore.`);
  const folder = clusterFolder(settings.state);
  if (!settings.external) {
    const holder = livingHolder(settings.state);
    if (holder) throw refusal(settings.state, holder);
    if (existsSync(folder)) {
      throw new Refusal(
        `There is a database in ${settings.state} already: move that folder away, or name an empty one in SCRUTINEER_STATE.`,
      );
    }
  }
  let isDone = false;
  try {
    const { rows, papers, demonstration } = await withDatabase(settings, "restore", (owner) =>
      restoreBackup({ owner, papers: settings.papers, file }),
    );
    if (!settings.external && demonstration.length > 0) {
      writeFileSync(signInsFile(settings.state), JSON.stringify(demonstration, null, 2), { mode: 0o600 });
    }
    isDone = true;
    const records = Object.values(rows).reduce((sum, number) => sum + number, 0);
    console.log(`Restored ${records} records and ${papers} papers. Start Scrutineer with npm start.`);
  } finally {
    if (!isDone && !settings.external) rmSync(folder, { recursive: true, force: true });
  }
}
