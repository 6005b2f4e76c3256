import pg from "pg";
import type { Addresses } from "../../scripts/embedded-database.mjs";
import { id } from "./generated/sql";

/** A sign-in of the generated democratic services officer, who has no password: the session is opened as a right one opens it. */
export async function clerksCookie(database: Addresses, secret: string): Promise<string> {
  process.env.DATABASE_URL = database.office;
  process.env.NEXTAUTH_SECRET = secret;
  const [{ openSession }, { cookieName, tokenOf }] = await Promise.all([
    import("@/server/auth/sign-in-sessions"),
    import("@/server/auth/token"),
  ]);
  const client = new pg.Client({ connectionString: database.owner });
  await client.connect();
  const { rows } = await client.query<{ account: string }>(`SELECT ${id("Account", 1)} AS account`);
  await client.end();
  return `${cookieName()}=${await tokenOf(await openSession(rows[0]?.account ?? ""))}`;
}
