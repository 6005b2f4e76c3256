// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/**
 * A process that can be told from a later one that was given the same number.
 *
 * @typedef {{ pid: number, born: string }} ProcessIdentity
 */

/**
 * @param {number} pid
 * @returns {ProcessIdentity | undefined} nothing when no such process is alive
 */
export function identify(pid) {
  const born = birth(pid);
  return born === undefined ? undefined : { pid, born };
}

/**
 * @param {ProcessIdentity} identity
 * @returns {boolean}
 */
export function isAlive({ pid, born }) {
  return birth(pid) === born;
}

/**
 * Waits for a process to end.
 *
 * @param {ProcessIdentity} identity
 * @param {number} milliseconds how long at most
 * @returns {Promise<boolean>} whether it has ended
 */
export async function hasEndedWithin(identity, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (isAlive(identity)) {
    if (Date.now() > deadline) return false;
    await wait(20);
  }
  return true;
}

/**
 * Ends a process and the group it leads: politely, and by force after ten seconds.
 *
 * @param {ProcessIdentity} identity of a process that leads its own group
 */
export async function endGroup(identity) {
  if (!isAlive(identity)) return;
  signalGroup(identity.pid, "SIGTERM");
  if (await hasEndedWithin(identity, 10_000)) return;
  signalGroup(identity.pid, "SIGKILL");
  await hasEndedWithin(identity, 5_000);
}

/**
 * @param {number} pid of the group's leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone in the meantime.
  }
}

/**
 * The folder that a process works in.
 *
 * @param {number} pid
 * @returns {string | undefined} nothing when it is not to be known
 */
export function workingFolder(pid) {
  try {
    if (existsSync("/proc/self/cwd")) return readlinkSync(`/proc/${pid}/cwd`);
    const listing = execFileSync("lsof", ["-a", "-p", String(pid), "-d", "cwd", "-Fn"], { encoding: "utf8" });
    return /^n(.*)$/m.exec(listing)?.[1];
  } catch {
    return undefined;
  }
}

/**
 * When a process began, in whatever words this system has for it.
 *
 * @param {number} pid
 * @returns {string | undefined} nothing when it is not alive
 */
function birth(pid) {
  try {
    if (existsSync("/proc/self/stat")) {
      // The name may hold spaces and brackets, so fields are counted from the last bracket: state is 0, start time is 19.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      // A process that has ended but was not yet collected by its parent is dead to us.
      if (fields[0] === "Z" || fields[0] === "X") return undefined;
      return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}
