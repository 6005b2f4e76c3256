import type { Actor } from "@/domain/access/actor";
import { can, type Permission, whoMay } from "@/domain/access/permissions";
import type { ReadScope } from "@/domain/access/read-scope";
import type { Relations } from "@/domain/access/role";
import type { ProgrammeItemStatus } from "@/domain/programme/programme-item";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { readable } from "@/server/access/readable";
import type { Tx } from "@/server/db";
import { ExpectedError, notFound } from "@/server/errors";

/** Who may do what takes no step of the machine, which asks by itself. @throws ExpectedError refused, saying who may */
export function mustBeAllowed(actor: Actor, needs: Permission, record: Relations, label: string): void {
  if (can(actor, needs, record)) return;
  const refusal = { code: "not-permitted", sentence: `“${label}” is for ${whoMay(needs)}.`, findings: [] } as const;
  throw new ExpectedError({ kind: "refused", refusal });
}

/** What is over stays as it was. @throws ExpectedError refused, saying how it ended */
export function mustNotBeOver({ status }: { status: ProgrammeItemStatus }): void {
  const { final, label } = programmeItemWorkflow.statuses[status];
  if (!final) return;
  const sentence = `Not changed: this item is ${label.toLowerCase()}. It stays in the record as it was.`;
  throw new ExpectedError({ kind: "refused", refusal: { code: "wrong-status", sentence, findings: [] } });
}

/** What an item takes up is on the same committee's long list. @throws ExpectedError not-found */
export async function mustBeOf(
  tx: Tx,
  scope: ReadScope,
  bodyId: string,
  { topicId, proposalId }: { topicId: string | null; proposalId: string | null },
): Promise<void> {
  const found = (count: number) => {
    if (count === 0) throw notFound();
  };
  if (topicId) found(await tx.topic.count({ where: { AND: [{ id: topicId, bodyId }, readable(scope)] } }));
  if (proposalId)
    found(await tx.scopingProposal.count({ where: { AND: [{ id: proposalId, bodyId }, readable(scope)] } }));
}

/** The topic of a proposal that takes in one alone: whatever takes up the proposal takes up the topic. */
export async function onlyTopicOf(tx: Tx, proposalId: string): Promise<string | null> {
  const topics = await tx.scopingTopic.findMany({ where: { proposalId }, take: 2, select: { topicId: true } });
  return topics.length === 1 ? (topics[0]?.topicId ?? null) : null;
}
