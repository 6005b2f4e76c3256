import { seal } from "@/server/auth/sealed";
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
