// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWhenOld } from "../build.mjs";
import { run, start } from "../children.mjs";
import { findChromium } from "../chromium.mjs";
import { runningEmbedded } from "../embedded-database.mjs";
import { generateClient } from "../generate.mjs";
import { freePort } from "../port.mjs";
import { Refusal } from "../refusal.mjs";
import { ROOT } from "../settings.mjs";
import { stopRequest } from "../stop-request.mjs";

/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ env: NodeJS.ProcessEnv, folder: string, signal: AbortSignal, more: string[] }} Place what each step gets: a clean environment, a folder that goes at the end, arguments for its runner
 * @typedef {{ name: string, applies?: () => boolean, take: (place: Place) => Promise<Outcome> }} Step
 */

/** @param {string} path */
const has = (path) => existsSync(join(ROOT, path));

/** @type {Step[]} in the order they are taken: what is quick to know comes first */
const STEPS = [
  { name: "lint", take: tool(["biome", "ci", "--colors=off", "."]) },
  { name: "types", take: types },
  {
    name: "boundaries",
    applies: () => has(".dependency-cruiser.mjs"),
    take: tool(["depcruise", "src", "--config", ".dependency-cruiser.mjs"]),
  },
  {
    name: "structure",
    applies: () => has("scripts/check-structure.ts"),
    take: tool(["tsx", "scripts/check-structure.ts"]),
  },
  { name: "unused", take: tool(["knip"]) },
  { name: "unit", take: vitest("unit") },
  { name: "integration", applies: () => has("tests/integration"), take: vitest("integration") },
  { name: "build", take: build },
  { name: "commands", take: vitest("start") },
  { name: "e2e", applies: () => has("playwright.config.ts"), take: endToEnd },
];

/**
 * Runs everything there is to run, a failing step notwithstanding, and adds it all up on the last line.
 *
 * @param {string[]} args names of steps to take instead of all, then options for the runners of those, such as -t "words"
 * @throws {Refusal} where there is no such step
 */
