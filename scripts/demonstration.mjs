// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./children.mjs";
import { Refusal } from "./refusal.mjs";
import { ROOT } from "./settings.mjs";

/**
 * @typedef {{ name: string, post: string, email: string, password: string }} SignIn
 */

/**
 * Loads the demonstration council into a migrated, empty database.
 *
 * @param {NodeJS.ProcessEnv} env with the addresses of the database
 * @param {import("./children.mjs").Surroundings} surroundings
 * @throws {Refusal} where it fails
 */
export async function loadDemonstration(env, surroundings) {
  const seed = join("prisma", "seed.ts");
  if (!existsSync(join(ROOT, seed))) return;
  // The condition is React's name for "on the server", without which server-only code refuses to load.
  const command = [process.execPath, "--conditions=react-server", "--import", "tsx", seed];
  const { code, output } = await run(command, { cwd: ROOT, env, ...surroundings });
  if (code !== 0) {
    console.error(output);
    throw new Refusal(
      "The demonstration council could not be loaded: see above; an embedded database is emptied at the next start.",
    );
  }
}

/**
 * @param {string} state folder
 * @returns {SignIn[]} the sign-ins of the demonstration that was loaded here; none where there is none
 */
export function demonstrationSignIns(state) {
  const file = signInsFile(state);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

/**
 * @param {string} state folder
 * @returns {string} path of the file that the seed writes
 */
export function signInsFile(state) {
  return join(state, "demo-sign-ins.json");
}
