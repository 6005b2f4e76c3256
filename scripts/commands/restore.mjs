// @ts-check
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { restoreBackup } from "../backup-file.mjs";
import { signInsFile } from "../demonstration.mjs";
import { clusterFolder, startEmbedded } from "../embedded-database.mjs";
import { takeLock } from "../lock.mjs";
import { removeCluster } from "../postgres.mjs";
import { Refusal } from "../refusal.mjs";
import { readSettings } from "../settings.mjs";

/** @import { Settings } from "../settings.mjs" */

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
  const { rows, papers } = settings.external
    ? await restoreBackup({ owner: settings.external.owner, papers: settings.papers, file })
    : await restoreEmbedded(settings, file);
  const records = Object.values(rows).reduce((sum, number) => sum + number, 0);
  console.log(`Restored ${records} records and ${papers} papers. Start Scrutineer with npm start.`);
  if (settings.bucket && papers > 0)
    console.log(
      `The papers were put into ${settings.papers}, and this site keeps them in the bucket ${settings.bucket}: copy them there under the same names first.`,
    );
  if (!settings.bucket && papers === 0 && (rows.PaperFile ?? 0) > 0)
    console.log(
      "The backup has no papers: they were in a bucket. Name it in SCRUTINEER_S3_BUCKET, or copy its content.",
    );
}

/**
 * @param {Settings} settings
 * @param {string} file
 */
async function restoreEmbedded(settings, file) {
  const folder = clusterFolder(settings.state);
  const lock = await takeLock(settings.state, "restore");
  try {
    if (existsSync(folder)) {
      throw new Refusal(
        `There is a database in ${settings.state} already: move that folder away, or name an empty one in SCRUTINEER_STATE.`,
      );
    }
    try {
      const { addresses, stop } = await startEmbedded(settings.state);
      const restored = await restoreBackup({ owner: addresses.owner, papers: settings.papers, file });
      await stop();
      const { demonstration } = restored;
      if (demonstration.length > 0) {
        writeFileSync(signInsFile(settings.state), JSON.stringify(demonstration, null, 2), { mode: 0o600 });
      }
      return restored;
    } catch (error) {
      await removeCluster(folder);
      throw error;
    }
  } finally {
    lock.release();
  }
}