export async function main(args) {
  const first = args.findIndex((arg) => arg.startsWith("-"));
  const [names, more] = first === -1 ? [args, []] : [args.slice(0, first), args.slice(first)];
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown)
    throw new Refusal(`There is no step "${unknown}": choose from ${STEPS.map(({ name }) => name).join(", ")}.`);
  const signal = stopRequest();
  const folder = mkdtempSync(join(tmpdir(), "scrutineer-test-"));
  const total = { passed: 0, failed: 0 };
  try {
    await generateClient({ signal });
    for (const { name, applies, take } of STEPS) {
      if (names.length > 0 ? !names.includes(name) : applies && !applies()) continue;
      const begun = Date.now();
      const outcome = await take({ env: cleanEnvironment(), folder, signal, more }).catch((error) => {
        signal.throwIfAborted();
        return {
          passed: 0,
          failed: 1,
          output: String(error instanceof Refusal ? error.message : (error.stack ?? error)),
        };
      });
      total.passed += outcome.passed;
      total.failed += outcome.failed;
      if (outcome.failed > 0) console.log(outcome.output);
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      console.log(`${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
    }
  } catch (error) {
    throw signal.aborted ? new Refusal("The tests were stopped before all had run: run them again.") : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exit(1);
}

/**
 * A tool that passes or fails as a whole, and counts as one test.
 *
 * @param {string[]} command
 * @returns {(place: Place) => Promise<Outcome>}
 */
function tool(command) {
  return async ({ env, signal }) => {
    const { code, output } = await run(command, { cwd: ROOT, env, signal });
    return whole(code === 0, output);
  };
}

/**
 * @param {Place} place
 * @returns {Promise<Outcome>}
 */
async function types(place) {
  const { env, signal } = place;
  // Next's types of the routes are made, not kept.
  if (has("src/app")) {
    const { code, output } = await run(["next", "typegen"], { cwd: ROOT, env, signal });
    if (code !== 0) return whole(false, output);
  }
  return tool(["tsc", "--noEmit"])(place);
}

/**
 * @param {Place} place
 * @returns {Promise<Outcome>}
 */
async function build({ signal }) {
  await buildWhenOld({ signal });
  return whole(true, "");
}

/**
 * @param {string} project of vitest.config.ts
 * @returns {(place: Place) => Promise<Outcome>}
 */
function vitest(project) {
  return async ({ env, folder, signal, more }) => {
    const report = join(folder, `${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code, output } = await run(["vitest", "run", "--project", project, ...reporters, ...more], {
      cwd: ROOT,
      env,
      signal,
    });
    const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
    return counted(numPassedTests, numFailedTests, code, output);
  };
}

/**
 * Runs the browser's tests on a site of their own, started as anybody starts it. They are told its address (E2E_BASE_URL), its
 * browser (E2E_CHROMIUM), its folder (SCRUTINEER_STATE) and its database (DATABASE_URL and the others).
 *
 * @param {Place} place
 * @returns {Promise<Outcome>}
 */
async function endToEnd({ env, folder, signal, more }) {
  const chromium = await findChromium();
  const state = join(folder, "site");
  const port = await freePort();
  // As many people at once as no council has: with more room for what is soon forgotten, a sixth of the time is not spent on clearing up.
  const siteEnv = { ...env, PORT: String(port), SCRUTINEER_STATE: state, SCRUTINEER_HEAP_MB: "896" };
  const site = start(["node", "scripts/start.mjs"], { cwd: ROOT, env: siteEnv, stdio: ["ignore", "pipe", "pipe"] });
  let siteSaid = "";
  /** @type {Promise<boolean>} */
  const isUp = new Promise((resolve) => {
    for (const stream of [site.process.stdout, site.process.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        siteSaid += text;
        if (siteSaid.includes("Scrutineer is at ")) resolve(true);
      });
    }
    site.ended.then(() => resolve(false));
    signal.addEventListener("abort", () => resolve(false));
  });
  try {
    if (!(await isUp)) return whole(false, siteSaid);
    const database = runningEmbedded(state);
    const report = join(folder, "e2e.json");
    const { code, output } = await run(["playwright", "test", "--reporter=dot,json", ...more], {
      cwd: ROOT,
      env: {
        ...siteEnv,
        E2E_BASE_URL: `http://localhost:${port}`,
        E2E_CHROMIUM: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        DATABASE_URL: database?.office,
        DATABASE_PUBLIC_URL: database?.public,
        DATABASE_OWNER_URL: database?.owner,
      },
      signal,
    });
    const { expected = 0, flaky = 0, unexpected = 0 } = readReport(report).stats ?? {};
    const outcome = counted(expected + flaky, unexpected, code, output);
    return outcome.failed > 0 ? { ...outcome, output: `${output}\nThe site said:\n${siteSaid}` } : outcome;
  } finally {
    await site.end();
  }
}

/** @type {(isPassed: boolean, output: string) => Outcome} */
const whole = (isPassed, output) => ({ passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, output });

/**
 * What went wrong outside any test counts as one.
 *
 * @type {(passed: number, failed: number, code: number, output: string) => Outcome}
 */
const counted = (passed, failed, code, output) => ({ passed, failed: failed === 0 && code !== 0 ? 1 : failed, output });

/**
 * @param {string} path
 * @returns {any}
 */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/**
 * The tests are the same whatever the developer's shell says, and never touch the developer's database.
 *
 * @returns {NodeJS.ProcessEnv}
 */
function cleanEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^(DATABASE_|SCRUTINEER_|NEXTAUTH_|NEXT_|E2E_|PG|npm_)/.test(name)) delete env[name];
  }
  for (const name of ["PORT", "NODE_ENV", "NODE_OPTIONS"]) delete env[name];
  // As far from London as zones go, so that a date that depends on the machine's zone is found out.
  return { ...env, TZ: "Pacific/Auckland", NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" };
}
