import type { ReactNode } from "react";
import { Cell, Row, RowHead, Table, TableRows } from "./table";
import { VisuallyHidden } from "./visually-hidden";

export interface Pair {
  readonly key: string;
  /** Number of the clause. */
  readonly number: ReactNode;
  /** Its words, the changed ones in Mark. */
  readonly asked: ReactNode;
  /** The words of the answer, the changed ones in Mark; a Gap where there is none. */
  readonly answered: ReactNode;
  /** Tag of the answer. */
  readonly tag?: ReactNode;
}

/** Recommendation beside response, a row per clause: wherever both exist. */
export function Pairs({
  label = "Recommendation and response, clause by clause",
  asked,
  answered,
  pairs,
}: {
  label?: string | undefined;
  /** Heads of the two columns; `short` is printed on a phone. */
  asked: { readonly head: ReactNode; readonly short: string };
  answered: { readonly head: ReactNode; readonly short: string };
  pairs: readonly Pair[];
}) {
  return (
    <Table
      className="pairs"
      label={label}
      columns={[
        { key: "clause", head: <VisuallyHidden>Clause</VisuallyHidden> },
        { key: "asked", head: asked.head },
        { key: "answered", head: answered.head },
      ]}
    >
      <TableRows>
        {pairs.map((pair) => (
          <Row key={pair.key}>
            <RowHead>{pair.number}</RowHead>
            <Cell label={asked.short}>{pair.asked}</Cell>
            <Cell label={answered.short}>
              {pair.answered}
              {pair.tag ? <div className="answer-tag">{pair.tag}</div> : null}
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}

/** Words that differ between two versions: underlined and heavier, never by a ground alone. */
export function Mark({ children }: { children: ReactNode }) {
  return <mark>{children}</mark>;
}
