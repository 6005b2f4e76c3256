import type { Readable, ReadScope } from "@/domain/access/read-scope";
import type { ScopingStatus } from "@/domain/scoping/scoping-proposal";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { listHistory, type RecordedStep } from "@/server/audit/history";
import type { Tx } from "@/server/db";

/** Who changed it last, by name. */
export async function lastChangedBy(tx: Tx, proposalId: string): Promise<string | null> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectId: proposalId, subjectKind: scopingWorkflow.name },
    orderBy: { recordedAt: "desc" },
    select: { actorName: true },
  });
  return last?.actorName ?? null;
}

const HOUR = 3_600_000;

/**
 * What happened to a proposal, newest first; what was done to a draft is for those to whom a draft is open. Saving every few
 * minutes is one event to whoever reads it.
 */
export async function listProposalHistory(
  scope: ReadScope,
  proposal: Readable & { id: string; status: ScopingStatus },
): Promise<RecordedStep[]> {
  const lines: RecordedStep[] = [];
  for (const line of await listHistory(scope, scopingWorkflow, proposal)) {
    const later = lines.at(-1);
    const continues =
      later?.verb === "save" &&
      line.verb === "save" &&
      later.byId === line.byId &&
      later.recordedAt.getTime() - line.recordedAt.getTime() < HOUR;
    if (later && continues)
      lines[lines.length - 1] = { ...later, fields: [...new Set([...later.fields, ...line.fields])] };
    else lines.push(line);
  }
  return lines;
}
