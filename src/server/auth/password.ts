import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id, the library's default kind, at the strength that OWASP's Password Storage Cheat Sheet asks for. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Longer ones are wrong without being looked at: nobody chose one, and hashing is work. */
const LONGEST = 1024;

/** What is stored of a password, its salt and its cost included. */
export const hashPassword = (password: string): Promise<string> => hash(composed(password), COST);

/**
 * Whether the password is the one that was stored. With nothing to compare it is wrong, after as much work as for a wrong one:
 * how long the answer takes must not tell whether there is such an account.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodys()), composed(password.slice(0, LONGEST)));
  return matches && stored !== null && password.length <= LONGEST;
}

/** An accented letter may be typed as one character or as two, by keyboard and system (NIST SP 800-63B 3.1.1.2). */
const composed = (password: string) => password.normalize("NFKC");

let nobody: Promise<string> | undefined;

/** The hash of a password that was never anybody's. */
function nobodys(): Promise<string> {
  nobody ??= hashPassword(randomBytes(32).toString("base64"));
  return nobody;
}
