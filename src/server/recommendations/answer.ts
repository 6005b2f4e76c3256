import type { Person } from "@/domain/access/actor";
import type { Tx } from "@/server/db";
import type { TypedResponse } from "./response-fields";
import type { ClauseRow, ResponseRow } from "./subject";

type Written = {
  typed: TypedResponse;
  /** The draft that becomes the answer, or is written anew. */
  draft: ResponseRow | null;
  actor: Person;
  respondentIds: readonly string[];
  status: "draft" | "recorded";
  /** Beside those of the draft: who may read it until it is recorded. */
  keepers?: readonly string[];
};

/** Keeps an answer to a clause, as a draft or as it was given; a draft is its keepers' until then. @returns its id */
export async function writeResponse(
  tx: Tx,
  clause: ClauseRow,
  { typed, draft, actor, respondentIds, status, keepers = [] }: Written,
): Promise<string> {
  const { undertakings, ...said } = typed;
  const data = {
    ...said,
    status,
    audience: status === "recorded" ? ("public" as const) : ("keepers" as const),
    recordedById: status === "recorded" ? actor.personId : null,
    recordedAt: new Date(),
    respondentIds: [...respondentIds],
    keepers: [...new Set([...(draft?.keepers ?? []), ...keepers])],
  };
  if (!draft) {
    const { id } = await tx.response.create({
      data: {
        ...data,
        clauseId: clause.id,
        bodyId: clause.bodyId,
        areaId: clause.areaId,
        portfolioId: clause.portfolioId,
        undertakings: { create: undertakings },
      },
      select: { id: true },
    });
    return id;
  }
  await tx.undertaking.deleteMany({ where: { responseId: draft.id } });
  await tx.response.update({
    where: { id: draft.id },
    data: { ...data, version: { increment: 1 }, undertakings: { create: undertakings } },
  });
  return draft.id;
}
