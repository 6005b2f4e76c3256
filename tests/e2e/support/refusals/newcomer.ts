import type { PlainDate } from "@/domain/calendar/plain-date";
import { filled, formWith } from "../../../soak/forms";
import { one, sql } from "../database";
import { PEOPLE, signInOf } from "../people";
import { type Answer, addressOf, ask } from "../site";
import type { Records } from "./records";

/** A day before anything of the demonstration. */
export const FOUNDED = "2010-04-01";

type Newcomer = {
  /** By the site's clock. */
  today: PlainDate;
  /** A page as they are shown it; or, with fields, what comes of the form on it. */
  ask: (path: string, fields?: readonly (readonly [string, string])[]) => Promise<Answer>;
  /** From when to when they serve the committees. */
  serves: (term: { from: string; until: string | null }) => Promise<void>;
};

/** Somebody whom no other test knows, of democratic services, who has signed in by the form. */
export async function signInNewcomer(records: Records): Promise<Newcomer> {
  const slug = records.word();
  const { id: personId } = await records.plant("Person", { slug, name: "A newcomer", familyName: "Newcomer" });
  const post = { personId, kind: "democratic_services", title: "Clerk", from: FOUNDED };
  const { id: postId } = await records.plant("Post", post);
  const { hash } = await one<{ hash: string }>(
    `SELECT "passwordHash" AS hash FROM "Account" a JOIN "Person" p ON p.id = a."personId" WHERE p.slug = $1`,
    PEOPLE.democraticServices,
  );
  const email = `${slug}@example.org`;
  await records.plant("Account", { personId, email, passwordHash: hash });

  const { password } = signInOf("democraticServices");
  const { fields } = filled(formWith("password", (await ask("/sign-in")).text, "/sign-in"), { email, password });
  const { headers } = await sentTo("/sign-in", fields);
  const cookie = headers
    .getSetCookie()
    .map((set) => set.split(";")[0] ?? "")
    .join("; ");
  const { today } = await one<{ today: PlainDate }>(
    `SELECT to_char("standsAt" AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS today FROM "BusinessClock"`,
  );
  return {
    today,
    ask: async (path, sent) => (sent ? await sentTo(path, sent, { cookie }) : await ask(path, { headers: { cookie } })),
    serves: async ({ from, until }) => {
      await sql(`UPDATE "Post" SET "from" = $2, until = $3 WHERE id = $1`, postId, from, until);
    },
  };
}

/** Sends fields to a page as a browser without JavaScript does. */
async function sentTo(
  path: string,
  fields: readonly (readonly [string, string])[],
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return await ask(path, { method: "POST", body, headers: { origin: addressOf(""), ...headers } });
}
