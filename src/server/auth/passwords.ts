import { after } from "next/server";
import type { Person } from "@/domain/access/actor";
import { recordAudit } from "@/server/audit/record";
import { db, inTransaction } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { todayIn } from "@/server/forms/change";
import { failed } from "@/server/log";
import { postMail } from "@/server/mail/post";
import { endSessions } from "./accounts";
import { endTokens, issueToken, siteAddress, spendToken } from "./links";
import { hashPassword, isPassword } from "./password";
import { isSlowed } from "./throttle";

/** NIST SP 800-63B 3.1.1.2: long enough, and nothing else that people would write down to remember. */
const SHORTEST = 12;
const LONGEST = 1000;

/** What is wrong with a password that somebody chose, as a sentence; undefined for a good one. */
export function passwordProblem(password: string, email: string | undefined): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST)
    return `Write at least ${SHORTEST} characters: three or four words that belong to nobody else will do.`;
  if (length > LONGEST) return `Write at most ${LONGEST.toLocaleString("en-GB")} characters.`;
  if (new Set(password).size < 5) return "Write something less even: it has fewer than five different characters.";
  const name = email?.split("@")[0]?.toLowerCase();
  if (name && name.length > 3 && password.toLowerCase().includes(name)) return "Leave your e-mail address out of it.";
  return undefined;
}

/**
 * Asks for a link to set a new password. Whoever asks learns nothing: known and unknown addresses, disabled accounts and those who
 * asked too often get one answer, and it is given before anything is looked up.
 * @param address of the computer that asks
 */
export function requestReset(email: string, address: string): void {
  after(() => sendReset(email, address).catch((error) => failed(error, { job: "password reset" })));
}

/** What requestReset() does once the answer is given. */
export async function sendReset(email: string, address: string): Promise<void> {
  const name = email.replaceAll("\0", "").trim().toLowerCase();
  if ((await isSlowed("mailAddress", address)) || (await isSlowed("mailEmail", name))) return;
  await inTransaction(async (tx) => {
    const account = await tx.account.findUnique({
      where: { email: name },
      include: { person: { select: { name: true } } },
    });
    if (!account || account.disabledAt) return;
    const token = await issueToken(tx, "password_reset", account.id);
    await postMail(tx, {
      to: account.email,
      cause: "account.reset",
      subject: "A new password for the scrutiny office",
      text: [
        `${account.person.name}, somebody has asked for a new password with your e-mail address. If it was you, open this within an hour:`,
        siteAddress(`/sign-in/set-password?key=${token}`),
        "It opens once, and ends the sign-ins you have. If it was not you, do nothing: your password stays as it is.",
      ].join("\n\n"),
    });
  });
}

/**
 * Sets a password by the link of an invitation or a reset. Every sign-in of the account ends, and every other link.
 * @throws ExpectedError not-found for a link that opens nothing; invalid for a password that will not do, and the link stays good
 */
export async function setPassword(token: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password.slice(0, LONGEST));
  await inTransaction(async (tx) => {
    const used = await spendToken(tx, ["invitation", "password_reset"], token);
    const account = used?.account;
    if (!account || account.disabledAt) throw notFound();
    const problem = passwordProblem(password, account.email);
    if (problem) throw invalid("password", problem);
    await tx.account.update({ where: { id: account.id }, data: { passwordHash, version: { increment: 1 } } });
    await endSessions(tx, account.id);
    await endTokens(tx, account.id, ["invitation", "password_reset", "second_factor"]);
    await recordAudit(tx, {
      actor: { kind: "link_holder", linkId: used.purpose, subjectId: account.id },
      action: "account.set password",
      subject: { kind: "account", id: account.id },
      happenedOn: await todayIn(tx),
      after: { personId: account.personId },
    });
  });
}

/**
 * Changes one's own password, by the one there is: whoever finds a tablet signed in cannot. Every other sign-in of the account ends,
 * and every link to it. Sent twice, it is changed once.
 * @param keyHash of the sign-in that goes on
 * @throws ExpectedError not-found for somebody without a password; invalid for either of the two, or after too many tries
 */
export async function changeOwnPassword(
  person: Person,
  { current, password, keyHash }: { current: string; password: string; keyHash: string },
): Promise<void> {
  const account = await db.account.findUnique({ where: { personId: person.personId } });
  if (!account?.passwordHash) throw notFound();
  if (await isSlowed("ownPassword", account.id))
    throw invalid("current", "Wait 15 minutes and try again: too many passwords did not match.");
  if (!(await isPassword(current, account.passwordHash))) {
    if (await isPassword(password, account.passwordHash)) return;
    throw invalid("current", "Write the password that you sign in with now.");
  }
  const problem = passwordProblem(password, account.email);
  if (problem) throw invalid("password", problem);
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: account.id, passwordHash: account.passwordHash },
      data: { passwordHash, version: { increment: 1 } },
    });
    if (count === 0) throw invalid("current", "Write the password that you sign in with now.");
    await endSessions(tx, account.id, keyHash);
    await endTokens(tx, account.id, ["invitation", "password_reset", "second_factor"]);
    await recordAudit(tx, {
      actor: person,
      action: "account.change password",
      subject: { kind: "account", id: account.id },
      happenedOn: person.day,
    });
  });
}
