import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import { addDays, type PlainDate } from "@/domain/calendar/plain-date";
import { extensionFindings } from "@/domain/review-groups/group-rules";
import { AT_WORK, type ReviewGroupStatus } from "@/domain/review-groups/review-group";
import { reviewGroupWorkflow } from "@/domain/review-groups/review-group-workflow";
import { freeSlug } from "@/domain/wording/slug";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";
import { recordAuthority } from "@/server/workflow/authority";
import { type GroupValues, listGroupTopics, listPeople } from "./form";
import { groupListedUnder } from "./steps";
import { findGroup } from "./subject";

/**
 * Proposes a group to its parent. It is nobody's body yet: whom it names hold no seats before the parent has set it up.
 * @param agendaItemId the item of its parent's agenda at which the meeting thought of it, if one did
 * @returns the slug of the group
 * @throws ExpectedError not-found; refused; invalid by field
 */
export async function proposeGroup(
  tx: Tx,
  actor: Person,
  { parentId, values, agendaItemId }: { parentId: string; values: GroupValues; agendaItemId?: string | undefined },
): Promise<string> {
  const { date: today } = await getClock(tx);
  const parent = await tx.body.findFirst({
    where: {
      id: parentId,
      kind: { in: [...SCRUTINY_COMMITTEES] },
      OR: [{ until: null }, { until: { gte: today } }],
    },
  });
  if (!parent) throw notFound();
  mustBeAllowed(actor, "group.decide", { bodyId: parent.id, parentBodyId: parent.parentId }, "Propose a group");
  const columns = await columnsFrom(tx, parent.id, values, today);

  // Two who name a group alike at once take turns, and the second's address gets a number.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('slugs of bodies'))`;
  const taken = await tx.body.findMany({ select: { slug: true } });
  const slug = freeSlug(values.name, new Set(taken.map((body) => body.slug)));
  const { labels, quorum, numbering } = parent;
  const status = reviewGroupWorkflow.initial;
  const group = await tx.reviewGroup.create({
    data: {
      ...columns,
      ...(agendaItemId && { agendaItem: { connect: { id: agendaItemId } } }),
      parent: { connect: { id: parent.id } },
      body: {
        create: {
          slug,
          kind: "review_group",
          name: values.name,
          shortName: values.name,
          parent: { connect: { id: parent.id } },
          labels: labels ?? {},
          quorum: quorum ?? {},
          numbering: numbering ?? {},
        },
      },
      status,
      audience: reviewGroupWorkflow.statuses[status].audience,
    },
    select: { id: true, bodyId: true },
  });
  await linkTopics(tx, parent.id, group.id, values.topicIds);
  await recordAudit(tx, {
    actor,
    action: "review group.propose",
    subject: { kind: reviewGroupWorkflow.name, id: group.id, bodyId: group.bodyId },
    happenedOn: today,
    after: { status },
  });
  return slug;
}

type Edited = { id: string; version: number; values: GroupValues };

/**
 * Changes what a proposal of a group says; once the parent has resolved it, it stays as that was.
 * @throws ExpectedError not-found; refused; stale; invalid by field
 */
export async function editGroup(tx: Tx, actor: Person, { id, version, values }: Edited): Promise<void> {
  const { date: today } = await getClock(tx);
  const { row, subject } = await findGroup(tx, readScope(actor), id, today);
  mustBeAllowed(actor, "group.decide", subject, "Save");
  if (row.status !== "proposed")
    throw refused("wrong-status", "Not saved: the committee has set this group up, and what it resolved stays.");
  const columns = await columnsFrom(tx, row.parentId, values, today);
  await touch(tx, { id, version }, columns);
  await linkTopics(tx, row.parentId, id, values.topicIds);
  await tx.body.update({
    where: { id: row.bodyId },
    data: { name: values.name, shortName: values.name, version: { increment: 1 } },
  });
  await recordAudit(tx, {
    actor,
    action: "review group.edit",
    subject: { kind: reviewGroupWorkflow.name, id, bodyId: row.bodyId },
    happenedOn: today,
    after: { fields: ["terms"] },
  });
}

