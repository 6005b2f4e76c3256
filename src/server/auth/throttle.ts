import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/server/db";

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
} as const;

type Limit = keyof typeof LIMITS;

const limiters = Object.fromEntries(
  Object.entries(LIMITS).map(([name, limit]) => [
    name,
    new RateLimiterPostgres({
      ...limit,
      storeClient: { query },
      storeType: "pool",
      tableName: "throttle",
      tableCreated: true,
      keyPrefix: `sign-in ${name}`,
    }),
  ]),
) as Record<Limit, RateLimiterPostgres>;

/** The office's own pool, in the shape the library asks of pg. */
async function query({ text, values }: { text: string; values: unknown[] }) {
  const found = await db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
  const rows = found.map((row) => ({ ...row, expire: row.expire == null ? null : Number(row.expire) }));
  return { rows, rowCount: rows.length };
}

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
    const wait = await waitAfter(limit, key);
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

async function waitAfter(limit: Limit, key: string): Promise<number> {
  try {
    await limiters[limit].consume(key);
    return 0;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return reason.msBeforeNext;
    throw reason;
  }
}

/** What is typed into a field for an e-mail is now and then a password: neither is kept. */
const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
