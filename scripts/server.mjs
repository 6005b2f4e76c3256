// @ts-check
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { start } from "./children.mjs";
import { Refusal } from "./refusal.mjs";
import { ROOT } from "./settings.mjs";

/** @import { Child, Surroundings } from "./children.mjs" */

/**
 * How much JavaScript may hold, in MB. Left to itself, V8 lets garbage lie until it fills a share of the machine's memory: several
 * hundred MB where 110 are in use, and 35 more for the pages that are kept. Some forty renderings at once of the longest pages of a
 * thousand committees' twenty years take up to 180 in all; with more at once, those that wait for the database take nothing yet. A heap
 * that is full would end the site, so this is no tighter than it has to be for the whole process to stay under 400.
 */
const MOST_HEAP_MB = Number(process.env.SCRUTINEER_HEAP_MB) || 224;

/**
 * New objects get 3 times 8 MB instead of 3 times 64: they are looked through more often, and the rest is never used. Whoever allows
 * more JavaScript allows them more in proportion.
 */
const MEMORY = [
  `--max-old-space-size=${MOST_HEAP_MB}`,
  `--max-semi-space-size=${Math.max(8, Math.round(MOST_HEAP_MB / 28))}`,
];

/** The C library keeps memory that was given back to it once for each thread and processor, unless it is told how often. */
const ARENAS = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "2" };

/**
 * Starts the site and waits until it answers.
 *
 * @param {{ port: number, host: string | undefined, dev: boolean, env: NodeJS.ProcessEnv } & Surroundings} options
 * @returns {Promise<Child>}
 * @throws {Refusal} where it ends instead
 */
export async function startServer({ port, host, dev, env, lock, signal }) {
  const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const args = [dev ? "dev" : "start", "--port", String(port), ...(host ? ["--hostname", host] : [])];
  const child = start([process.execPath, ...(dev ? [] : MEMORY), next, ...args], {
    cwd: ROOT,
    env: { ...env, ...ARENAS, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "inherit", "inherit"],
    ...(lock && { lock }),
  });
  let hasEnded = false;
  child.ended
    .finally(() => {
      hasEnded = true;
    })
    .catch(() => {});
  const address = `http://${host && host !== "0.0.0.0" && host !== "::" ? host : "127.0.0.1"}:${port}/`;
  while (!(await answers(address, signal))) {
    if (signal?.aborted) {
      await child.end();
      signal.throwIfAborted();
    }
    if (hasEnded) throw new Refusal("The site ended as it started: see what Next says above.");
    await wait(30);
  }
  return child;
}

/**
 * @param {string} address
 * @param {AbortSignal} [signal]
 * @returns {Promise<boolean>} whether anything at all is answered
 */
async function answers(address, signal) {
  const patience = AbortSignal.timeout(60_000);
  try {
    await fetch(address, {
      method: "HEAD",
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    return true;
  } catch {
    return false;
  }
}