async function columnsFrom(tx: Tx, parentId: string, values: GroupValues, today: PlainDate) {
  const { name, format, legalStatus, termsOfReference, memberIds, balanced, endsOn } = values;
  const fields: Record<string, string[]> = {};
  if (!name) fields.name = ["Say what the group is called."];
  if (format === null) fields.format = ["Choose what kind of group it is."];
  if (legalStatus === null) fields.legalStatus = ["Choose its legal status: the law asks more of a sub-committee."];
  if (endsOn !== null && endsOn <= today) fields.endsOn = ["Give a day to come."];
  if (format === null || legalStatus === null || Object.keys(fields).length > 0)
    throw new ExpectedError({ kind: "invalid", fields });
  await mustBePeople(tx, parentId, memberIds, today);
  return { format, legalStatus, termsOfReference, endsOn, balanced, proposedMemberIds: [...memberIds] };
}

async function mustBePeople(tx: Tx, parentId: string, ids: readonly string[], today: PlainDate): Promise<void> {
  const known = new Set((await listPeople(tx, parentId, today)).map(({ value }) => value));
  if (!ids.every((id) => known.has(id)))
    throw invalid("memberIds", "Choose councillors, or co-opted members of the committee.");
}

async function linkTopics(tx: Tx, parentId: string, groupId: string, ids: readonly string[]): Promise<void> {
  const known = new Set((await listGroupTopics(tx, parentId, groupId)).map(({ value }) => value));
  if (!ids.every((id) => known.has(id)))
    throw invalid("topicIds", "Choose topics of this committee that no group has.");
  await tx.topic.updateMany({ where: { groupId, id: { notIn: [...ids] } }, data: { groupId: null } });
  await tx.topic.updateMany({ where: { id: { in: [...ids] } }, data: { groupId } });
}

type Seated = { id: string; version: number; memberIds: readonly string[]; chairId: string | null };

/**
 * Who sits in a group that has been set up, and whom it elected to the chair. A seat that ends keeps its days.
 * @throws ExpectedError not-found; refused; stale; invalid by field
 */
export async function seatMembers(tx: Tx, actor: Person, { id, version, memberIds, chairId }: Seated): Promise<void> {
  const { date: today } = await getClock(tx);
  const { row, subject } = await findGroup(tx, readScope(actor), id, today);
  mustBeAllowed(actor, "group.decide", subject, "Save who sits in it");
  mustBeAtWork(row.status);
  if (memberIds.length === 0)
    throw invalid("memberIds", "Name the members of the group. One without members is dissolved.");
  if (chairId !== null && !memberIds.includes(chairId))
    throw invalid("chairId", "Choose the chair from among the members: the group elects one of its own.");
  const sitting = row.body.seats.map(({ personId }) => personId);
  await mustBePeople(
    tx,
    row.parentId,
    memberIds.filter((personId) => !sitting.includes(personId)),
    today,
  );
  if (subject.legalStatus === "sub_committee") await mustNotBeExecutive(tx, memberIds, today);
  await touch(tx, { id, version }, {});

  const wanted = new Map(memberIds.map((personId) => [personId, personId === chairId ? "chair" : "member"] as const));
  for (const seat of row.body.seats) {
    if (wanted.get(seat.personId) === seat.role) wanted.delete(seat.personId);
    else
      await tx.seat.update({
        where: { id: seat.id },
        data: { until: seat.from < today ? addDays(today, -1) : seat.from, version: { increment: 1 } },
      });
  }
  for (const [personId, role] of wanted) {
    const key = { personId, bodyId: row.bodyId, role, from: today };
    await tx.seat.upsert({
      where: { personId_bodyId_role_from: key },
      create: key,
      update: { until: null, version: { increment: 1 } },
    });
  }
  await recordAudit(tx, {
    actor,
    action: "review group.seat",
    subject: { kind: reviewGroupWorkflow.name, id, bodyId: row.bodyId },
    happenedOn: today,
    after: { fields: ["members"], members: [...memberIds], chair: chairId },
  });
}

