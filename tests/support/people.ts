import { randomUUID } from "node:crypto";
import type { BodyKind, Person, PostKind, SeatRole } from "@/domain/access/actor";
import { londonInstant } from "@/domain/calendar/london-time";
import { hashPassword } from "@/server/auth/password";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { db } from "@/server/db";

/** The day that the tests' council lives on. */
export const TODAY = "2016-10-03";

/** The business clock of a demonstration, standing at nine on the day. */
export async function setClock(day: string = TODAY, time = "09:00"): Promise<void> {
  const standsAt = londonInstant(day, time);
  await db.businessClock.upsert({
    where: { id: 1 },
    create: { id: 1, demonstration: true, standsAt },
    update: { standsAt },
  });
}

export async function createPerson(name: string): Promise<string> {
  const slug = `${name.toLowerCase().replaceAll(" ", "-")}-${randomUUID().slice(0, 8)}`;
  const { id } = await db.person.create({ data: { slug, name, familyName: name.split(" ").at(-1) ?? name } });
  return id;
}

/** An account that opens with this e-mail and password; without a password it opens by none. */
export async function createAccount(personId: string, email: string, password?: string): Promise<string> {
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const { id } = await db.account.create({ data: { personId, email, passwordHash } });
  return id;
}

/** Signs somebody in, with an account of their own, and reads them back as each request reads who is signed in. */
export async function signIn(personId: string, email = `${personId}@example.org`): Promise<Person> {
  const holder = await holderOfKey(await openSession(await createAccount(personId, email)));
  if (!holder) throw new Error("not signed in");
  return holder.person;
}

export async function createBody(kind: BodyKind, name: string): Promise<string> {
  const slug = name.toLowerCase().replaceAll(" ", "-");
  const { id } = await db.body.create({ data: { kind, slug, name, shortName: name } });
  return id;
}

type Between = { from?: string; until?: string | null };

export async function createSeat(
  personId: string,
  bodyId: string,
  role: SeatRole = "member",
  { from = "2013-05-10", until = null }: Between = {},
): Promise<string> {
  const { id } = await db.seat.create({ data: { personId, bodyId, role, from, until } });
  return id;
}

export async function createPost(
  personId: string,
  kind: PostKind,
  title: string,
  { from = "2013-05-10", until = null }: Between = {},
): Promise<string> {
  const { id } = await db.post.create({ data: { personId, kind, title, from, until } });
  return id;
}
