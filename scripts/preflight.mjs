// @ts-check
import { endLeftovers } from "./lock.mjs";
import { requireFreePort } from "./port.mjs";
import { readSettings, requireSecret } from "./settings.mjs";

/**
 * What can be refused before anything is installed or touched.
 *
 * @param {string[]} args
 * @throws {import("./refusal.mjs").Refusal}
 */
export async function preflight(args) {
  const settings = readSettings(process.env, args);
  requireSecret(settings);
  await endLeftovers(settings.state);
  await requireFreePort(settings.port, settings.host);
}
