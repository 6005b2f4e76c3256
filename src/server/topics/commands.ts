import type { Actor, Person } from "@/domain/access/actor";
import { can, type Permission, whoMay } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import type { Relations } from "@/domain/access/role";
import { awaitsReceiver, type TopicSource } from "@/domain/topics/topic";
import { topicSlugs } from "@/domain/topics/topic-slug";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid } from "@/server/errors";
import { findTopic } from "./subject";
import {
  changedIn,
  checkLeads,
  columns,
  staleWith,
  type TopicField,
  type TopicValues,
  valuesOf,
  worded,
} from "./values";

/** How to reach somebody who is not signed in: for democratic services alone. */
export type Contact = { name: string; email: string; wantsReply: boolean };

export type Suggestion = {
  title: string;
  description: string;
  /** Why it matters. */
  rationale: string;
  source: TopicSource;
  contact?: Contact | undefined;
};

/**
 * Suggests a topic. Only people inside see it until democratic services have placed it with a committee.
 * @returns its name in addresses
 * @throws ExpectedError refused for a job or a link; invalid without a title
 */
export async function suggestTopic(tx: Tx, actor: Actor, suggestion: Suggestion): Promise<string> {
  mustBeAllowed(actor, "topic.suggest", {}, "Suggest a topic");
  const title = suggestion.title.trim().replace(/\s+/g, " ");
  if (!title) throw invalid("title", "Say in a few words what scrutiny should look into.");
  const { date: today } = await getClock(tx);
  const status = topicWorkflow.initial;
  const { id, slug } = await createWithSlug(tx, {
    title,
    description: suggestion.description.trim(),
    rationale: suggestion.rationale.trim() || null,
    source: suggestion.source,
    suggestedOn: today,
    status,
    audience: topicWorkflow.statuses[status].audience,
    keepers: actor.kind === "person" ? [actor.personId] : [],
  });
  const { name = "", email = "", wantsReply = false } = suggestion.contact ?? {};
  if (name.trim() || email.trim())
    await tx.topicSuggester.create({
      data: { topicId: id, name: name.trim() || null, email: email.trim() || null, wantsReply },
    });
  await recordAudit(tx, {
    actor,
    action: "topic.suggest",
    subject: { kind: topicWorkflow.name, id },
    happenedOn: today,
    after: { status, source: suggestion.source },
  });
  return slug;
}

/** Two people may suggest the same at once: who comes second gets the next name. */
async function createWithSlug(tx: Tx, data: Omit<Prisma.TopicUncheckedCreateInput, "slug"> & { title: string }) {
  for (const slug of topicSlugs(data.title)) {
    const [made] = await tx.topic.createManyAndReturn({
      data: [{ ...data, slug }] as Prisma.TopicCreateManyInput[],
      skipDuplicates: true,
      select: { id: true, slug: true },
    });
    if (made) return made;
  }
  throw new Error("There is no end to the names of a topic.");
}

type Edited = {
  id: string;
  /** The one that was read by whoever asks. */
  version: number;
  /** What is to stand there; a field that is not named stays as it is. */
  changes: Partial<TopicValues>;
  /** What was typed and not chosen where somebody else had saved first: kept in the history. */
  setAside?: Partial<TopicValues>;
};

/**
 * Changes what a topic says, until it is taken up or put aside for good.
 * @throws ExpectedError not-found; refused for whoever may not, and for a topic that is over; stale with what stands there now;
 *   invalid for people who may not lead it
 */
export async function editTopic(tx: Tx, actor: Person, { id, version, changes, setAside = {} }: Edited): Promise<void> {
  const scope = readScope(actor);
  const { row, subject } = await findTopic(tx, scope, id);
  mustBeAllowed(actor, "topic.triage", subject, "Save the topic");
  if (topicWorkflow.statuses[row.status].final)
    throw refused(
      "wrong-status",
      `It is ${topicWorkflow.statuses[row.status].label.toLowerCase()}: what it says stays.`,
    );
  if (row.version !== version) throw await staleWith(tx, scope, id);

  const before = valuesOf(row);
  const after = { ...before, ...changes };
  const changed = changedIn(before, changes);
  const aside = changedIn(after, setAside);
  if (changed.length === 0 && aside.length === 0) return;
  if (!after.title.trim()) throw invalid("title", "Say in a few words what it is about.");
  const { date: today } = await getClock(tx);
  const names = await checkLeads(tx, row, after, today);
  if (changed.length > 0) {
    const { count } = await tx.topic.updateMany({
      where: { id, version },
      data: {
        ...columns(after),
        keepers: keepersAfter(row, after.leadOfficer),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw await staleWith(tx, scope, id);
  }
  await recordAudit(tx, {
    actor,
    action: changed.length > 0 ? "topic.edit" : "topic.setAside",
    subject: { kind: topicWorkflow.name, id, bodyId: row.bodyId },
    happenedOn: today,
    before: worded(before, changed, names),
    after: {
      fields: changed satisfies TopicField[],
      ...worded(after, changed, names),
      ...(aside.length > 0 && { setAside: worded(setAside, aside, names) }),
    },
  });
}

/** Whoever leads it as an officer has it assigned; others who keep it go on doing so. */
const keepersAfter = (row: { keepers: string[]; leadOfficerId: string | null }, leadOfficer: string): string[] => [
  ...new Set([
    ...row.keepers.filter((keeper) => keeper !== row.leadOfficerId || keeper === leadOfficer),
    ...(leadOfficer ? [leadOfficer] : []),
  ]),
];

/**
 * Says for the body it was handed to that it takes the topic. Until then it stays in sight of the body that handed it over.
 * @throws ExpectedError not-found; refused for whoever does not serve that body; stale
 */
export async function acceptTransfer(
  tx: Tx,
  actor: Person,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const { row, subject } = await findTopic(tx, readScope(actor), id);
  const receiver = row.receiverId
    ? await tx.body.findUnique({ where: { id: row.receiverId }, select: { id: true, parentId: true } })
    : null;
  mustBeAllowed(
    actor,
    "topic.accept-transfer",
    receiver ? { bodyId: receiver.id, parentBodyId: receiver.parentId } : subject,
    "Accept the topic",
  );
  if (row.version !== version) throw new ExpectedError({ kind: "stale" });
  if (!receiver || !awaitsReceiver(subject))
    throw refused("wrong-status", "No body is waited for: it is not handed over, or it was accepted before.");
  const { date: today } = await getClock(tx);
  const { count } = await tx.topic.updateMany({
    where: { id, version },
    data: { transferAcceptedOn: today, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  await recordAudit(tx, {
    actor,
    action: "topic.acceptTransfer",
    subject: { kind: topicWorkflow.name, id, bodyId: receiver.id },
    happenedOn: today,
  });
}

function mustBeAllowed(actor: Actor, permission: Permission, record: Relations, step: string): void {
  if (!can(actor, permission, record)) throw refused("not-permitted", `“${step}” is for ${whoMay(permission)}.`);
}

const refused = (code: "not-permitted" | "wrong-status", sentence: string) =>
  new ExpectedError({ kind: "refused", refusal: { code, sentence, findings: [] } });
