import type { ReactNode } from "react";
import { Mark } from "./pairs";
import { Cell, Row, RowHead, Table, TableRows } from "./table";

export interface VersionLine {
  /** Name of its radio buttons, which send "mine" or "theirs". */
  readonly name: string;
  /** "Lead officer" */
  readonly field: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
  /** Which of the two differs from what was there before. */
  readonly changed: "mine" | "theirs" | "both";
  /** What is chosen at first: whatever was changed; where both were, nothing is chosen for anybody. */
  readonly chosen?: "mine" | "theirs" | undefined;
}

/**
 * Somebody saved first: both versions side by side, to choose by line, in a form. A Notice above says who saved and
 * when, and that nothing is lost.
 */
export function Versions({
  label,
  mineHead = "Yours, not saved yet",
  theirsHead,
  lines,
}: {
  /** "Two versions of Registration services" */
  label: string;
  mineHead?: ReactNode;
  /** "Rebecca Guest, 9.04 am" */
  theirsHead: ReactNode;
  lines: readonly VersionLine[];
}) {
  return (
    <Table
      className="pairs versions"
      label={label}
      columns={[
        { key: "field", head: "Field" },
        { key: "mine", head: mineHead },
        { key: "theirs", head: theirsHead },
      ]}
    >
      <TableRows>
        {lines.map((line) => (
          <Row key={line.name}>
            <RowHead>{line.field}</RowHead>
            {(["mine", "theirs"] as const).map((side) => (
              <Cell key={side} label={side === "mine" ? "Yours" : "Theirs"}>
                <label className="pick">
                  <input
                    type="radio"
                    name={line.name}
                    value={side}
                    defaultChecked={(line.chosen ?? line.changed) === side}
                  />
                  <span>
                    <span className="sr-only">{line.field}: </span>
                    {line.changed === side || line.changed === "both" ? <Mark>{line[side]}</Mark> : line[side]}
                  </span>
                </label>
              </Cell>
            ))}
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
