// @ts-check
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { Refusal, Stopped } from "./refusal.mjs";
import { ROOT } from "./settings.mjs";

/**
 * Installs what is missing, changes over to the Node that is installed with the program, and runs the command.
 *
 * @param {() => Promise<{ main: (args: string[]) => Promise<void> }>} load
 * @param {() => Promise<{ preflight: (args: string[]) => Promise<void> }>} [loadPreflight]
 */
export async function launch(load, loadPreflight) {
  const args = process.argv.slice(2);
  // A terminal that is closed must not end us before everything else has been stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    if (loadPreflight) await (await loadPreflight()).preflight(args);
    await ensureInstalled(ROOT);
    const better = installedNode();
    if (better) {
      process.exit(await runOn(better));
    }
    process.env.PATH = [join(ROOT, "node_modules", ".bin"), process.env.PATH].join(delimiter);
    const { main } = await load();
    await main(args);
    process.exit(0);
  } catch (error) {
    if (error instanceof Stopped) process.exit(0);
    console.error(asSentence(error) ?? error);
    process.exit(1);
  }
}

/**
 * @param {unknown} error
 * @returns {string | undefined} what to do about it; nothing where we did not expect it
 */
function asSentence(error) {
  if (error instanceof Refusal) return error.message;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if (!path) return undefined;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return `This user may not write ${path} (${code}): start as the user it belongs to, or set SCRUTINEER_STATE to another folder.`;
  }
  if (code === "ENOSPC") return `The disk of ${path} is full: make room and start again.`;
  return undefined;
}

/**
 * The Node that came with node_modules, unless this process runs on it already.
 *
 * @returns {string | undefined}
 */
function installedNode() {
  const path = join(ROOT, "node_modules", ".bin", "node");
  // The variable ends a loop where the path names some other Node than the one it starts.
  if (!existsSync(path) || process.env.SCRUTINEER_NODE === path) return undefined;
  return realpathSync(path) === realpathSync(process.execPath) ? undefined : path;
}

/**
 * Runs this same command on another Node and passes signals on to it.
 *
 * @param {string} node
 * @returns {Promise<number>} its exit code
 */
function runOn(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: "inherit",
    env: { ...process.env, SCRUTINEER_NODE: node },
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
