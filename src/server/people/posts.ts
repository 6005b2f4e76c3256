import type { Actor, PostKind } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { refused, stale, todayIn } from "@/server/forms/change";
import { checkDates } from "./seats";
import { recordSelfGrant } from "./self-grants";

export type PostFacts = {
  personId: string;
  kind: PostKind;
  title: string;
  areaId: string | null;
  portfolioIds: string[];
  /** Bodies that a democratic services officer serves; none means all. */
  bodyIds: string[];
  from: PlainDate;
  until: PlainDate | null;
};

/** LGA 2000 s9FB(2): not the head of paid service, the monitoring officer or the chief finance officer; we know the second. */
const NOT_TOGETHER: Partial<Record<PostKind, PostKind>> = {
  scrutiny_officer: "proper_officer",
  proper_officer: "scrutiny_officer",
};

/**
 * Gives somebody a post between dates. What posts open is more than any seat does, so it is the administrator's.
 * @throws ExpectedError not-found for anybody else; invalid for a post that cannot be
 */
export async function addPost(tx: Tx, actor: Actor, facts: PostFacts): Promise<void> {
  if (!can(actor, "accounts.manage", {})) throw notFound();
  const { personId, kind, areaId, portfolioIds, bodyIds, from, until } = facts;
  const person = await tx.person.findUnique({ where: { id: personId } });
  if (!person || person.mergedIntoId) throw notFound();
  checkDates(facts);
  if (kind === "director" && areaId === null) throw invalid("areaId", "Choose the area they direct.");
  if (kind === "executive_support" && portfolioIds.length === 0)
    throw invalid("portfolioIds", "Choose the portfolios they support.");
  const apart = NOT_TOGETHER[kind];
  const overlap = { personId, from: { lte: until ?? "9999-12-31" }, OR: [{ until: null }, { until: { gte: from } }] };
  if (apart && (await tx.post.findFirst({ where: { ...overlap, kind: apart } })))
    throw invalid(
      "kind",
      `Choose another kind: nobody is the statutory scrutiny officer and the monitoring officer at once (LGA 2000 s9FB).`,
    );
  const { portfolioIds: _, bodyIds: __, ...own } = facts;
  const { id } = await tx.post.create({
    data: {
      ...own,
      portfolios: { connect: portfolioIds.map((id) => ({ id })) },
      bodies: { connect: bodyIds.map((id) => ({ id })) },
    },
  });
  await recordAudit(tx, {
    actor,
    action: "post.add",
    subject: { kind: "post", id },
    happenedOn: await todayIn(tx),
    after: { ...facts, name: person.name },
  });
  await recordSelfGrant(tx, actor, personId, `the post “${facts.title}”, from ${from}`);
}

/**
 * Ends a post with a last day. The last administrator's stays, or nobody could end anything any more.
 * @throws ExpectedError not-found, stale, invalid, refused
 */
export async function endPost(
  tx: Tx,
  actor: Actor,
  { id, version, until }: { id: string; version: number; until: PlainDate },
): Promise<void> {
  if (!can(actor, "accounts.manage", {})) throw notFound();
  // Two administrators who end each other's post at once do so one after the other.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('scrutineer administrators'))::text`;
  const post = await tx.post.findUnique({ where: { id } });
  if (!post) throw notFound();
  checkDates({ from: post.from, until });
  const today = await todayIn(tx);
  if (post.kind === "administrator" && !(await tx.post.findFirst({ where: lasting(id, until, today) })))
    throw refused("Not ended: this is the last administrator. Give somebody else the post first.");
  const { count } = await tx.post.updateMany({ where: { id, version }, data: { until, version: { increment: 1 } } });
  if (count === 0) throw stale(post.version, { until: post.until });
  await recordAudit(tx, {
    actor,
    action: "post.end",
    subject: { kind: "post", id },
    happenedOn: today,
    before: { until: post.until },
    after: { until, fields: ["until"] },
  });
}

/** Another administrator's post that is held now and longer, by somebody who can sign in. */
const lasting = (id: string, until: PlainDate, today: PlainDate) => ({
  id: { not: id },
  kind: "administrator" as const,
  from: { lte: today },
  OR: [{ until: null }, { until: { gt: until > today ? until : today } }],
  person: { account: { is: { disabledAt: null } } },
});
