import { createHash, randomBytes } from "node:crypto";
import type { TokenPurpose } from "@/generated/prisma/enums";
import { db, type Tx } from "@/server/db";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long each opens, in real time. An invitation lies in a mailbox over a weekend; what a reset opens is somebody's already. */
export const LIFETIMES: Record<TokenPurpose, number> = {
  invitation: 7 * 24 * HOUR,
  password_reset: HOUR,
  second_factor: 10 * MINUTE,
  first_administrator: 24 * HOUR,
};

/** What the database keeps of a key: whoever reads the table opens nothing with it. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Makes a key that opens once, in the place of those for the same purpose before it. It is stored nowhere. */
export async function issueToken(tx: Tx, purpose: TokenPurpose, accountId: string, now = new Date()): Promise<string> {
  await endTokens(tx, accountId, [purpose], now);
  const token = randomBytes(32).toString("base64url");
  await tx.accountToken.create({
    data: {
      hash: hashOfToken(token),
      purpose,
      accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFETIMES[purpose]),
    },
  });
  return token;
}

const open = (purposes: readonly TokenPurpose[], token: string, now: Date) => ({
  hash: hashOfToken(token),
  purpose: { in: [...purposes] },
  usedAt: null,
  expiresAt: { gt: now },
});

/** What a key would open, without using it. @returns null for one that is unknown, used or too old, or of a disabled account */
export const findToken = (purposes: readonly TokenPurpose[], token: string, now = new Date()) =>
  db.accountToken.findFirst({
    where: { ...open(purposes, token, now), OR: [{ accountId: null }, { account: { is: { disabledAt: null } } }] },
    select: { purpose: true, accountId: true, account: { select: { email: true } } },
  });

/** Uses a key: of two at the same moment one does. @returns whose it was; null for one that opens nothing */
export async function spendToken(tx: Tx, purposes: readonly TokenPurpose[], token: string, now = new Date()) {
  const where = open(purposes, token, now);
  const { count } = await tx.accountToken.updateMany({ where, data: { usedAt: now } });
  if (count === 0) return null;
  return await tx.accountToken.findUnique({ where: { hash: where.hash }, select: { purpose: true, account: true } });
}

/** Ends every key of an account for these purposes. */
export async function endTokens(
  tx: Tx,
  accountId: string,
  purposes: readonly TokenPurpose[],
  now = new Date(),
): Promise<void> {
  await tx.accountToken.updateMany({
    where: { accountId, purpose: { in: [...purposes] }, usedAt: null },
    data: { usedAt: now },
  });
}

/** The address of a page of ours, as it stands in a message. */
export const siteAddress = (path: `/${string}`): string =>
  `${(process.env.NEXTAUTH_URL ?? "http://localhost:3000").replace(/\/$/, "")}${path}`;
