// @ts-check
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildWhenOld } from "../build.mjs";
import { connect } from "../database.mjs";
import { requireLogins } from "../database-logins.mjs";
import { demonstrationSignIns, loadDemonstration, signInsFile } from "../demonstration.mjs";
import { clusterFolder, createDatabase, dropDatabase, startEmbedded } from "../embedded-database.mjs";
import { firstLink } from "../first-link.mjs";
import { generateClient } from "../generate.mjs";
import { takeLock } from "../lock.mjs";
import { hasRecords, migrate, standing } from "../migrations.mjs";
import { requireFreePort } from "../port.mjs";
import { Refusal } from "../refusal.mjs";
import { deriveKey, keptSecrets } from "../secrets.mjs";
import { startServer } from "../server.mjs";
import { readSettings, requireSecret } from "../settings.mjs";
import { stopRequest } from "../stop-request.mjs";

/** @import { Surroundings } from "../children.mjs" */
/** @import { Addresses } from "../embedded-database.mjs" */
/** @import { Settings } from "../settings.mjs" */

/**
 * Brings Scrutineer up, serves until it is asked to stop, and takes everything down again in the opposite order.
 *
 * @param {string[]} args "--dev" serves the sources as they change, "--migrate" allows migrating a given database
 * @throws {Refusal} where it cannot start; nothing is left running then
 */
export async function main(args) {
  const settings = readSettings(process.env, args);
  requireSecret(settings);
  const dev = args.includes("--dev");
  const stop = stopRequest();
  /** @type {(() => void | Promise<void>)[]} what to undo, last first */
  const undo = [];
  try {
    const lock = await takeLock(settings.state, dev ? "dev" : "start");
    undo.unshift(lock.release);
    const surroundings = { lock, signal: stop };
    await requireFreePort(settings.port, settings.host);
    await generateClient(surroundings);

    const secret = settings.secret ?? keptSecrets(settings.state).application;
    const env = serverEnvironment(settings, secret);
    const database = settings.external
      ? await givenDatabase(settings, env, surroundings)
      : await ownDatabase(settings, env, surroundings, undo);
    Object.assign(env, { DATABASE_URL: database.addresses.office });
    if (database.addresses.public) env.DATABASE_PUBLIC_URL = database.addresses.public;
    if (database.isDemonstration) env.SCRUTINEER_DEMO = "1";
    // Who serves does not migrate, so the server is not told the owner's login.
    delete env.DATABASE_OWNER_URL;
    mkdirSync(settings.papers, { recursive: true, mode: 0o700 });

    if (!dev) await buildWhenOld({ ...surroundings, announce: () => console.log("Building the site …") });
    const server = await startServer({ ...settings, ...surroundings, dev, env });
    undo.unshift(server.end);

    const first = database.isDemonstration ? null : await firstLink(database.addresses.office, settings.address);
    tell(settings, database.isDemonstration, first);
    const ended = await Promise.race([siteEnded(server), databaseEnded(database, settings.state), aborted(stop)]);
    if (!stop.aborted) throw new Refusal(`${ended}, and start it again.`);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    for (const step of undo) await step();
  }
  console.log("Stopped.");
}

/**
 * @typedef {object} Database ready to be served
 * @property {{ office: string, public: string | undefined }} addresses
 * @property {boolean} isDemonstration
 * @property {() => Promise<void>} [ended] done once it runs no more; of a given one that is not ours to know
 */

/**
 * @param {import("../children.mjs").Child} server
 * @returns {Promise<string>} what happened, and where to look
 */
const siteEnded = async (server) => `The site ended by itself (exit code ${await server.ended}): see above`;

/**
 * A site without its database would go on answering that something is broken, and nobody would start it again.
 *
 * @param {Database} database
 * @param {string} state folder
 * @returns {Promise<string>} what happened, and where to look
 */
async function databaseEnded({ ended }, state) {
  await (ended ? ended() : new Promise(() => {}));
  return `The embedded PostgreSQL ended by itself: see ${join(clusterFolder(state), "log")}`;
}

/**
 * The embedded database: started, migrated, and filled with the demonstration the first time.
 *
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @param {Surroundings} surroundings
 * @param {(() => void | Promise<void>)[]} undo
 * @returns {Promise<Database>}
 */
