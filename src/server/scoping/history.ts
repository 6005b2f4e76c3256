import { canRead, type Readable, type ReadScope } from "@/domain/access/read-scope";
import type { ScopingStatus } from "@/domain/scoping/scoping-proposal";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { reader, type Tx } from "@/server/db";

/** Longer histories show their newest part. */
const MOST_ENTRIES = 200;

/** Who changed it last, by name. */
export async function lastChangedBy(tx: Tx, proposalId: string): Promise<string | null> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectId: proposalId, subjectKind: scopingWorkflow.name },
    orderBy: { recordedAt: "desc" },
    select: { actorName: true },
  });
  return last?.actorName ?? null;
}

/** What happened to a proposal, newest first. What was done to a draft is for those to whom a draft is open. */
export async function listHistory(scope: ReadScope, proposal: Readable & { id: string }) {
  if (scope.personId === null) return [];
  const entries = await reader(scope).auditEntry.findMany({
    where: { subjectId: proposal.id, subjectKind: scopingWorkflow.name },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: MOST_ENTRIES,
    select: {
      id: true,
      action: true,
      actorId: true,
      actorName: true,
      happenedOn: true,
      recordedAt: true,
      reason: true,
      after: true,
      authority: { select: { kind: true, statement: true } },
    },
  });
  return entries
    .map(({ after, action, ...entry }) => {
      const { status, fields } = (after ?? {}) as { status?: ScopingStatus; fields?: string[] };
      const verb = action.slice(action.lastIndexOf(".") + 1);
      return { ...entry, verb, status: status ?? ("draft" as const), fields: fields ?? [] };
    })
    .filter(({ verb, status }) => {
      const audience = verb === "withdraw" ? proposal.audience : scopingWorkflow.statuses[status].audience;
      return canRead(scope, { ...proposal, audience });
    });
}

export type HistoryLine = Awaited<ReturnType<typeof listHistory>>[number];
