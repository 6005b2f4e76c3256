import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { refused, stale, todayIn } from "@/server/forms/change";
import { postMail } from "@/server/mail/post";
import { endTokens, issueToken, siteAddress } from "./links";

export type AccountStep =
  | "disable"
  | "enable"
  | "end sessions"
  | "invite again"
  | "reset second factor"
  | "unlink openid";

/**
 * Makes an account for a person and sends the invitation to set a password.
 * @throws ExpectedError not-found for anybody but the administrator; invalid for an e-mail that is another account's; refused for
 *   somebody who has an account
 */
export async function inviteAccount(
  tx: Tx,
  actor: Actor,
  { personId, email }: { personId: string; email: string },
): Promise<void> {
  if (!can(actor, "accounts.manage", {})) throw notFound();
  const person = await tx.person.findUnique({ where: { id: personId }, include: { account: true } });
  if (!person || person.mergedIntoId) throw notFound();
  if (person.account) throw refused(`Not invited: ${person.name} has an account already.`);
  const { count } = await tx.account.createMany({
    data: [{ personId, email: email.toLowerCase() }],
    skipDuplicates: true,
  });
  if (count === 0) throw invalid("email", "Write another address: somebody signs in with this one.");
  const account = await tx.account.findUniqueOrThrow({ where: { personId } });
  await sendInvitation(tx, account, person.name);
  await recordAudit(tx, {
    actor,
    action: "account.invite",
    subject: { kind: "account", id: account.id },
    happenedOn: await todayIn(tx),
    after: { personId, name: person.name },
  });
}

async function sendInvitation(tx: Tx, { id, email }: { id: string; email: string }, name: string): Promise<void> {
  const token = await issueToken(tx, "invitation", id);
  await postMail(tx, {
    to: email,
    cause: "account.invite",
    subject: "You are invited to the scrutiny office",
    text: [
      `${name}, this is your way into the scrutiny office. Open this address within seven days and choose a password:`,
      siteAddress(`/sign-in/set-password?key=${token}`),
      "It opens once. Afterwards you sign in with this e-mail address and your password.",
    ].join("\n\n"),
  });
}

/**
 * What an administrator does with an account that exists. Whatever closes it ends its sign-ins at once.
 * @param version the one that was read
 * @throws ExpectedError not-found for anybody but the administrator; stale; refused for one's own account
 */
export async function changeAccount(
  tx: Tx,
  actor: Actor,
  { id, version, step }: { id: string; version: number; step: AccountStep },
): Promise<void> {
  if (!can(actor, "accounts.manage", {})) throw notFound();
  const account = await tx.account.findUnique({ where: { id }, include: { person: { select: { name: true } } } });
  if (!account) throw notFound();
  if (step === "disable" && actor.kind === "person" && account.personId === actor.personId)
    throw refused("Not disabled: this is your own account. Another administrator can do it.");
  const { count } = await tx.account.updateMany({
    where: { id, version },
    data: { ...DATA[step], version: { increment: 1 } },
  });
  if (count === 0) throw stale(account.version);
  if (step === "disable") await endTokens(tx, id, ["invitation", "password_reset", "second_factor"]);
  if (step === "disable" || step === "end sessions") await endSessions(tx, id);
  if (step === "reset second factor") await tx.recoveryCode.deleteMany({ where: { accountId: id } });
  if (step === "invite again") {
    if (account.disabledAt) throw refused("Not sent: the account is disabled.");
    await sendInvitation(tx, account, account.person.name);
  }
  await recordAudit(tx, {
    actor,
    action: `account.${step}`,
    subject: { kind: "account", id },
    happenedOn: await todayIn(tx),
    after: { personId: account.personId, name: account.person.name },
  });
}

const DATA = {
  get disable() {
    return { disabledAt: new Date() };
  },
  enable: { disabledAt: null },
  "end sessions": {},
  "invite again": {},
  "reset second factor": { totpSince: null, totpSecret: null, totpStep: null },
  "unlink openid": { oidcIssuer: null, oidcSubject: null },
} satisfies Record<AccountStep, object>;

/** Ends every sign-in of an account, but one where it is given. */
export async function endSessions(tx: Tx, accountId: string, but?: string): Promise<void> {
  await tx.signInSession.updateMany({
    where: { accountId, endedAt: null, ...(but && { keyHash: { not: but } }) },
    data: { endedAt: new Date() },
  });
}
