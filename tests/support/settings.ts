import type { Person, PostKind } from "@/domain/access/actor";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { inTransaction, type Tx } from "@/server/db";
import { expectedFailure } from "@/server/errors";
import { createAccount, createPerson, createPost } from "./people";

process.env.SCRUTINEER_SECRET ??= "a secret of the tests, at least thirty-two characters long";
process.env.NEXTAUTH_URL ??= "https://scrutiny.example.org";

/** Somebody signed in, who holds this post. */
export async function signedIn(name: string, kind?: PostKind): Promise<Person> {
  const personId = await createPerson(name);
  if (kind) await createPost(personId, kind, name);
  const account = await createAccount(personId, `${name.toLowerCase().replaceAll(" ", ".")}@example.org`);
  const holder = await holderOfKey(await openSession(account));
  if (!holder) throw new Error("not signed in");
  return holder.person;
}

/** What came of some work in a transaction: the expected failure, or nothing. */
export const failure = (work: (tx: Tx) => Promise<unknown>) =>
  inTransaction(work).then(
    () => undefined,
    (error: unknown) => {
      const found = expectedFailure(error);
      if (!found) throw error;
      return found;
    },
  );

export const NOT_FOUND = { kind: "not-found" };
