// @ts-check
import { existsSync } from "node:fs";
import { clusterFolder, runningEmbedded, startEmbedded } from "./embedded-database.mjs";
import { livingHolder, takeLock } from "./lock.mjs";
import { Refusal } from "./refusal.mjs";

/** @import { Settings } from "./settings.mjs" */

/**
 * Does some work on the database that `npm start` would use, while it is not in use.
 *
 * @template T
 * @param {Settings} settings
 * @param {string} command name for the lock
 * @param {(owner: string) => Promise<T>} work given the address of the database, as its owner
 * @returns {Promise<T>}
 * @throws {Refusal} where a running Scrutineer has the embedded database
 */
export async function withDatabase(settings, command, work) {
  if (settings.external) return work(settings.external.owner);
  const lock = await takeLock(settings.state, command);
  try {
    const { addresses, stop } = await startEmbedded(settings.state);
    try {
      return await work(addresses.owner);
    } finally {
      await stop();
    }
  } finally {
    lock.release();
  }
}

/**
 * Reads from the database that `npm start` would use, whether or not it is in use.
 *
 * @template T
 * @param {Settings} settings
 * @param {string} command name for the lock
 * @param {(owner: string) => Promise<T>} read given the address of the database, as its owner
 * @returns {Promise<T>}
 * @throws {Refusal} where there is no database yet
 */
export async function readingDatabase(settings, command, read) {
  if (!settings.external && !existsSync(clusterFolder(settings.state))) {
    throw new Refusal(
      `There is no database in ${settings.state} yet: start Scrutineer first, or set SCRUTINEER_STATE or DATABASE_URL.`,
    );
  }
  const running = !settings.external && livingHolder(settings.state) && runningEmbedded(settings.state);
  return running ? read(running.owner) : withDatabase(settings, command, read);
}
