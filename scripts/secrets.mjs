// @ts-check
import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";

/**
 * Secrets made by ourselves and kept beside what they protect.
 *
 * @typedef {object} KeptSecrets
 * @property {string} application stands in for SCRUTINEER_SECRET
 * @property {{ superuser: string, owner: string, office: string, public: string }} database passwords of the embedded one
 */

/**
 * Reads the kept secrets, and makes them the first time.
 *
 * @param {string} state folder, made when missing
 * @returns {KeptSecrets}
 * @throws {Refusal} where they are lost or damaged while a database depends on them
 */
export function keptSecrets(state) {
  const file = join(state, "secrets.json");
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch {
      throw new Refusal(`${file} cannot be read: put back the copy you have, or move ${state} away to begin anew.`);
    }
  }
  if (existsSync(join(state, "postgres"))) {
    throw new Refusal(
      `${file} is missing and the database beside it opens with nothing else: put it back, or move ${state} away to begin anew.`,
    );
  }
  const password = () => randomBytes(24).toString("base64url");
  const secrets = {
    application: randomBytes(32).toString("hex"),
    database: { superuser: password(), owner: password(), office: password(), public: password() },
  };
  mkdirSync(state, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/**
 * A key for one purpose: knowing it tells nothing of the secret, or of the other keys.
 *
 * @param {string} secret
 * @param {string} purpose
 * @returns {Buffer} 32 bytes
 */
export function deriveKey(secret, purpose) {
  return createHmac("sha256", secret).update(`scrutineer ${purpose}`).digest();
}
