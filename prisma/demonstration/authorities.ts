import type { BodySlug } from "./bodies";
import type { Ids, Tx } from "./register";

/** What found states and decisions rest on where no minute here records them. */
export type AuthorityName = "import" | "council-2016-07-21" | "board-2016-09-01";

export async function loadAuthorities(tx: Tx, { bodies }: { bodies: Ids<BodySlug> }): Promise<Ids<AuthorityName>> {
  const pack = "Agenda pack of the People and Communities Overview and Scrutiny Committee for 11 October 2016";
  const of = async (data: Parameters<typeof tx.authority.create>[0]["data"]) =>
    (await tx.authority.create({ data: { audience: "public", ...data } as typeof data })).id;
  return {
    import: await of({ kind: "import", statement: pack, decidedOn: "2016-09-30" }),
    "council-2016-07-21": await of({
      kind: "other_body",
      bodyId: bodies["county-council"],
      decidedOn: "2016-07-21",
      statement: "The County Council referred the motion to the committee.",
    }),
    "board-2016-09-01": await of({
      kind: "other_body",
      bodyId: bodies["management-board"],
      decidedOn: "2016-09-01",
      statement: "The Management Board gave the topic to the Budget Strategy Task and Finish Group.",
    }),
  };
}
