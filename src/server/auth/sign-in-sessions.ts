import { createHash, randomBytes } from "node:crypto";
import type { BodyKind, Person, SeatRole } from "@/domain/access/actor";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Prisma } from "@/generated/prisma/client";
import { getClock } from "@/server/clock/queries";
import { db } from "@/server/db";
import { heldOn } from "@/server/people/held-on";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * How long a sign-in lasts, in real time: a working day without use, a week in all. An evening meeting is then not interrupted,
 * and a tablet left in a chamber on Friday opens nothing on Monday.
 */
export const SESSION = { idle: 12 * HOUR, longest: 7 * 24 * HOUR, noted: 5 * MINUTE } as const;

/** Somebody signed in, with what the office's bar says of them. */
export type SignedIn = {
  person: Person;
  email: string;
  /** Titles of the posts held today. */
  titles: readonly string[];
  /** The seats held today, with the names of their bodies. */
  seats: readonly { role: SeatRole; bodyKind: BodyKind; body: string }[];
};

/** What the database keeps of a session key: whoever reads the table cannot sign in with it. */
export const hashOfKey = (key: string): string => createHash("sha256").update(key).digest("hex");

/** Opens a session for the account and hands out its key, which is stored nowhere. */
export async function openSession(accountId: string, now = new Date()): Promise<string> {
  const key = randomBytes(32).toString("base64url");
  await db.signInSession.create({
    data: {
      keyHash: hashOfKey(key),
      accountId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION.longest),
    },
  });
  return key;
}

/**
 * Who holds the key, judged anew at every call: the session and the account by real time, seats and posts on the day of the
 * business clock. Signing out, disabling an account and the end of a seat therefore work at the next request.
 * @returns null for a key that is unknown, ended, expired, unused for too long, or of a disabled account
 */
export async function holderOfKey(key: string, now = new Date()): Promise<SignedIn | null> {
  const keyHash = hashOfKey(key);
  const { date: day } = await getClock(db);
  const session = await db.signInSession.findFirst({
    where: {
      keyHash,
      endedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - SESSION.idle) },
      account: { disabledAt: null },
    },
    select: { lastSeenAt: true, account: { select: { email: true, person: { select: capacitiesOn(day) } } } },
  });
  if (!session) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SESSION.noted) await noteUse(keyHash, now);

  const { email, person } = session.account;
  return {
    email,
    titles: person.posts.map((post) => post.title),
    seats: person.seats.map(({ role, body }) => ({ role, bodyKind: body.kind, body: body.shortName })),
    person: {
      kind: "person",
      personId: person.id,
      name: person.name,
      day,
      seats: person.seats.map(({ body, ...seat }) => ({ ...seat, bodyKind: body.kind })),
      posts: person.posts.map(({ kind, areaId, portfolios, bodies }) => ({
        kind,
        areaId,
        portfolioIds: portfolios.map((portfolio) => portfolio.id),
        bodyIds: bodies.map((body) => body.id),
      })),
    },
  };
}

/**
 * Whose sign-in has lapsed of itself, by age or for want of use. It opens nothing: it only says for whom to keep what was being
 * typed when it lapsed. A session that was ended, and a disabled account, keep nothing for anybody.
 */
export async function lapsedHolderOfKey(key: string): Promise<string | null> {
  const session = await db.signInSession.findFirst({
    where: { keyHash: hashOfKey(key), endedAt: null, account: { disabledAt: null } },
    select: { account: { select: { personId: true } } },
  });
  return session?.account.personId ?? null;
}

/** Which account a session is of. @param keyHash as it is stored */
export const accountOfKey = async (keyHash: string): Promise<string | null> =>
  (await db.signInSession.findUnique({ where: { keyHash }, select: { accountId: true } }))?.accountId ?? null;

/** Ends the session at once, on every device that holds its key. Ending one twice, or one that never was, does nothing. */
export async function endSession(key: string, now = new Date()): Promise<void> {
  await db.signInSession.updateMany({ where: { keyHash: hashOfKey(key), endedAt: null }, data: { endedAt: now } });
}

/** Only forwards, because requests of one page come in at the same moment. */
async function noteUse(keyHash: string, now: Date): Promise<void> {
  await db.signInSession.updateMany({ where: { keyHash, lastSeenAt: { lt: now } }, data: { lastSeenAt: now } });
}

/** `until` is the last day held; a seat ends with its body. */
function capacitiesOn(day: PlainDate) {
  const held = heldOn(day);
  return {
    id: true,
    name: true,
    seats: {
      where: { ...held, body: { OR: [{ until: null }, { until: { gte: day } }] } },
      select: { bodyId: true, role: true, portfolioId: true, body: { select: { kind: true, shortName: true } } },
      orderBy: { from: "asc" as const },
    },
    posts: {
      where: held,
      select: {
        kind: true,
        title: true,
        areaId: true,
        portfolios: { select: { id: true } },
        bodies: { select: { id: true } },
      },
      orderBy: { from: "asc" as const },
    },
  } satisfies Prisma.PersonSelect;
}
