// @ts-check
import { spawn } from "node:child_process";
import { endGroup, identify } from "./processes.mjs";
import { Stopped } from "./refusal.mjs";

/** @import { Lock } from "./lock.mjs" */

/**
 * @typedef {object} Surroundings what a child process needs of the command that starts it
 * @property {Lock} [lock] told of each child, so that none outlives a crash unnoticed
 * @property {AbortSignal} [signal] ends the child
 */

/**
 * Runs a program of the project to its end, without showing what it prints.
 *
 * @param {string[]} command program and arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv } & Surroundings} options
 * @returns {Promise<{ code: number, output: string }>} both streams together, as they came
 * @throws {Stopped} where the signal came first
 */
export async function run(command, options) {
  options.signal?.throwIfAborted();
  const child = start(command, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.process.stdout, child.process.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const code = await child.ended;
  if (options.signal?.aborted) throw new Stopped("Stopped");
  return { code, output };
}

/**
 * @typedef {object} Child
 * @property {import("node:child_process").ChildProcess} process
 * @property {Promise<number>} ended its exit code
 * @property {() => Promise<void>} end ends it and all that it started
 */

/**
 * Starts a program in a group of its own: a terminal's Ctrl-C does not reach it, and it can be ended with all its children.
 *
 * @param {string[]} command program and arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, stdio: import("node:child_process").StdioOptions } & Surroundings} options
 * @returns {Child}
 */
export function start([program = "", ...args], { cwd, env, stdio, lock, signal }) {
  const child = spawn(program, args, { cwd, env, stdio, detached: true });
  if (child.pid) lock?.adopt(child.pid);
  const identity = child.pid ? identify(child.pid) : undefined;
  const end = async () => {
    if (identity) await endGroup(identity);
  };
  signal?.addEventListener("abort", end);
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
  ended.finally(() => signal?.removeEventListener("abort", end)).catch(() => {});
  return { process: child, ended: /** @type {Promise<number>} */ (ended), end };
}
