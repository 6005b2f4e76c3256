import { createHash, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { encode } from "uqr";
import type { Person } from "@/domain/access/actor";
import { recordAudit } from "@/server/audit/record";
import { db, inTransaction, type Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { refused } from "@/server/forms/change";
import { endSessions } from "./accounts";
import { findToken, spendToken } from "./links";
import { seal, unseal } from "./sealed";
import { openSession } from "./sign-in-sessions";
import { isSlowed } from "./throttle";

const STEP_MS = 30_000;
/** One step before and after: clocks of telephones are seldom further off (RFC 6238 5.2). */
const WINDOW = 1;
const RECOVERY_CODES = 10;

export type SecondFactorAnswer =
  | { kind: "signed-in"; key: string }
  | { kind: "refused" }
  | { kind: "slowed" }
  /** Ten minutes are over, or it was used: the password is asked again. */
  | { kind: "over" };

/**
 * Opens the session of an account whose password was right, with a code of its second factor or a recovery code. A code opens once.
 * @param token the key between the two
 */
export async function takeSecondFactor(token: string, typed: string, now = new Date()): Promise<SecondFactorAnswer> {
  const found = await findToken(["second_factor"], token, now);
  if (!found?.accountId) return { kind: "over" };
  const { accountId } = found;
  if (await isSlowed("code", accountId)) return { kind: "slowed" };
  const outcome = await inTransaction(async (tx) => {
    if (!(await claimCode(tx, accountId, typed, now))) return "refused";
    return (await spendToken(tx, ["second_factor"], token, now)) ? "right" : "over";
  });
  return outcome === "right" ? { kind: "signed-in", key: await openSession(accountId, now) } : { kind: outcome };
}

/** Whether the code is right now and was not taken before; it is then. */
async function claimCode(tx: Tx, accountId: string, typed: string, now: Date): Promise<boolean> {
  const code = typed.replace(/[\s-]/g, "").toLowerCase();
  if (!/^\d{6}$/.test(code)) {
    const { count } = await tx.recoveryCode.updateMany({
      where: { accountId, hash: hashOfCode(accountId, code), usedAt: null },
      data: { usedAt: now },
    });
    return count === 1;
  }
  const account = await tx.account.findUnique({ where: { id: accountId } });
  const step = account && stepOf(account, code, now);
  if (step == null) return false;
  const { count } = await tx.account.updateMany({
    where: { id: accountId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] },
    data: { totpStep: step },
  });
  return count === 1;
}

/** The 30-second step that a code is of; null for one that is of none about now. */
function stepOf(
  { totpSecret, email }: { totpSecret: string | null; email: string },
  code: string,
  now: Date,
): number | null {
  const secret = totpSecret && unseal("second factor", totpSecret);
  if (!secret) return null;
  const delta = totp(secret, email).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / STEP_MS) + delta;
}

const totp = (secret: string, label: string) =>
  new TOTP({ issuer: "Scrutineer", label, secret: Secret.fromBase32(secret) });

/** How the person signs in, for themselves. @throws ExpectedError not-found for somebody without an account */
export async function getOwnSignIn(person: Person) {
  const account = await db.account.findUnique({
    where: { personId: person.personId },
    include: { recovery: { where: { usedAt: null }, select: { id: true } } },
  });
  if (!account) throw notFound();
  const secret = account.totpSecret && account.totpSince === null ? unseal("second factor", account.totpSecret) : null;
  return {
    email: account.email,
    hasPassword: account.passwordHash !== null,
    hasOpenId: account.oidcSubject !== null,
    hasSecondFactor: account.totpSince !== null,
    recoveryCodesLeft: account.recovery.length,
    /** What is being set up: the secret to type, and the same as a picture of modules. */
    enrolment: secret
      ? {
          secret: secret.match(/.{1,4}/g)?.join(" ") ?? secret,
          modules: encode(totp(secret, account.email).toString(), { border: 4 }).data,
        }
      : null,
  };
}

/** Begins to set up a second factor: a new secret, which asks for nothing until a code of it was typed. @throws ExpectedError */
export async function beginSecondFactor(tx: Tx, person: Person): Promise<void> {
  const account = await ownAccount(tx, person);
  if (account.totpSince) throw refused("Not begun: you have a second factor. Take it off first.");
  const secret = new Secret({ size: 20 }).base32;
  await tx.account.update({
    where: { id: account.id },
    data: { totpSecret: seal("second factor", secret), totpStep: null },
  });
}

/**
 * Sets the second factor up, by a code of the new secret. Other sign-ins of the account end: they were made without.
 * @returns the recovery codes, which are stored nowhere
 * @throws ExpectedError invalid for a code that is not right
 */
export async function confirmSecondFactor(
  person: Person,
  { code, keyHash }: { code: string; keyHash: string },
  now = new Date(),
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
  await inTransaction(async (tx) => {
    const account = await ownAccount(tx, person);
    if (account.totpSince) throw refused("It is set up already.");
    const step = stepOf(account, code.replace(/\s/g, ""), now);
    if (step === null) throw invalid("code", "Write the six digits that your app shows now.");
    await tx.account.update({
      where: { id: account.id },
      data: { totpSince: now, totpStep: step, version: { increment: 1 } },
    });
    await tx.recoveryCode.deleteMany({ where: { accountId: account.id } });
    await tx.recoveryCode.createMany({
      data: codes.map((each) => ({ accountId: account.id, hash: hashOfCode(account.id, each.replace("-", "")) })),
    });
    await endSessions(tx, account.id, keyHash);
    await record(tx, person, account.id, "account.set second factor");
  });
  return codes;
}

/** Takes the second factor off, by one more code of it: whoever finds a tablet signed in cannot. @throws ExpectedError invalid */
export async function endSecondFactor(
  tx: Tx,
  person: Person,
  { code }: { code: string },
  now = new Date(),
): Promise<void> {
  const account = await ownAccount(tx, person);
  if (!account.totpSince) throw notFound();
  if (await isSlowed("code", account.id))
    throw invalid("code", "Wait 15 minutes and try again: too many codes did not match.");
  if (!(await claimCode(tx, account.id, code, now)))
    throw invalid("code", "Write the six digits that your app shows now.");
  await tx.account.update({
    where: { id: account.id },
    data: { totpSince: null, totpSecret: null, totpStep: null, version: { increment: 1 } },
  });
  await tx.recoveryCode.deleteMany({ where: { accountId: account.id } });
  await record(tx, person, account.id, "account.end second factor");
}

async function ownAccount(tx: Tx, person: Person) {
  const account = await tx.account.findUnique({ where: { personId: person.personId } });
  if (!account) throw notFound();
  return account;
}

const record = (tx: Tx, actor: Person, id: string, action: string) =>
  recordAudit(tx, { actor, action, subject: { kind: "account", id }, happenedOn: actor.day });

/** Letters and digits that nobody mistakes for each other: 50 bits. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const recoveryCode = () => {
  const letters = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
};

const hashOfCode = (accountId: string, code: string) =>
  createHash("sha256").update(`${accountId} ${code}`).digest("hex");
