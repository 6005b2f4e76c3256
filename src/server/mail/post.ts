import { seal } from "@/server/auth/sealed";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { enqueue } from "@/server/jobs/enqueue";

export type Message = {
  to: string;
  subject: string;
  /** Plain text, with an empty line between paragraphs. */
  text: string;
  /** noun.verb, as in the audit trail. */
  cause: string;
};

/** Writes a message as part of what causes it: it is sent after the commit, once, and never when the change is undone. */
export async function postMail(tx: Tx, { text, subject, ...message }: Message): Promise<void> {
  const { id } = await tx.mail.create({
    // A line end would let a subject write headers of its own.
    data: { ...message, subject: subject.replace(/\s+/g, " "), text: seal("mail", text) },
    select: { id: true },
  });
  await enqueue(tx, "send-mail", { mailId: id }, { key: id });
}

const KEPT_DAYS = 30;

/**
 * Puts in a job for every message that still waits: the mail server was away or not set for longer than a job is tried again,
 * or a restored backup has the messages and not the queue. One that is on its way stays one; one older than thirty days is past use.
 * @returns how many wait
 */
export async function enqueueWaitingMail(tx: Tx, now = new Date()): Promise<number> {
  if ((await getClock(tx)).demonstration) return 0;
  const oldest = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const waiting = await tx.mail.findMany({
    where: { sentAt: null, createdAt: { gte: oldest } },
    select: { id: true },
    orderBy: { createdAt: "asc" },
  });
  for (const { id } of waiting) await enqueue(tx, "send-mail", { mailId: id }, { key: id });
  return waiting.length;
}
