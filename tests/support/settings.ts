import type { Person, PostKind } from "@/domain/access/actor";
import { inTransaction, type Tx } from "@/server/db";
import { failureOf } from "./outcomes";
import { createPerson, createPost, signIn } from "./people";

process.env.SCRUTINEER_SECRET ??= "a secret of the tests, at least thirty-two characters long";
process.env.NEXTAUTH_URL ??= "https://scrutiny.example.org";

/** Somebody signed in, who holds this post. */
export async function signedIn(name: string, kind?: PostKind): Promise<Person> {
  const personId = await createPerson(name);
  if (kind) await createPost(personId, kind, name);
  return await signIn(personId, `${name.toLowerCase().replaceAll(" ", ".")}@example.org`);
}

/** What came of some work in a transaction of its own: the failure that was expected, or nothing. */
export const failure = (work: (tx: Tx) => Promise<unknown>) => failureOf(inTransaction(work));

export const NOT_FOUND = { kind: "not-found" };
