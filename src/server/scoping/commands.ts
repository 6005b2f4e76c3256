import type { Person } from "@/domain/access/actor";
import { can, whoMay } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { WRITTEN_IN } from "@/domain/scoping/scoping-proposal";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import { saveStep } from "@/server/topics/steps";
import { findTopic } from "@/server/topics/subject";
import { advance } from "@/server/workflow/advance";
import { checkChoices } from "./choices";
import { contentOf, PROSE_FIELDS } from "./content";
import { type FormField, type ProposalChanges, saysTheSame, type Typed, typedAs, typedFrom } from "./form";
import { lastChangedBy } from "./history";
import { keepVersion } from "./steps";
import { findProposal } from "./subject";
import { templateFrom } from "./template";

/**
 * Begins a proposal to a body. Whoever begins it keeps it; an officer is its lead officer until another is named. Shortlisted
 * topics that it takes in are in scoping from then on.
 * @returns the key of the proposal
 * @throws ExpectedError not-found for a body that takes none, or none from this person; invalid without a name
 */
export async function startProposal(
  tx: Tx,
  actor: Person,
  { bodyId, item, topicIds }: { bodyId: string; item: string; topicIds: readonly string[] },
): Promise<string> {
  const body = await tx.body.findFirst({
    where: { id: bodyId, OR: [{ until: null }, { until: { gte: actor.day } }] },
    select: { parentId: true, scopingTemplate: true },
  });
  if (!body || templateFrom(body.scopingTemplate) === null) throw notFound();
  if (!can(actor, "scoping.start", { bodyId, parentBodyId: body.parentId })) throw notFound();
  if (!item.trim()) throw invalid("item", "Say what the item is called.");
  await checkChoices(tx, actor, { bodyId }, { topics: topicIds.map((id) => ({ id, leavesOut: [] })) });

  const leadOfficerId = actor.posts.some(({ kind }) => kind === "officer" || kind === "director")
    ? actor.personId
    : null;
  const { id } = await tx.scopingProposal.create({
    data: {
      title: item.trim(),
      bodyId,
      leadOfficerId,
      keepers: [actor.personId],
      status: scopingWorkflow.initial,
      statusOn: actor.day,
      audience: scopingWorkflow.statuses[scopingWorkflow.initial].audience,
      topics: { create: [...new Set(topicIds)].map((topicId) => ({ topicId })) },
    },
  });
  await recordAudit(tx, {
    actor,
    action: "scoping proposal.start",
    subject: { kind: scopingWorkflow.name, id, bodyId },
    happenedOn: actor.day,
    after: { status: scopingWorkflow.initial },
  });
  for (const topicId of new Set(topicIds)) await takeUp(tx, actor, topicId);
  return id;
}

/** A topic that was shortlisted is in scoping from here on, by its own machine. */
async function takeUp(tx: Tx, actor: Person, topicId: string): Promise<void> {
  const { subject } = await findTopic(tx, readScope(actor), topicId);
  if (subject.status !== "shortlisted") return;
  await advance(tx, {
    workflow: topicWorkflow,
    name: "startScoping",
    subject,
    actor,
    version: subject.version,
    today: actor.day,
    save: (change) => saveStep(tx, change, { statusOn: actor.day, statusReason: null }),
  });
}

/**
 * Saves part of a draft, with whatever gaps it has. The trail keeps which fields changed, never what they say: it is read by
 * people to whom a draft is not open.
 * @param changes what was on the form; the rest stays as it is
 * @param was what those fields said when the form was shown
 * @throws ExpectedError not-found; refused for whoever may only read it, and once it is put forward; stale with what stands there
 *   now; invalid for a choice that is none
 */
export async function saveProposal(
  tx: Tx,
  actor: Person,
  { id, version, changes, was }: { id: string; version: number; changes: ProposalChanges; was?: Typed | undefined },
): Promise<void> {
  const { row, subject } = await findProposal(tx, readScope(actor), id, actor.day);
  if (!can(actor, "scoping.edit", subject)) throw refused("not-permitted", `“Save” is for ${whoMay("scoping.edit")}.`);
  if (!WRITTEN_IN.includes(subject.status)) throw refused("wrong-status", NO_LONGER_A_DRAFT);
  const before = typedFrom(contentOf(row));
  const onForm = Object.keys(changes) as FormField[];
  // Somebody may have saved another part of the form: what counts is whether the fields of this one say what they said.
  const isUnchanged = was !== undefined && onForm.every((field) => saysTheSame(field, was, before));
  if (subject.version !== version && !isUnchanged) throw await stale(tx, actor, id);
  await checkChoices(tx, actor, row, changes);
  const after = typedAs(changes);
  const fields = onForm.filter((field) => !saysTheSame(field, before, after));
  if (fields.length === 0) return;

  const { count } = await tx.scopingProposal.updateMany({
    where: { id, version: subject.version, status: subject.status },
    data: { ...columnsFrom(row, changes), version: { increment: 1 } },
  });
  if (count === 0) throw await stale(tx, actor, id);
  await saveLinks(tx, id, changes);
  await recordAudit(tx, {
    actor,
    action: "scoping proposal.save",
    subject: { kind: scopingWorkflow.name, id, bodyId: subject.bodyId ?? null },
    happenedOn: actor.day,
    after: { fields },
  });
}

