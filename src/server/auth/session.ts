import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Person } from "@/domain/access/actor";
import { holderOfKey, type SignedIn } from "./sign-in-sessions";
import { cookieName, keyIn } from "./token";

/** Where proxy.ts notes the address asked for, because neither a page nor an action is told it. */
export const ADDRESS_HEADER = "x-scrutineer-address";

/** Who is signed in, once a request: loaded from the database each time, never believed from the cookie. */
export const currentSignIn = cache(async (): Promise<SignedIn | null> => {
  const key = await keyIn((await cookies()).get(cookieName())?.value);
  return key === null ? null : await holderOfKey(key);
});

/** The person who is signed in, with the seats and posts held today; null when nobody is. */
export async function currentPerson(): Promise<Person | null> {
  return (await currentSignIn())?.person ?? null;
}

/** The same for pages and actions of the office: whoever is not signed in is asked to, and comes back afterwards. */
export async function requireSignIn(): Promise<SignedIn> {
  const signedIn = await currentSignIn();
  if (signedIn) return signedIn;
  const from = (await headers()).get(ADDRESS_HEADER);
  redirect(from ? `/sign-in?from=${encodeURIComponent(from)}` : "/sign-in");
}

/** The person who is signed in, with the seats and posts held today. Sends whoever is not to the sign-in page. */
export async function requirePerson(): Promise<Person> {
  return (await requireSignIn()).person;
}
