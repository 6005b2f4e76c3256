import { db } from "@/server/db";
import { clearUnfinished } from "@/server/papers/storage";
import type { Outcome } from "./queues";

const DAY_MS = 86_400_000;

/**
 * Once a day: forgets forms carried out more than thirty days ago, sign-ins and links that have run out, and uploads that were cut off.
 * What somebody has typed and not sent is theirs, and stays.
 */
export async function keepHouse(now = new Date()): Promise<Outcome> {
  const longAgo = new Date(now.getTime() - 30 * DAY_MS);
  const { count: onceKeys } = await db.onceKey.deleteMany({ where: { createdAt: { lt: longAgo } } });
  const { count: signIns } = await db.signInSession.deleteMany({ where: { expiresAt: { lt: now } } });
  const { count: links } = await db.accountToken.deleteMany({ where: { expiresAt: { lt: now } } });
  const uploads = await clearUnfinished(now.getTime());
  return { done: { onceKeys, signIns, links, uploads } };
}
