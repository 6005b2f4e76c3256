import { db, inTransaction } from "@/server/db";
import { issueToken } from "./links";
import { isPassword } from "./password";
import { openSession } from "./sign-in-sessions";
import { countTry } from "./throttle";

export type SignInAnswer =
  | { kind: "signed-in"; key: string }
  /** The password was right; a code of the second factor opens the session, with this key (second-factor.ts). */
  | { kind: "second-factor"; token: string }
  /** Unknown e-mail, wrong password, account without one, disabled account: one answer, after the same work. */
  | { kind: "refused" }
  /** Too many were wrong: nothing was looked at. */
  | { kind: "slowed"; minutes: number };

/**
 * Checks an e-mail and a password and opens a session, or asks for the second factor first. The only way in by password, for our own page and for
 * next-auth's routes.
 * @param address of the computer that asks, by which failures are slowed
 * @returns the key of the session, which is stored nowhere; or why there is none
 */
export async function signIn(
  { email, password }: { email: string; password: string },
  address: string,
): Promise<SignInAnswer> {
  const name = email.replaceAll("\0", "").trim().toLowerCase(); // which PostgreSQL keeps in no text
  const { wait, forgive } = await countTry(name, address);
  if (wait > 0) return { kind: "slowed", minutes: Math.ceil(wait / 60_000) };

  const account = await db.account.findUnique({ where: { email: name } });
  const isRight = await isPassword(password, account?.passwordHash ?? null);
  if (!account || !isRight || account.disabledAt) return { kind: "refused" };

  await forgive();
  if (account.totpSince) {
    const token = await inTransaction((tx) => issueToken(tx, "second_factor", account.id));
    return { kind: "second-factor", token };
  }
  return { kind: "signed-in", key: await openSession(account.id) };
}

/** What the answer says to whoever tried: one sentence with what to do. */
export function sentenceFor(answer: Extract<SignInAnswer, { kind: "refused" | "slowed" }>): string {
  if (answer.kind === "refused") return "Check the e-mail and the password: no account opens with these two.";
  return `Wait ${answer.minutes === 1 ? "1 minute" : `${answer.minutes} minutes`} and try again: too many tries did not match.`;
}
