// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { Refusal } from "./refusal.mjs";

/**
 * As whom PostgreSQL's programs run: they refuse to run as root, and for a user without a name.
 *
 * @typedef {object} Account
 * @property {(program: string, args: string[]) => Promise<number>} run gives the exit code
 * @property {(program: string, args: string[]) => import("node:child_process").SpawnSyncReturns<string>} runNow
 * @property {(path: string) => void} own makes it the owner of a file or folder of ours
 */

/**
 * @typedef {object} Quarters
 * @property {Account} account
 * @property {string} folder of the cluster: the one asked for, unless the account cannot enter it
 * @property {string} binaries folder of the programs, likewise
 */

/** Where root keeps what the account of PostgreSQL must enter, when the program lies where only root may. */
export const ELSEWHERE = "/var/lib/scrutineer";

/**
 * Finds as whom and where PostgreSQL can run.
 *
 * @param {string} folder of the cluster, made or not
 * @param {string} binaries
 * @returns {Quarters}
 * @throws {Refusal} where there is no way to run it
 */
export function findQuarters(folder, binaries) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return { account: account([], {}, () => {}), folder, binaries };

  const owner = existsSync(folder) ? statSync(folder) : undefined;
  const others = ordinaryUsers();
  // A folder that an ordinary user's start has made stays theirs.
  const isTheirs = isRoot && owner !== undefined && owner.uid !== 0;
  if (!isTheirs) {
    for (const { uid } of others) {
      // In a user namespace our own files are open to PostgreSQL, which sees itself as somebody else.
      const prefix = ["unshare", "--user", `--map-user=${uid}`, "--"];
      const isAllowed = spawnSync("unshare", [...prefix.slice(1), "true"]).status === 0;
      if (isAllowed) return { account: account(prefix, {}, () => {}), folder, binaries };
    }
  }
  const user = isTheirs ? owner : others[0];
  if (!isRoot || !user || (owner && !isTheirs)) {
    throw new Refusal(
      "PostgreSQL runs neither as root nor for a user without a name, and this machine allows no way around that: start Scrutineer as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.",
    );
  }
  return quartersOf(user, folder, binaries);
}

/**
 * Where another user can run PostgreSQL: here, or where this folder is closed to others (as /root is) in a place of its own.
 *
 * @param {{ uid: number, gid: number }} user
 * @param {string} folder
 * @param {string} binaries
 * @returns {Quarters}
 */
function quartersOf({ uid, gid }, folder, binaries) {
  /** @param {string} path */
  const enters = (path) => spawnSync("test", ["-x", path], { uid, gid, cwd: "/" }).status === 0;
  // Everything kept is closed to others file by file; passing through is enough.
  chmodSync(dirname(folder), 0o711);
  const name = (/** @type {string} */ path) => createHash("sha256").update(path).digest("hex").slice(0, 16);
  let programs = binaries;
  if (!enters(join(binaries, "postgres"))) {
    const copy = join(ELSEWHERE, `programs-${name(binaries + statSync(binaries).mtimeMs)}`);
    if (!existsSync(copy)) {
      mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 });
      rmSync(`${copy}.new`, { recursive: true, force: true });
      cpSync(dirname(binaries), `${copy}.new`, { recursive: true, verbatimSymlinks: true });
      renameSync(`${copy}.new`, copy);
    }
    programs = join(copy, "bin");
  }
  let place = folder;
  if (!enters(dirname(folder))) {
    place = join(ELSEWHERE, `data-${name(folder)}`, "postgres");
    mkdirSync(dirname(place), { recursive: true, mode: 0o711 });
  }
  return { account: account([], { uid, gid }, (path) => chownSync(path, uid, gid)), folder: place, binaries: programs };
}

/** @returns {boolean} whether the user we run as is known by name, as PostgreSQL wants it */
function hasName() {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

/**
 * @param {string[]} prefix
 * @param {{ uid?: number, gid?: number }} user
 * @param {(path: string) => void} own
 * @returns {Account}
 */
function account(prefix, user, own) {
  /** @type {(program: string, args: string[]) => [string, string[]]} */
  const command = (program, args) => {
    const [first = program, ...rest] = [...prefix, program, ...args];
    return [first, rest];
  };
  // Anything named PG… would change what the programs do.
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  for (const name of Object.keys(env)) if (name.startsWith("PG")) delete env[name];
  const options = { ...user, cwd: "/", env };
  return {
    own,
    run(program, args) {
      const child = spawn(...command(program, args), { ...options, stdio: "ignore", detached: true });
      return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("exit", (code) => resolve(code ?? 1));
      });
    },
    runNow: (program, args) => spawnSync(...command(program, args), { ...options, encoding: "utf8" }),
  };
}

/**
 * @returns {{ uid: number, gid: number }[]} users of this machine that PostgreSQL may pass for
 */
function ordinaryUsers() {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  return ["postgres", "nobody"]
    .flatMap((name) => users.filter((user) => user[0] === name))
    .map((user) => ({ uid: Number(user[2]), gid: Number(user[3]) }))
    .filter(({ uid }) => uid > 0);
}
