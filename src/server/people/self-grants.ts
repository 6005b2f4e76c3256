import { type Actor, holdsPost } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { recordAudit } from "@/server/audit/record";
import { db, type Tx } from "@/server/db";
import { notFound } from "@/server/errors";
import { todayIn } from "@/server/forms/change";
import { postMail } from "@/server/mail/post";
import { heldOn } from "@/server/people/held-on";

/**
 * An administrator who gives themselves a seat or a post still reads nothing restricted; and the proper officer is told, by mail
 * and among what waits for them, because such a person could as well give it to somebody else afterwards.
 * @param what was given: "a seat on Cabinet, from 2016-10-03"
 */
export async function recordSelfGrant(tx: Tx, actor: Actor, personId: string, what: string): Promise<void> {
  if (actor.kind !== "person" || actor.personId !== personId || !holdsPost(actor, "administrator")) return;
  const today = await todayIn(tx);
  await tx.selfGrant.create({ data: { personId, what } });
  const officers = await tx.person.findMany({
    where: {
      posts: {
        some: { kind: "proper_officer", ...heldOn(today) },
      },
    },
    select: { account: { select: { email: true } }, contact: { select: { email: true } } },
  });
  for (const { account, contact } of officers) {
    const to = contact?.email ?? account?.email;
    if (!to) continue;
    await postMail(tx, {
      to,
      cause: "seat.self-granted",
      subject: `${actor.name}, administrator, has given themselves ${what.split(",")[0]}`,
      text: [
        `${actor.name}, who administers the scrutiny office, has given themselves ${what}.`,
        "They still read nothing that is exempt or confidential. You are told because you are the proper officer.",
        "Sign in to the scrutiny office to say that you have seen this.",
      ].join("\n\n"),
    });
  }
}

/** What the proper officer has not said they have seen; nothing for anybody else. */
export async function listUnseenSelfGrants(actor: Actor) {
  if (actor.kind !== "person" || !holdsPost(actor, "proper_officer")) return [];
  return await db.selfGrant.findMany({
    where: { seenAt: null },
    orderBy: { recordedAt: "asc" },
    select: { id: true, what: true, recordedAt: true, person: { select: { name: true } } },
  });
}

/** Notes that the proper officer has seen it. @throws ExpectedError not-found for anybody else, and for one that was seen */
export async function seeSelfGrant(tx: Tx, actor: Actor, { id }: { id: string }): Promise<void> {
  if (actor.kind !== "person" || !can(actor, "audit.read", {}) || !holdsPost(actor, "proper_officer")) throw notFound();
  const { count } = await tx.selfGrant.updateMany({
    where: { id, seenAt: null },
    data: { seenAt: new Date(), seenById: actor.personId },
  });
  if (count === 0) throw notFound();
  await recordAudit(tx, {
    actor,
    action: "self-grant.see",
    subject: { kind: "self-grant", id },
    happenedOn: await todayIn(tx),
  });
}
