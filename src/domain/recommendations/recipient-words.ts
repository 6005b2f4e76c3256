/** A clause as far as it says whom it goes to. */
export type AddressedClause = {
  readonly number: number;
  readonly recipient: { readonly shortName: string } | null;
  readonly recipientName: string | null;
};

/** "Cabinet"; where clauses go to several, which go to whom: "Cabinet (clauses 1, 3), First Bus (clause 2)". Null where nobody is named. */
export function recipientWords(clauses: readonly AddressedClause[]): string | null {
  const named = clauses.flatMap(({ number, recipient, recipientName }) => {
    const name = recipient?.shortName ?? recipientName;
    return name ? [{ number, name }] : [];
  });
  const byName = Map.groupBy(named, ({ name }) => name);
  const said = [...byName].map(([name, those]) =>
    byName.size === 1
      ? name
      : `${name} (${those.length === 1 ? "clause" : "clauses"} ${those.map(({ number }) => number).join(", ")})`,
  );
  return said.join(", ") || null;
}
