import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/server/db";

/** So many in so many seconds, by real time. */
export type Limit = { points: number; duration: number };

/** Counts in the database, so that it holds for every process of the site and across a restart. */
export const limiter = (name: string, limit: Limit): RateLimiterPostgres =>
  new RateLimiterPostgres({
    ...limit,
    storeClient: { query },
    storeType: "pool",
    tableName: "throttle",
    tableCreated: true,
    keyPrefix: name,
  });

/** The office's own pool, in the shape the library asks of pg. */
async function query({ text, values }: { text: string; values: unknown[] }) {
  const found = await db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
  const rows = found.map((row) => ({ ...row, expire: row.expire == null ? null : Number(row.expire) }));
  return { rows, rowCount: rows.length };
}

/** Counts one. @returns how many milliseconds to wait, 0 to go on */
export async function waitAfter(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return reason.msBeforeNext;
    throw reason;
  }
}

/** What is counted by is not kept: an address is somebody's, and what is typed into a field for an e-mail is now and then a password. */
export const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