/**
 * Puts a draft forward to its committee and keeps it whole, as the next version, which nothing changes any more.
 * @throws ExpectedError not-found; stale; refused with everything that is missing, by name
 */
export async function putForward(
  tx: Tx,
  actor: Person,
  { id, version, reason }: { id: string; version: number; reason?: string | undefined },
): Promise<void> {
  const { row, subject } = await findProposal(tx, readScope(actor), id, actor.day);
  await advance(tx, {
    workflow: scopingWorkflow,
    name: "putForward",
    subject,
    actor,
    version,
    today: actor.day,
    reason,
    save: ({ where, data }) => tx.scopingProposal.updateMany({ where, data: { ...data, statusOn: actor.day } }),
  });
  await keepVersion(tx, row, { byId: actor.personId });
}

type Row = Awaited<ReturnType<typeof findProposal>>["row"];

function columnsFrom(row: Row, changes: ProposalChanges): Prisma.ScopingProposalUncheckedUpdateManyInput {
  const {
    item,
    leadMember = row.leadMemberId,
    leadOfficer = row.leadOfficerId,
    reportToMeeting,
    endsOn,
    inForceOn,
  } = changes;
  const prose = PROSE_FIELDS.flatMap((field) => (field in changes ? [[field, changes[field] ?? ""]] : []));
  const answers = {
    ...(row.answers as Prisma.JsonObject),
    ...Object.fromEntries(prose),
    ...(changes.linesOfEnquiry && { linesOfEnquiry: [...changes.linesOfEnquiry] }),
  };
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== "")) as Prisma.InputJsonObject,
    leadMemberId: leadMember,
    leadOfficerId: leadOfficer,
    ...(leadOfficer !== row.leadOfficerId && { leadOfficerAsPrinted: null }),
    keepers: keepersOf(row, leadOfficer, leadMember),
    ...(item !== undefined && { title: item }),
    ...(reportToMeeting !== undefined && { reportToId: reportToMeeting }),
    ...(endsOn !== undefined && { endsOn }),
    ...(inForceOn !== undefined && { inForceOn }),
  };
}

/** Whoever began it, who comes first, and the two who lead it: a lead member writes in it before it is put forward. */
const keepersOf = ({ keepers }: Row, ...leads: (string | null)[]): string[] => [
  ...new Set([...keepers.slice(0, 1), ...leads.filter((lead) => lead !== null)]),
];

async function saveLinks(tx: Tx, proposalId: string, { topics, corporatePlanOutcome }: ProposalChanges): Promise<void> {
  if (topics) {
    await tx.scopingTopic.deleteMany({ where: { proposalId } });
    await tx.scopingTopic.createMany({
      data: topics.map(({ id, leavesOut }) => ({ proposalId, topicId: id, leavesOut: leavesOut.join("\n") || null })),
    });
  }
  if (corporatePlanOutcome) {
    await tx.scopingOutcome.deleteMany({ where: { proposalId } });
    await tx.scopingOutcome.createMany({ data: corporatePlanOutcome.map((outcomeId) => ({ proposalId, outcomeId })) });
  }
}

/** With the proposal read anew: what was read first may be what somebody has just changed. */
async function stale(tx: Tx, actor: Person, id: string): Promise<ExpectedError> {
  const { row } = await findProposal(tx, readScope(actor), id, actor.day);
  const changedBy = await lastChangedBy(tx, id);
  return new ExpectedError({
    kind: "stale",
    current: { version: row.version, changedBy, values: typedFrom(contentOf(row)) },
  });
}

const refused = (code: "not-permitted" | "wrong-status", sentence: string) =>
  new ExpectedError({ kind: "refused", refusal: { code, sentence, findings: [] } });

const NO_LONGER_A_DRAFT =
  "Not saved: this is no longer a draft. Somebody put it forward or withdrew it; what it said then is kept as a version.";
