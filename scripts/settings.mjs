// @ts-check

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./refusal.mjs";

/** The folder of the program. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/**
 * @typedef {object} Settings
 * @property {string} state folder of everything kept: embedded database, secrets, lock
 * @property {string} papers folder of the papers' files, and of what arrives
 * @property {string | undefined} bucket of S3 that papers are kept in instead; absent when they are kept in the folder
 * @property {number} port where the site is served
 * @property {string | undefined} host the one address to listen on; all of them when absent
 * @property {string} address of the site, as people type it
 * @property {{ office: string, public: string | undefined, owner: string } | undefined} external addresses of a given database; absent when we run our own
 * @property {"yes" | "no" | "if-embedded"} demonstration whether an empty database gets the demonstration council
 * @property {boolean} migrate whether a given database may be migrated when it is not empty
 * @property {string | undefined} secret
 */

/**
 * Reads what was asked for from the environment.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} [args] of the command line
 * @returns {Settings}
 * @throws {Refusal} where a value cannot be meant, or a needed one is missing
 */
export function readSettings(env, args = []) {
  const state = resolve(ROOT, env.SCRUTINEER_STATE || ".data");
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Refusal(`PORT is "${env.PORT}": give a whole number from 1 to 65535, or leave it out for 3000.`);
  }
  const office = env.DATABASE_URL || undefined;
  for (const name of ["DATABASE_URL", "DATABASE_PUBLIC_URL", "DATABASE_OWNER_URL"]) {
    if (env[name]) readDatabaseAddress(name, env[name]);
    if (env[name] && !office) {
      throw new Refusal(`${name} is set but DATABASE_URL is not: set both, or neither for the embedded database.`);
    }
  }
  if (env.SCRUTINEER_CLAMD && !/^(\/.+|\[?[^[\]/\s]+\]?:\d{1,5})$/.test(env.SCRUTINEER_CLAMD)) {
    throw new Refusal(
      `SCRUTINEER_CLAMD is "${env.SCRUTINEER_CLAMD}": write where the scanner listens as host:port or as the path of its socket, or leave it out for none.`,
    );
  }
  const demonstration = env.SCRUTINEER_DEMO === "1" ? "yes" : env.SCRUTINEER_DEMO ? "no" : "if-embedded";
  const secret = env.SCRUTINEER_SECRET || undefined;
  if (secret && secret.length < 32) {
    throw new Refusal(
      "SCRUTINEER_SECRET is too short: give at least 32 random characters, for instance from `openssl rand -hex 32`.",
    );
  }
  return {
    state,
    papers: resolve(ROOT, env.SCRUTINEER_DATA || resolve(state, "papers")),
    bucket: readBucket(env),
    port,
    host: env.SCRUTINEER_HOST || undefined,
    address: env.NEXTAUTH_URL || `http://localhost:${port}`,
    external: office
      ? { office, public: env.DATABASE_PUBLIC_URL || undefined, owner: env.DATABASE_OWNER_URL || office }
      : undefined,
    demonstration,
    migrate: args.includes("--migrate") || env.SCRUTINEER_MIGRATE === "1",
    secret,
  };
}

/**
 * A council's site must not start on a secret that nobody chose; with our own database, or a demonstration, one is made and kept.
 *
 * @param {Settings} settings
 * @throws {Refusal} where it is missing and needed
 */
export function requireSecret(settings) {
  if (settings.external && settings.demonstration !== "yes" && !settings.secret) {
    throw new Refusal(
      "SCRUTINEER_SECRET is missing: set it to at least 32 random characters (for instance from `openssl rand -hex 32`) and keep it, since sign-ins and links depend on it.",
    );
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} its name
 * @throws {Refusal} where half of it is missing, or no address
 */
function readBucket(env) {
  const { SCRUTINEER_S3_BUCKET: bucket, SCRUTINEER_S3_ENDPOINT: endpoint } = env;
  if (endpoint && !bucket)
    throw new Refusal(
      "SCRUTINEER_S3_ENDPOINT is set but SCRUTINEER_S3_BUCKET is not: name the bucket that papers are kept in.",
    );
  if (endpoint && !/^https?:$/.test(protocolOf(endpoint)))
    throw new Refusal("SCRUTINEER_S3_ENDPOINT is no address: write it as https://s3.example.org.");
  return bucket || undefined;
}

/**
 * @param {string} name of the variable
 * @param {string | undefined} value
 * @throws {Refusal}
 */
function readDatabaseAddress(name, value) {
  if (!/^postgres(ql)?:$/.test(protocolOf(value ?? ""))) {
    throw new Refusal(
      `${name} is not a PostgreSQL address: write it as postgresql://user:password@host:5432/database.`,
    );
  }
}

/**
 * @param {string} address
 * @returns {string} nothing when it is no address at all
 */
function protocolOf(address) {
  try {
    return new URL(address).protocol;
  } catch {
    return "";
  }
}
