// @ts-check
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { livingHolder, refusal } from "./lock.mjs";
import { Refusal, Stopped } from "./refusal.mjs";

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Installs the packages that package-lock.json names, when they are not the ones that are there.
 *
 * @param {string} root folder of the program
 * @throws {Refusal} where npm fails, or a running Scrutineer would lose its packages
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const state = join(root, ".data");
  const holder = livingHolder(state);
  if (holder) throw refusal(state, holder);
  console.log("Installing packages (a minute or so) …");
  const { code, output } = await runNpm(root, ["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (code !== 0) {
    console.error(output);
    throw new Refusal(
      "The packages could not be installed: see what npm says above, check that its registry can be reached, and run the command again.",
    );
  }
  if (!isInstalled(root)) {
    throw new Refusal(
      "npm did not install what package-lock.json names: delete the folder node_modules and run the command again.",
    );
  }
}

/**
 * Compares npm's own record of what it installed, which it writes last, with the lock file.
 *
 * @param {string} root
 * @returns {boolean}
 */
function isInstalled(root) {
  const wanted = readPackages(join(root, "package-lock.json"));
  const present = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  const complete = Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || entry.devOptional || present[path]?.version === entry.version,
  );
  const nothingElse = Object.entries(present).every(([path, entry]) => wanted[path]?.version === entry.version);
  return complete && nothingElse;
}

/**
 * @param {string} path of a lock file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function readPackages(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNpm(root, args) {
  // npm must not run on the Node inside node_modules, which it is about to delete.
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join("node_modules", ".bin")));
  const inside = process.execPath.startsWith(join(root, "node_modules"));
  if (!inside) path.push(dirname(process.execPath));
  return new Promise((resolve, reject) => {
    const npm = spawn("npm", args, {
      cwd: root,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that all of it can be ended.
      detached: true,
    });
    let output = "";
    let stopped = false;
    const stop = () => {
      stopped = true;
      // npm may take a minute to tidy up; what it leaves is no whole installation, and the next start makes one.
      if (npm.pid) process.kill(-npm.pid, "SIGKILL");
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    npm.stdout.on("data", (text) => {
      output += text;
    });
    npm.stderr.on("data", (text) => {
      output += text;
    });
    npm.on("error", () =>
      reject(new Refusal("npm was not found: install Node with npm from nodejs.org and run the command again.")),
    );
    npm.on("close", (code) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      if (stopped) reject(new Stopped("Stopped while installing"));
      else resolve({ code, output });
    });
  });
}
