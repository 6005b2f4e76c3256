import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { unseal } from "@/server/auth/sealed";
import { getClock } from "@/server/clock/queries";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { smtpServer } from "./send";

const MOST_SHOWN = 50;

/**
 * The messages posted last. What they say is shown in a demonstration only: elsewhere they open accounts of others.
 * @throws ExpectedError not-found for anybody but the administrator
 */
export async function listOutbox(actor: Actor) {
  if (!can(actor, "accounts.manage", {})) throw notFound();
  const [{ demonstration }, mails] = await Promise.all([
    getClock(),
    db.mail.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: MOST_SHOWN }),
  ]);
  return {
    demonstration,
    hasServer: smtpServer() !== null,
    mails: mails.map(({ text, ...mail }) => ({ ...mail, text: demonstration ? unseal("mail", text) : null })),
  };
}
