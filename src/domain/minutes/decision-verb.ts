import { type AddressedClause, recipientWords } from "@/domain/recommendations/recipient-words";

type Decided = {
  readonly verb: string;
  readonly recommendations: readonly { readonly clauses: readonly AddressedClause[] }[];
};

/** "Resolved", "Recommended to Cabinet": the council's verb, and to whom. */
export function decisionVerb({ verb, recommendations }: Decided): string {
  const to = recipientWords(recommendations.flatMap(({ clauses }) => clauses));
  return to === null ? verb : `${verb} to ${to}`;
}
