import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { freeSlug } from "@/domain/wording/slug";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { changed, refused, stale, todayIn } from "@/server/forms/change";
import { mayKeepPeople } from "./keepers";

export type PersonFacts = { name: string; familyName: string; email: string | null; phone: string | null };

/**
 * Adds a person. Two people may have one name.
 * @returns the slug
 * @throws ExpectedError not-found for whoever may not
 */
export async function addPerson(tx: Tx, actor: Actor, { email, phone, ...names }: PersonFacts): Promise<string> {
  if (!mayKeepPeople(actor)) throw notFound();
  const taken = await tx.person.findMany({ select: { slug: true } });
  const slug = freeSlug(names.name, new Set(taken.map((person) => person.slug)));
  const { id } = await tx.person.create({
    data: { ...names, slug, ...((email || phone) && { contact: { create: { email, phone } } }) },
  });
  await recordAudit(tx, {
    actor,
    action: "person.add",
    subject: { kind: "person", id },
    happenedOn: await todayIn(tx),
    after: { ...names },
  });
  return slug;
}

/**
 * Changes a person's name and how to reach them. A name that was, is kept as another spelling: papers print it.
 * @throws ExpectedError not-found, stale
 */
export async function changePerson(
  tx: Tx,
  actor: Actor,
  { id, version, email, phone, ...names }: PersonFacts & { id: string; version: number },
): Promise<void> {
  const person = await findPerson(tx, actor, id);
  const { count } = await tx.person.updateMany({
    where: { id, version },
    data: { ...names, version: { increment: 1 } },
  });
  if (count === 0) throw stale(person.version, { name: person.name, familyName: person.familyName });
  await tx.personContact.upsert({
    where: { personId: id },
    create: { personId: id, email, phone },
    update: { email, phone },
  });
  if (person.name !== names.name)
    await tx.personAlias.createMany({ data: [{ personId: id, name: person.name }], skipDuplicates: true });
  const { before, after } = changed({ name: person.name, familyName: person.familyName }, names);
  await recordAudit(tx, {
    actor,
    action: "person.change",
    subject: { kind: "person", id },
    happenedOn: await todayIn(tx),
    before,
    after,
  });
}

/** Keeps another spelling of a name that papers print. @throws ExpectedError not-found; invalid for one that is kept already */
export async function addAlias(tx: Tx, actor: Actor, { id, name }: { id: string; name: string }): Promise<void> {
  await findPerson(tx, actor, id);
  const { count } = await tx.personAlias.createMany({ data: [{ personId: id, name }], skipDuplicates: true });
  if (count === 0) throw invalid("alias", "Write another spelling: this one is kept already.");
  await recordAudit(tx, {
    actor,
    action: "person.add alias",
    subject: { kind: "person", id },
    happenedOn: await todayIn(tx),
    after: { name },
  });
}

/** Takes back a spelling that was another's. @throws ExpectedError not-found */
export async function removeAlias(
  tx: Tx,
  actor: Actor,
  { id, aliasId }: { id: string; aliasId: string },
): Promise<void> {
  await findPerson(tx, actor, id);
  const alias = await tx.personAlias.findFirst({ where: { id: aliasId, personId: id } });
  if (!alias) throw notFound();
  await tx.personAlias.delete({ where: { id: aliasId } });
  await recordAudit(tx, {
    actor,
    action: "person.remove alias",
    subject: { kind: "person", id },
    happenedOn: await todayIn(tx),
    before: { name: alias.name },
  });
}

/**
 * Makes two records of one human one. What named the other names this one; the other is kept, signs in no more, and points here.
 * It may give somebody seats and papers, so it is the administrator's.
 * @param id who stays
 * @param version the one that was read of who stays
 * @throws ExpectedError not-found; stale; invalid where it is the same one; refused where either was merged before, or the merger
 *   would be of the administrator's own record
 */
export async function mergePeople(
  tx: Tx,
  actor: Actor,
  { id, version, otherId }: { id: string; version: number; otherId: string },
): Promise<void> {
  if (!can(actor, "accounts.manage", {})) throw notFound();
  const kept = await findPerson(tx, actor, id);
  if (id === otherId) throw invalid("otherId", "Choose another record than this one.");
  const other = await tx.person.findUnique({ where: { id: otherId } });
  if (!other) throw invalid("otherId", "Choose the record that is of the same person.");
  if (other.mergedIntoId !== null || kept.mergedIntoId !== null)
    throw refused("Not merged: one of the two points to another record already. Open that one.");
  if (actor.kind === "person" && (actor.personId === id || actor.personId === otherId))
    throw refused("Not merged: this is your own record. Another administrator can do it.");
  const { count } = await tx.person.updateMany({ where: { id, version }, data: { version: { increment: 1 } } });
  if (count === 0) throw stale(kept.version, { name: kept.name });

  const accounts = await tx.account.findMany({
    where: { personId: { in: [id, otherId] } },
    select: { id: true, personId: true },
  });
  const theirs = accounts.find((account) => account.personId === otherId);
  if (theirs && accounts.length === 2) {
    await tx.account.update({ where: { id: theirs.id }, data: { disabledAt: new Date(), version: { increment: 1 } } });
    await tx.signInSession.updateMany({
      where: { accountId: theirs.id, endedAt: null },
      data: { endedAt: new Date() },
    });
  } else if (theirs) await tx.account.update({ where: { id: theirs.id }, data: { personId: id } });

  await tx.personAlias.createMany({ data: [{ personId: id, name: other.name }], skipDuplicates: true });
  await tx.$queryRaw`SELECT merge_person(${otherId}::uuid, ${id}::uuid)::text`;
  await tx.person.update({ where: { id: otherId }, data: { mergedIntoId: id, version: { increment: 1 } } });
  await recordAudit(tx, {
    actor,
    action: "person.merge",
    subject: { kind: "person", id },
    happenedOn: await todayIn(tx),
    after: { otherId, name: other.name },
  });
}

/** @throws ExpectedError not-found, also for whoever may not keep people */
async function findPerson(tx: Tx, actor: Actor, id: string) {
  if (!mayKeepPeople(actor)) throw notFound();
  const person = await tx.person.findUnique({ where: { id } });
  if (!person) throw notFound();
  return person;
}