async function mustNotBeExecutive(tx: Tx, personIds: readonly string[], today: PlainDate): Promise<void> {
  const held = heldOn(today);
  const found = await tx.seat.findFirst({
    where: {
      AND: [held, { personId: { in: [...personIds] }, body: { kind: "executive" }, role: { not: "support_officer" } }],
    },
    select: { person: { select: { name: true } } },
  });
  if (found)
    throw invalid(
      "memberIds",
      `Take ${found.person.name} out: nobody in the Cabinet may sit on a scrutiny sub-committee (LGA 2000 s9FA).`,
    );
}

type Extended = {
  id: string;
  version: number;
  until: PlainDate | null;
  decisionId: string | null;
  reason?: string | undefined;
};

/**
 * Gives a group more time, by a resolution of its parent. Each extension is kept.
 * @throws ExpectedError not-found; refused with everything that is in the way; stale; invalid by field
 */
export async function extendGroup(
  tx: Tx,
  actor: Person,
  { id, version, until, decisionId, reason }: Extended,
): Promise<void> {
  const scope = readScope(actor);
  const { date: today } = await getClock(tx);
  const { row, subject } = await findGroup(tx, scope, id, today);
  mustBeAllowed(actor, "group.decide", subject, "Extend");
  mustBeAtWork(row.status);
  if (row.version !== version) throw new ExpectedError({ kind: "stale" });
  if (until === null) throw invalid("until", "Give the day on which it now ends.");
  const authority =
    decisionId === null
      ? undefined
      : await recordAuthority(tx, {
          actor,
          scope,
          grounds: { decisionId },
          today,
          audience: row.audience,
          subjectId: id,
          listedUnder: groupListedUnder(row),
        });
  const findings = extensionFindings(subject, until, { actor, today, authority: authority?.facts }).map((finding) => ({
    ...finding,
    field: finding.field === "authority" ? "decisionId" : "until",
  }));
  const sentence = "Not extended.";
  if (authority === undefined || findings.some(({ severity }) => severity === "hard"))
    throw new ExpectedError({ kind: "refused", refusal: { code: "against-rule", sentence, findings } });
  if (findings.length > 0 && !reason?.trim())
    throw new ExpectedError({
      kind: "refused",
      refusal: { code: "needs-reason", sentence: "Give a reason. It is recorded with the extension.", findings },
    });
  await touch(tx, { id, version }, { endsOn: until });
  await tx.reviewGroupExtension.create({ data: { groupId: id, until, authorityId: authority.id } });
  await recordAudit(tx, {
    actor,
    action: "review group.extend",
    subject: { kind: reviewGroupWorkflow.name, id, bodyId: row.bodyId },
    happenedOn: authority.decidedOn,
    before: { endsOn: row.endsOn },
    after: { endsOn: until },
    reason: reason?.trim() || undefined,
    warnings: findings,
    authorityId: authority.id,
  });
}

const WORKING: readonly ReviewGroupStatus[] = [...AT_WORK, "suspended"];

function mustBeAtWork(status: ReviewGroupStatus): void {
  if (WORKING.includes(status)) return;
  const { label } = reviewGroupWorkflow.statuses[status];
  throw refused("wrong-status", `Not done: this group is ${label.toLowerCase()}.`);
}

async function touch(
  tx: Tx,
  where: { id: string; version: number },
  data: Parameters<Tx["reviewGroup"]["updateMany"]>[0]["data"],
): Promise<void> {
  const { count } = await tx.reviewGroup.updateMany({ where, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
}
