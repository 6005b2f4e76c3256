// @ts-check
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endGroup, identify, isAlive } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

/** @import { ProcessIdentity } from "./processes.mjs" */

/**
 * @typedef {object} Holder who holds the lock of a folder
 * @property {ProcessIdentity} process
 * @property {string} command such as "start"
 * @property {ProcessIdentity[]} children groups it has started
 */

/**
 * @typedef {object} Lock
 * @property {(pid: number) => void} adopt notes a started group, so that whoever comes after a crash can end it
 * @property {() => void} release
 */

/**
 * @param {string} state folder
 * @returns {Holder | undefined} the living Scrutineer on this folder
 */
export function livingHolder(state) {
  const holder = readHolder(lockFile(state));
  return holder && isAlive(holder.process) ? holder : undefined;
}

/**
 * @param {string} state folder
 * @returns {boolean} whether somebody held it and ended without letting go
 */
export function hasDeadHolder(state) {
  const holder = readHolder(lockFile(state));
  return holder !== undefined && !isAlive(holder.process);
}

/**
 * Takes the folder for this process, and ends what a crashed holder left running.
 *
 * @param {string} state folder, made when missing
 * @param {string} command
 * @returns {Promise<Lock>}
 * @throws {Refusal} where a living Scrutineer has it
 */
export async function takeLock(state, command) {
  const own = identify(process.pid);
  if (!own) throw new Error("This process cannot find itself among the processes");
  /** @type {Holder} */
  const holder = { process: own, command, children: [] };
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const file = lockFile(state);
  const draft = `${file}.${process.pid}`;
  for (;;) {
    writeFileSync(draft, JSON.stringify(holder));
    try {
      linkSync(draft, file);
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const other = readHolder(file);
    if (other && isAlive(other.process)) throw refusal(state, other);
    for (const child of other?.children ?? []) await endGroup(child);
    removeStale(file, other);
  }
  return {
    adopt(pid) {
      const child = identify(pid);
      if (!child) return;
      holder.children = [...holder.children.filter(isAlive), child];
      writeFileSync(draft, JSON.stringify(holder));
      renameSync(draft, file);
    },
    release() {
      if (readHolder(file)?.process.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/**
 * Ends what a crashed holder left running, so that its port is free again; the lock itself stays for takeLock.
 *
 * @param {string} state folder
 * @throws {Refusal} where a living Scrutineer has it
 */
export async function endLeftovers(state) {
  const holder = readHolder(lockFile(state));
  if (!holder) return;
  if (isAlive(holder.process)) throw refusal(state, holder);
  for (const child of holder.children) await endGroup(child);
}

/**
 * @param {string} state folder
 * @param {Holder} holder
 * @returns {Refusal}
 */
export function refusal(state, holder) {
  return new Refusal(
    `Scrutineer is already running on ${state} (npm ${holder.command === "start" ? "start" : `run ${holder.command}`}, process ${holder.process.pid}): stop it first, or set SCRUTINEER_STATE to another folder.`,
  );
}

/**
 * Removes a dead holder's lock, but not one that somebody else took between our look and our hand.
 *
 * @param {string} file
 * @param {Holder | undefined} seen
 */
function removeStale(file, seen) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = readHolder(aside);
  if (taken && taken.process.pid !== seen?.process.pid && isAlive(taken.process)) {
    try {
      linkSync(aside, file);
    } catch {
      // A third one has it now.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * @param {string} file
 * @returns {Holder | undefined}
 */
function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return typeof holder?.process?.pid === "number" ? { children: [], ...holder } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} state */
function lockFile(state) {
  return join(state, "running.json");
}
