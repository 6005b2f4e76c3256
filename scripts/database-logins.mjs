// @ts-check
import { connect, OUR_TABLES } from "./database.mjs";
import { Refusal } from "./refusal.mjs";

/** @import { Client } from "pg" */

/**
 * Makes sure that the logins of a given, migrated database may do their work and the public one no more, granting what the owner
 * may grant.
 *
 * @param {Client} owner connected
 * @param {{ office: string, public: string | undefined }} addresses
 * @throws {Refusal} where a login may not do enough, or the public site's may do too much
 */
export async function requireLogins(owner, addresses) {
  const office = await connect(addresses.office, "DATABASE_URL");
  try {
    if (!(await mayWrite(office))) {
      await grant(owner, "scrutineer_office", office);
      if (!(await mayWrite(office))) throw lacks("DATABASE_URL", "scrutineer_office", office);
    }
    if (addresses.public) await requirePublicLogin(owner, addresses.public);
    else await requirePublicRole(owner, office);
  } finally {
    await office.end();
  }
}

/**
 * @param {Client} owner
 * @param {string} address
 */
async function requirePublicLogin(owner, address) {
  const client = await connect(address, "DATABASE_PUBLIC_URL");
  try {
    const { rows } = await client.query(`
      SELECT rolsuper OR rolbypassrls OR pg_has_role(oid, 'scrutineer_office', 'MEMBER') OR EXISTS (
        SELECT FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND pg_has_role(r.oid, t.relowner, 'MEMBER')
      ) AS "readsAll" FROM pg_roles r WHERE rolname = current_user`);
    if (rows[0]?.readsAll) {
      throw new Refusal(
        `DATABASE_PUBLIC_URL signs in as "${client.user}", who may read what the public may not: give a login that is a member of scrutineer_public and of nothing else.`,
      );
    }
    if (!(await mayReadPublic(client))) {
      await grant(owner, "scrutineer_public", client);
      if (!(await mayReadPublic(client))) throw lacks("DATABASE_PUBLIC_URL", "scrutineer_public", client);
    }
  } finally {
    await client.end();
  }
}

/**
 * Where the public site has no login of its own, the office's changes to the public role.
 *
 * @param {Client} owner
 * @param {Client} office
 */
async function requirePublicRole(owner, office) {
  const changes = () =>
    office.query("SET ROLE scrutineer_public").then(
      () => true,
      () => false,
    );
  if (await changes()) return;
  await grant(owner, "scrutineer_public", office);
  if (!(await changes())) throw lacks("DATABASE_URL", "scrutineer_public", office);
}

/** @param {Client} client */
async function mayWrite(client) {
  const { rows } = await client.query(
    `SELECT bool_and(has_table_privilege(oid, 'INSERT')) AS may FROM (${OUR_TABLES}) AS ours`,
  );
  return rows[0]?.may === true;
}

/** @param {Client} client */
async function mayReadPublic(client) {
  const { rows } = await client.query("SELECT pg_has_role('scrutineer_public', 'USAGE') AS may");
  return rows[0]?.may === true;
}

/**
 * @param {Client} owner
 * @param {string} group
 * @param {Client} client whose login becomes a member, if the owner may make it one
 */
async function grant(owner, group, client) {
  await owner.query(`GRANT ${group} TO ${owner.escapeIdentifier(client.user ?? "")}`).catch(() => {});
}

/**
 * @param {string} name of the variable
 * @param {string} group
 * @param {Client} client
 */
function lacks(name, group, client) {
  return new Refusal(
    `${name} signs in as "${client.user}", who is no member of ${group}: run \`GRANT ${group} TO "${client.user}"\` as the administrator of the PostgreSQL server.`,
  );
}
