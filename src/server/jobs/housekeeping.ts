import { db, inTransaction } from "@/server/db";
import { enqueueWaitingMail } from "@/server/mail/post";
import { clearUnfinished } from "@/server/papers/arrivals";
import { clearOrphans } from "@/server/papers/orphans";
import { eraseAskers } from "@/server/questions/erase";
import type { Outcome } from "./queues";

const DAY_MS = 86_400_000;

/**
 * Once a day: forgets forms carried out more than thirty days ago, sign-ins and links that have run out, uploads that were cut
 * off, stored bytes that nothing names, and who asked a question once its term is over; and sends on what the mail server has not
 * taken yet. What somebody has typed and not sent is theirs, and stays.
 */
export async function keepHouse(now = new Date()): Promise<Outcome> {
  const longAgo = new Date(now.getTime() - 30 * DAY_MS);
  const { count: onceKeys } = await db.onceKey.deleteMany({ where: { createdAt: { lt: longAgo } } });
  const { count: signIns } = await db.signInSession.deleteMany({ where: { expiresAt: { lt: now } } });
  const { count: links } = await db.accountToken.deleteMany({ where: { expiresAt: { lt: now } } });
  const uploads = await clearUnfinished(now.getTime());
  const orphans = await clearOrphans(now);
  const askers = await eraseAskers(now);
  const mails = await inTransaction((tx) => enqueueWaitingMail(tx, now));
  return { done: { onceKeys, signIns, links, uploads, orphans, askers, mails } };
}
