// @ts-check
import pg from "pg";
import { Refusal } from "./refusal.mjs";

/** A query of the tables whose rows are ours: all but Prisma's record of migrations. Gives oid and name, quoted where need be. */
export const OUR_TABLES = `
  SELECT oid, oid::regclass::text AS name FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> '_prisma_migrations'`;

/**
 * Connects once, as a program that sets up rather than serves.
 *
 * @param {string} address
 * @param {string} name of the variable that the address came from, for the sentence of a refusal
 * @returns {Promise<pg.Client>} connected; the caller ends it
 * @throws {Refusal} where the server does not answer or lets nobody in
 */
export async function connect(address, name) {
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: 10_000,
    application_name: "scrutineer set-up",
  });
  // A server that goes away under an idle connection must not end the process: the next query says it.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SET timezone = 'UTC'");
  } catch (error) {
    await client.end().catch(() => {});
    throw refusalOf(/** @type {Error & { code?: string }} */ (error), address, name);
  }
  return client;
}

/**
 * @param {Error & { code?: string }} error
 * @param {string} address
 * @param {string} name
 * @returns {Refusal} without the password
 */
function refusalOf(error, address, name) {
  const { host, pathname, username } = new URL(address);
  const [server, database, user] = [
    host || "the local socket",
    decodeURIComponent(pathname.slice(1)),
    decodeURIComponent(username),
  ];
  switch (error.code) {
    case "28P01":
    case "28000":
      return new Refusal(
        `PostgreSQL at ${server} does not let "${user}" in (${error.message}): check the name and password in ${name}.`,
      );
    case "3D000":
      return new Refusal(`There is no database "${database}" at ${server}: create it, or correct ${name}.`);
    case "53300":
      return new Refusal(
        `PostgreSQL at ${server} has no connection free: raise its max_connections or end other programs.`,
      );
    default:
      return new Refusal(
        `PostgreSQL at ${server} does not answer (${error.code ?? error.message}): check that it runs and that ${name} is right.`,
      );
  }
}