async function ownDatabase(settings, env, surroundings, undo) {
  if (!existsSync(clusterFolder(settings.state))) console.log("Setting up the embedded database …");
  const { addresses, superuser, stop, ended } = await startEmbedded(settings.state);
  undo.unshift(stop);
  surroundings.signal?.throwIfAborted();

  const loading = join(settings.state, "demonstration-loading");
  if (existsSync(loading)) {
    // An earlier start was cut off half-way through the demonstration: half of it is of no use.
    await dropDatabase(superuser, "scrutineer");
    await createDatabase(superuser, "scrutineer");
  }
  const client = await connect(addresses.owner, "the embedded database");
  try {
    const { isEmpty, pending } = await standing(client);
    if (isEmpty && settings.demonstration !== "no") {
      rmSync(signInsFile(settings.state), { force: true });
      writeFileSync(loading, "");
    }
    if (pending.length > 0) await migrate(addresses.owner);
  } finally {
    await client.end();
  }
  surroundings.signal?.throwIfAborted();
  if (existsSync(loading)) {
    console.log("Loading the demonstration council …");
    await loadDemonstration(seedEnvironment(env, addresses), surroundings);
    rmSync(loading);
  }
  return {
    addresses,
    ended,
    isDemonstration: settings.demonstration === "yes" || demonstrationSignIns(settings.state).length > 0,
  };
}

/**
 * A given database: reached, migrated when it is empty or that is allowed, filled only when asked for.
 *
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @param {Surroundings} surroundings
 * @returns {Promise<Database>}
 */
async function givenDatabase(settings, env, surroundings) {
  const addresses = settings.external;
  if (!addresses) throw new Error("There is no given database");
  const client = await connect(addresses.owner, process.env.DATABASE_OWNER_URL ? "DATABASE_OWNER_URL" : "DATABASE_URL");
  try {
    // Two programs that start on one empty database do so one after the other.
    await client.query("SELECT pg_advisory_lock(hashtext('scrutineer start'))");
    const { isEmpty, pending } = await standing(client);
    if (!isEmpty && pending.length > 0 && !settings.migrate) {
      const names = pending.map(({ name }) => name).join(", ");
      throw new Refusal(
        `The database "${client.database}" is older than this program (${names} not yet applied): make a backup, then start with \`npm start -- --migrate\`.`,
      );
    }
    if (pending.length > 0) await migrate(addresses.owner);
    await requireLogins(client, addresses);
    surroundings.signal?.throwIfAborted();
    // An earlier start may have been cut off between migrating and loading.
    if (settings.demonstration === "yes" && !(await hasRecords(client))) {
      console.log("Loading the demonstration council …");
      await loadDemonstration(seedEnvironment(env, addresses), surroundings);
    }
  } finally {
    await client.end();
  }
  return { addresses, isDemonstration: settings.demonstration === "yes" };
}

/**
 * @param {Settings} settings
 * @param {string} secret
 * @returns {NodeJS.ProcessEnv}
 */
function serverEnvironment(settings, secret) {
  return {
    ...process.env,
    PORT: String(settings.port),
    NEXTAUTH_URL: settings.address,
    NEXTAUTH_SECRET: deriveKey(secret, "sessions").toString("base64"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: deriveKey(secret, "server actions").toString("base64"),
    SCRUTINEER_SECRET: secret,
    SCRUTINEER_STATE: settings.state,
    SCRUTINEER_DATA: settings.papers,
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {{ office: string, public: string | undefined, owner: string }} addresses
 * @returns {NodeJS.ProcessEnv}
 */
function seedEnvironment(env, addresses) {
  return {
    ...env,
    DATABASE_URL: addresses.office,
    DATABASE_OWNER_URL: addresses.owner,
    ...(addresses.public && { DATABASE_PUBLIC_URL: addresses.public }),
    SCRUTINEER_DEMO: "1",
  };
}

/**
 * @param {Settings} settings
 * @param {boolean} isDemonstration
 * @param {string | null} first link of the first administrator
 */
function tell(settings, isDemonstration, first) {
  const signIns = isDemonstration ? demonstrationSignIns(settings.state) : [];
  const lines = ["", `Scrutineer is at ${settings.address}`, ""];
  if (signIns.length > 0) {
    const widths = /** @type {const} */ (["post", "name", "email"]).map((key) =>
      Math.max(...signIns.map((one) => one[key].length)),
    );
    lines.push("A demonstration: everybody knows these sign-ins.");
    for (const { post, name, email, password } of signIns) {
      const columns = [post, name, email].map((text, i) => text.padEnd(widths[i] ?? 0));
      lines.push(`  ${columns.join("  ")}  ${password}`);
    }
    lines.push("");
  }
  if (first)
    lines.push("Nobody can sign in yet. Open this once, within a day, to make the first account:", `  ${first}`, "");
  lines.push("Stop it with Ctrl-C.", "");
  console.log(lines.join("\n"));
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<void>} done once it is aborted
 */
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
}
