import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Prisma } from "@/generated/prisma/client";
import type { Client } from "@/server/db";
import { invalid } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";
import type { StepOption } from "./step-field";

/**
 * What was chosen, if it is one of those there were to choose; null where nothing was.
 * @throws ExpectedError invalid for the field
 */
export async function chosen(
  id: string | null,
  field: string,
  options: () => Promise<readonly StepOption[]>,
): Promise<string | null> {
  if (id !== null && !(await options()).some(({ value }) => value === id))
    throw invalid(field, "Choose one of those on the list.");
  return id;
}

/** Bodies by name: which there are is public. Those that have ended are among them, unless it is asked otherwise. */
export async function listBodies(client: Client, where: Prisma.BodyWhereInput = {}): Promise<StepOption[]> {
  const found = await client.body.findMany({ where, orderBy: { name: "asc" }, select: { id: true, name: true } });
  return found.map(({ id, name }) => ({ value: id, label: name }));
}

/** Whoever holds a seat or a post on the day, by name, with the title of the post: who does is public. */
export async function listPeople(client: Client, day: PlainDate): Promise<StepOption[]> {
  const found = await client.person.findMany({
    where: { mergedIntoId: null, OR: [{ seats: { some: heldOn(day) } }, { posts: { some: heldOn(day) } }] },
    orderBy: [{ familyName: "asc" }, { name: "asc" }],
    select: { id: true, name: true, posts: { where: heldOn(day), take: 1, select: { title: true } } },
  });
  return found.map(({ id, name, posts }) => ({
    value: id,
    label: [name, ...posts.map(({ title }) => title)].join(", "),
  }));
}

/** Whoever holds a post on the day, by name, with its title: officers of the council. */
export async function listOfficers(client: Client, day: PlainDate): Promise<StepOption[]> {
  const found = await client.person.findMany({
    where: { mergedIntoId: null, posts: { some: heldOn(day) } },
    orderBy: [{ familyName: "asc" }, { name: "asc" }],
    select: { id: true, name: true, posts: { where: heldOn(day), take: 1, select: { title: true } } },
  });
  return found.map(({ id, name, posts }) => ({
    value: id,
    label: [name, ...posts.map(({ title }) => title)].join(", "),
  }));
}
