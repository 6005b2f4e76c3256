import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Person } from "@/domain/access/actor";
import { peerAddress } from "@/server/http/exchange";
import { ADDRESS_HEADER } from "./came-from";
import { addressOf, isHttps } from "./client-address";
import { LIFETIMES } from "./links";
import { type SecondFactorAnswer, takeSecondFactor } from "./second-factor";
import { type SignInAnswer, signIn } from "./sign-in";
import { accountOfKey, endSession, hashOfKey, holderOfKey, lapsedHolderOfKey, type SignedIn } from "./sign-in-sessions";
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
  if (answer.kind === "signed-in") await adoptKey(answer.key);
  if (answer.kind === "second-factor")
    (await cookies()).set(SECOND_FACTOR, answer.token, {
      ...cookieOptions(isHttps(asked)),
      path: "/sign-in",
      maxAge: LIFETIMES.second_factor / 1000,
    });
  return answer;
}

/** Holds the key between the password and the code. */
const SECOND_FACTOR = "scrutineer.second-factor";

/** Opens the session that waits for its second factor. */
export async function finishSession(code: string): Promise<SecondFactorAnswer> {
  const answer = await takeSecondFactor((await cookies()).get(SECOND_FACTOR)?.value ?? "", code);
  if (answer.kind === "signed-in") {
    await adoptKey(answer.key);
    (await cookies()).set(SECOND_FACTOR, "", {
      ...cookieOptions(isHttps(await headers())),
      path: "/sign-in",
      maxAge: 0,
    });
  }
  return answer;
}

/** Signs in the browser that asks with a session that was opened for it. The sign-in it had before, if any, ends. */
export async function adoptKey(key: string): Promise<void> {
  await endCurrentKey();
  (await cookies()).set(cookieName(), await tokenOf(key), cookieOptions(isHttps(await headers())));
}

/** The account that is signed in, for what concerns the account itself; null when nobody is. */
export async function currentSession(): Promise<{ keyHash: string; accountId: string } | null> {
  const key = (await currentSignIn()) && (await currentKey());
  if (!key) return null;
  const keyHash = hashOfKey(key);
  const accountId = await accountOfKey(keyHash);
  return accountId ? { keyHash, accountId } : null;
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
