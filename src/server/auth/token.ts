import { decode, encode } from "next-auth/jwt";
import { SESSION } from "./sign-in-sessions";

const LIFETIME = SESSION.longest / 1000;

/** next-auth's own names, so that its routes and our sign-in page read the same cookie. */
export function cookieName(env: NodeJS.ProcessEnv = process.env): string {
  return siteIsHttps(env) ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** Browsers drop a `__Secure-` cookie, and one marked Secure, that comes over plain http. */
const siteIsHttps = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env.NEXTAUTH_URL?.startsWith("https://") ?? false;

/**
 * How the session cookie is set.
 * @param https whether this request came over https, also where a proxy in front of us took the encryption off
 */
export const cookieOptions = (https: boolean) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: https || siteIsHttps(), maxAge: LIFETIME }) as const;

/** The session key as the cookie carries it: encrypted, in next-auth's format. Nothing else is in it. */
export async function tokenOf(key: string): Promise<string> {
  return await encode({ token: { key }, secret: secret(), maxAge: LIFETIME });
}

/** The key in a token; null for one that is damaged, expired or not ours. */
export async function keyIn(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  try {
    const content = await decode({ token, secret: secret() });
    return typeof content?.key === "string" ? content.key : null;
  } catch {
    return null;
  }
}

/** @throws Error when nobody set it: a guessable secret would let anybody write a cookie. */
export function secret(env: NodeJS.ProcessEnv = process.env): string {
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set.");
  return env.NEXTAUTH_SECRET;
}
