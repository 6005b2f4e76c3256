import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { isDecision, judgePlainMove, type SlotMove } from "@/domain/programme/slot-move";
import type { Circumstances } from "@/domain/workflow/workflow";
import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";
import { advance } from "@/server/workflow/advance";
import type { Recorded } from "@/server/workflow/authority";
import type { PlannedItem } from "./planned-item";

type Work = {
  /** With its new place, in the version that was read. */
  item: PlannedItem;
  move: SlotMove;
  circumstances: Circumstances;
  authority: Recorded | undefined;
  /** Kept with the entry in the audit trail. */
  after: Prisma.InputJsonObject;
  place: Prisma.ProgrammeItemUncheckedUpdateManyInput;
};

/**
 * Takes the steps of a move, each as the machine wants it, and writes the place with the last; or the place alone, where the
 * status stays as it is.
 * @throws ExpectedError refused; stale
 */
export async function carryOut(tx: Tx, work: Work): Promise<void> {
  if (work.move.steps.length === 0) return await carryOutPlain(tx, work);
  const { move, circumstances, authority, after, place } = work;
  const { actor, today, reason } = circumstances;
  let subject = work.item;
  for (const [index, name] of move.steps.entries()) {
    const isLast = index === move.steps.length - 1;
    const status = await advance(tx, {
      workflow: programmeItemWorkflow,
      name,
      subject,
      actor,
      version: subject.version,
      today,
      reason,
      authority: isDecision(move) ? authority : undefined,
      ...(isLast && { after }),
      save: ({ where, data }) => tx.programmeItem.updateMany({ where, data: { ...data, ...(isLast && place) } }),
    });
    subject = { ...subject, status, version: subject.version + 1 };
  }
}

async function carryOutPlain(tx: Tx, { item, move, circumstances, authority, after, place }: Work): Promise<void> {
  const { actor, today, reason } = circumstances;
  const verdict = judgePlainMove(item, move, { ...circumstances, authority: authority?.facts });
  if (!verdict.allowed) throw new ExpectedError({ kind: "refused", refusal: verdict.refusal });
  const { count } = await tx.programmeItem.updateMany({
    where: { id: item.id, version: item.version },
    data: { ...place, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  await recordAudit(tx, {
    actor,
    action: "programme item.move",
    subject: { kind: programmeItemWorkflow.name, id: item.id, bodyId: item.bodyId },
    happenedOn: today,
    before: { status: item.status },
    after: { ...after, status: item.status },
    reason,
    warnings: verdict.warnings,
    authorityId: authority?.id,
  });
}
