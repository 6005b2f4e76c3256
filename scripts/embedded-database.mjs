// @ts-check
import { join } from "node:path";
import { connect } from "./database.mjs";
import { runningPort, startCluster } from "./postgres.mjs";
import { keptSecrets } from "./secrets.mjs";

/** @import { KeptSecrets } from "./secrets.mjs" */

/**
 * Addresses of one database, each for a login of its own.
 *
 * @typedef {object} Addresses
 * @property {string} office reads and writes for the people who are signed in
 * @property {string} public reads for the public site, public rows only
 * @property {string} owner owns the tables: migrates, and nothing else
 */

/**
 * @param {string} state folder
 * @returns {string} folder of the embedded PostgreSQL
 */
export function clusterFolder(state) {
  return join(state, "postgres");
}

/**
 * Starts the embedded PostgreSQL of a folder, with its logins and its database, which is made the first time.
 *
 * @param {string} state folder
 * @param {{ durable?: boolean }} [options]
 * @returns {Promise<{ addresses: Addresses, superuser: string, stop: () => Promise<void>, ended: () => Promise<void> }>}
 * @throws {import("./refusal.mjs").Refusal} where it cannot run here
 */
export async function startEmbedded(state, options = {}) {
  const { database: passwords } = keptSecrets(state);
  const cluster = await startCluster({ folder: clusterFolder(state), password: passwords.superuser, ...options });
  try {
    await prepareLogins(addressAt(cluster.port, "postgres", passwords.superuser, "postgres"), passwords);
    await createDatabase(addressAt(cluster.port, "postgres", passwords.superuser, "postgres"), "scrutineer");
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    addresses: addressesAt(cluster.port, passwords, "scrutineer"),
    superuser: addressAt(cluster.port, "postgres", passwords.superuser, "postgres"),
    stop: cluster.stop,
    ended: cluster.ended,
  };
}

/**
 * @param {string} state folder
 * @returns {Addresses | undefined} of the embedded database that runs there now
 */
export function runningEmbedded(state) {
  const port = runningPort(clusterFolder(state));
  return port ? addressesAt(port, keptSecrets(state).database, "scrutineer") : undefined;
}

/**
 * Makes an empty database that the owner owns.
 *
 * @param {string} superuser address
 * @param {string} name
 * @param {string} [template] database to copy
 * @returns {Promise<boolean>} false where there is one already
 */
export async function createDatabase(superuser, name, template) {
  const client = await connect(superuser, "the embedded database");
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return false;
    const quoted = client.escapeIdentifier(name);
    const copied = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : "";
    await client.query(`CREATE DATABASE ${quoted} OWNER scrutineer_owner${copied}`);
    await client.query(`ALTER DATABASE ${quoted} SET timezone = 'UTC'`);
    return true;
  } finally {
    await client.end();
  }
}

/**
 * @param {string} superuser address
 * @param {string} name of the database to delete, with whoever is in it
 */
export async function dropDatabase(superuser, name) {
  const client = await connect(superuser, "the embedded database");
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

/**
 * The same logins on another database of the same server.
 *
 * @param {Addresses} addresses
 * @param {string} database
 * @returns {Addresses}
 */
export function onDatabase(addresses, database) {
  /** @param {string} address */
  const moved = (address) => Object.assign(new URL(address), { pathname: `/${database}` }).href;
  return { office: moved(addresses.office), public: moved(addresses.public), owner: moved(addresses.owner) };
}

/**
 * @param {string} superuser address
 * @param {KeptSecrets["database"]} passwords
 */
async function prepareLogins(superuser, passwords) {
  const client = await connect(superuser, "the embedded database");
  /** @param {string} name */
  const isMissing = async (name) => !(await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name])).rowCount;
  /** @type {(name: string, password: string) => Promise<void>} */
  const makeLogin = async (name, password) => {
    if (await isMissing(name))
      await client.query(`CREATE ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  };
  try {
    for (const group of ["scrutineer_office", "scrutineer_public"]) {
      if (await isMissing(group)) await client.query(`CREATE ROLE ${group} NOLOGIN`);
    }
    await makeLogin("scrutineer_owner", passwords.owner);
    await makeLogin("scrutineer_office_login", passwords.office);
    await makeLogin("scrutineer_public_login", passwords.public);
    await client.query("GRANT scrutineer_office TO scrutineer_office_login");
    await client.query("GRANT scrutineer_public TO scrutineer_public_login");
    // Migrations grant the groups what they need, and may do so to groups they found as to groups they made.
    await client.query("GRANT scrutineer_office, scrutineer_public TO scrutineer_owner WITH ADMIN OPTION");
  } finally {
    await client.end();
  }
}

/**
 * @param {number} port
 * @param {KeptSecrets["database"]} passwords
 * @param {string} database
 * @returns {Addresses}
 */
function addressesAt(port, passwords, database) {
  return {
    office: addressAt(port, "scrutineer_office_login", passwords.office, database),
    public: addressAt(port, "scrutineer_public_login", passwords.public, database),
    owner: addressAt(port, "scrutineer_owner", passwords.owner, database),
  };
}

/**
 * @param {number} port
 * @param {string} user
 * @param {string} password
 * @param {string} database
 */
function addressAt(port, user, password, database) {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
