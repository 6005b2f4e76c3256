import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Person } from "@/domain/access/actor";
import { peerAddress } from "@/server/http/exchange";
import { ADDRESS_HEADER } from "./came-from";
import { addressOf, isHttps } from "./client-address";
import { type SignInAnswer, signIn } from "./sign-in";
import { endSession, holderOfKey, lapsedHolderOfKey, type SignedIn } from "./sign-in-sessions";
import { cookieName, cookieOptions, keyIn, tokenOf } from "./token";

/** Who is signed in, once a request: loaded from the database each time, never believed from the cookie. */
export const currentSignIn = cache(async (): Promise<SignedIn | null> => {
  const key = await currentKey();
  return key === null ? null : await holderOfKey(key);
});

/** The person who is signed in, with the seats and posts held today; null when nobody is. */
export async function currentPerson(): Promise<Person | null> {
  return (await currentSignIn())?.person ?? null;
}

/** The same for pages and actions of the office: whoever is not signed in is asked to, and comes back afterwards. */
async function requireSignIn(): Promise<SignedIn> {
  const signedIn = await currentSignIn();
  if (signedIn) return signedIn;
  const from = (await headers()).get(ADDRESS_HEADER);
  redirect(from ? `/sign-in?from=${encodeURIComponent(from)}` : "/sign-in");
}

/** The person who is signed in, with the seats and posts held today. Sends whoever is not to the sign-in page. */
export async function requirePerson(): Promise<Person> {
  return (await requireSignIn()).person;
}

/** For whom to keep what is being typed: whoever is signed in, or was until their sign-in lapsed. It opens nothing. */
export async function currentTypist(): Promise<string | null> {
  const person = await currentPerson();
  if (person) return person.personId;
  const key = await currentKey();
  return key === null ? null : await lapsedHolderOfKey(key);
}

/** Signs in the browser that asks. The sign-in it had before, if any, ends: a key that was planted in it opens nothing. */
export async function startSession(credentials: { email: string; password: string }): Promise<SignInAnswer> {
  const asked = await headers();
  const answer = await signIn(credentials, addressOf(asked, peerAddress()));
  if (answer.kind !== "signed-in") return answer;
  await endCurrentKey();
  (await cookies()).set(cookieName(), await tokenOf(answer.key), cookieOptions(isHttps(asked)));
  return answer;
}

/** Signs out the browser that asks, at once and for every copy of its cookie. */
export async function stopSession(): Promise<void> {
  await endCurrentKey();
  const { maxAge, ...options } = cookieOptions(isHttps(await headers()));
  (await cookies()).set(cookieName(), "", { ...options, maxAge: 0 });
}

const currentKey = async (): Promise<string | null> => keyIn((await cookies()).get(cookieName())?.value);

async function endCurrentKey(): Promise<void> {
  const key = await currentKey();
  if (key !== null) await endSession(key);
}
