import type { AuthorityName } from "./authorities";
import { TODAY } from "./council";
import type { Ids, Tx } from "./register";

type Loaded = { id: string; status: string; bodyId?: string | null };

/** One entry for the whole, and one for each record with a status: where its history begins, and on what authority. */
export async function recordImport(tx: Tx, authorities: Ids<AuthorityName>): Promise<void> {
  const bySystem = { actorKind: "system", actorId: "demonstration", actorName: "Scrutineer", happenedOn: TODAY };
  const onImport = { ...bySystem, authorityId: authorities.import };
  const nouns: readonly [string, readonly Loaded[]][] = [
    ["topic", await tx.topic.findMany()],
    ["scoping proposal", await tx.scopingProposal.findMany()],
    ["work programme", await tx.programme.findMany()],
    ["programme item", await tx.programmeItem.findMany()],
    ["review group", await tx.reviewGroup.findMany()],
    ["meeting", await tx.meeting.findMany()],
    ["report", await tx.report.findMany()],
    ["set of minutes", await tx.minutes.findMany()],
    ["follow-up", await tx.followUp.findMany()],
    ["recommendation clause", await tx.recommendationClause.findMany()],
  ];
  await tx.auditEntry.createMany({
    data: [
      {
        ...onImport,
        action: "demonstration.import",
        subjectKind: "authority",
        subjectId: authorities.import,
        reason: "Loaded as found: rules judge moves, not found states.",
      },
      ...nouns.flatMap(([noun, records]) =>
        records.map(({ id, status, bodyId = null }) => ({
          ...onImport,
          action: `${noun}.import`,
          subjectKind: noun,
          subjectId: id,
          bodyId,
          after: { status },
        })),
      ),
    ],
  });
}
