import { createTransport } from "nodemailer";
import { unseal } from "@/server/auth/sealed";
import { getClock } from "@/server/clock/queries";
import { db } from "@/server/db";

/**
 * Sends one message that was posted. A message that is sent is not sent again; one that the mail server did not take is tried
 * again by the queue, with what the server said kept beside it. A demonstration sends nothing: its messages are in the outbox.
 * @throws where the mail server cannot be reached or does not take it
 */
export async function sendMail({ mailId }: { mailId: string }) {
  const mail = await db.mail.findUnique({ where: { id: mailId } });
  if (!mail || mail.sentAt !== null) return { done: { outcome: "sent before" } };
  if ((await getClock()).demonstration) return { done: { outcome: "kept in the outbox" } };
  const server = smtpServer();
  if (!server) {
    const failure = "No mail server is set: SCRUTINEER_SMTP_URL and SCRUTINEER_MAIL_FROM.";
    await db.mail.update({ where: { id: mailId }, data: { failure } });
    throw new Error(failure);
  }
  const text = unseal("mail", mail.text);
  if (text === null) {
    const failure = "It was sealed with another secret and cannot be read.";
    await db.mail.update({ where: { id: mailId }, data: { failure } });
    return { refused: failure };
  }

  const transport = createTransport(server.url, { from: server.from });
  try {
    // One message, one id: a server that took it just before we were cut off knows it for the same.
    await transport.sendMail({
      to: mail.to,
      subject: mail.subject,
      text,
      messageId: `<${mail.id}@${hostOf(server.from)}>`,
    });
  } catch (error) {
    await db.mail.update({ where: { id: mailId }, data: { failure: (error as Error).message.slice(0, 500) } });
    throw error;
  } finally {
    transport.close();
  }
  // It may hold a link that opens an account, and nobody needs it here any more.
  await db.mail.update({ where: { id: mailId }, data: { sentAt: new Date(), text: "", failure: null } });
  return { done: { outcome: "sent" } };
}

/** Where mail goes out, by the environment; null where nobody set it. */
export function smtpServer(env: NodeJS.ProcessEnv = process.env): { url: string; from: string } | null {
  const { SCRUTINEER_SMTP_URL: url, SCRUTINEER_MAIL_FROM: from } = env;
  return url && from ? { url, from } : null;
}

const hostOf = (address: string) => address.match(/@([\w.-]+)/)?.[1] ?? "localhost";
