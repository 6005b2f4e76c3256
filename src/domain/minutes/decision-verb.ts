type Decided = {
  readonly verb: string;
  readonly recommendations: readonly {
    readonly clauses: readonly {
      readonly recipient: { readonly shortName: string } | null;
      readonly recipientName: string | null;
    }[];
  }[];
};

/** "Resolved", "Recommended to Cabinet": the council's verb, and to whom. */
export function decisionVerb({ verb, recommendations }: Decided): string {
  const recipients = new Set(
    recommendations.flatMap(({ clauses }) =>
      clauses.flatMap(({ recipient, recipientName }) => recipient?.shortName ?? recipientName ?? []),
    ),
  );
  return recipients.size > 0 ? `${verb} to ${[...recipients].join(", ")}` : verb;
}
