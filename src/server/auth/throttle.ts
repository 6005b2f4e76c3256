import type { RateLimiterPostgres } from "rate-limiter-flexible";
import { digest, limiter, waitAfter } from "@/server/throttle/limiter";

const QUARTER_OF_AN_HOUR = 15 * 60;
const HOUR = 60 * 60;

/**
 * How many wrong passwords are heard before one has to wait, by real time. The narrow limit holds for one e-mail from one
 * address, so that a stranger elsewhere cannot lock a clerk out on the last day; the wide ones stop whoever tries one name
 * from many places, or many names from one. A whole council may share one address.
 */
export const LIMITS = {
  pair: { points: 5, duration: QUARTER_OF_AN_HOUR },
  address: { points: 50, duration: QUARTER_OF_AN_HOUR },
  email: { points: 50, duration: HOUR },
  /** Codes of the second factor, for one account: a million codes, and three of them open. */
  code: { points: 5, duration: QUARTER_OF_AN_HOUR },
  /** One's own password, asked for once more by somebody who is signed in: for one account. */
  ownPassword: { points: 5, duration: QUARTER_OF_AN_HOUR },
  /** Messages that anybody can have sent: to one e-mail, and asked for from one address. */
  mailEmail: { points: 3, duration: HOUR },
  mailAddress: { points: 20, duration: HOUR },
} as const;

type Limit = keyof typeof LIMITS;

const limiters = Object.fromEntries(
  Object.entries(LIMITS).map(([name, limit]) => [name, limiter(`sign-in ${name}`, limit)]),
) as Record<Limit, RateLimiterPostgres>;

/**
 * Counts one try, before the password is looked at, so that many at the same moment are all counted. A try that the narrow limit
 * stops is not counted by the wide ones: else one stranger, trying on and on, would use up what is left to everybody.
 * @returns how many milliseconds to wait, 0 to go on; and `forgive`, to be called when the password was right
 */
export async function countTry(
  email: string,
  address: string,
): Promise<{ wait: number; forgive: () => Promise<void> }> {
  const keys: [Limit, string][] = [
    ["pair", digest(`${email} ${address}`)],
    ["address", digest(address)],
    ["email", digest(email)],
  ];
  for (const [limit, key] of keys) {
    const wait = await waitAfter(limiters[limit], key);
    if (wait > 0) return { wait, forgive: async () => {} };
  }
  return {
    wait: 0,
    forgive: async () => {
      for (const [limit, key] of keys)
        if (limit === "pair") await limiters.pair.delete(key);
        else await limiters[limit].reward(key);
    },
  };
}

/** Counts one of these, by what is not kept. @returns whether one has to wait */
export const isSlowed = async (limit: Limit, by: string): Promise<boolean> =>
  (await waitAfter(limiters[limit], digest(by))) > 0;
