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
  /** Which of the two differs from what was there before; left out where nothing was. */
  readonly changed?: "mine" | "theirs" | "both";
  /** What is chosen at first: whatever was changed; where both were, nothing is chosen for anybody. */
  readonly chosen?: "mine" | "theirs" | undefined;
}

/**
 * Two versions side by side, to choose by line, in a form: mostly because somebody saved first. What stands above says where the
 * second comes from, and that nothing is lost.
 */
export function Versions({
  label,
  mineHead = "Yours, not saved yet",
  theirsHead,
  short = { mine: "Yours", theirs: "Theirs" },
  lines,
}: {
  /** "Two versions of Registration services" */
  label: string;
  mineHead?: ReactNode;
  /** "Rebecca Guest, 9.04 am" */
  theirsHead: ReactNode;
  /** The two heads as a phone prints them, beside each. */
  short?: { readonly mine: string; readonly theirs: string };
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
              <Cell key={side} label={short[side]}>
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
