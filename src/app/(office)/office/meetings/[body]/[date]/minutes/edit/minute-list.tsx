import type { DeskMinutes } from "@/server/minutes/desk";
import { Gap } from "@/ui/gap";
import { Meta } from "@/ui/meta";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { SmallForm } from "../../../../../../_forms/small-form";
import { moveMinuteAction } from "./actions";

/** The minutes in their order, each leading to its form. */
export function MinuteList({ minutes, here }: { minutes: DeskMinutes; here: `/office/${string}` }) {
  return (
    <Table
      labelledBy="minutes"
      columns={[
        { key: "number", head: "Minute", width: "w-[8%]" },
        { key: "heading", head: "Heading" },
        { key: "outcome", head: "What came of it", width: "w-[26%]" },
        ...(minutes.isWritable ? [{ key: "order", head: "Order", width: "w-[14%]" }] : []),
      ]}
    >
      <TableRows>
        {minutes.items.map(({ id, number, headings, itemNumber, decisions, text }) => (
          <Row key={id}>
            <RowHead>{number ?? "–"}</RowHead>
            <Cell>
              {minutes.isWritable ? <a href={`${here}/${id}`}>{headings.join(", ")}</a> : headings.join(", ")}{" "}
              {text && text.restriction !== "public" ? <Tag tone="held">Not for publication</Tag> : null}
              <Meta as="div">
                {itemNumber ? `Item ${itemNumber}. ` : null}
                {text?.markdown ? null : "No text yet."}
              </Meta>
            </Cell>
            <Cell label="What came of it">
              {decisions.length > 0 ? (
                decisions.map(({ verb }) => verb).join(", ")
              ) : itemNumber ? (
                <Gap>Not said</Gap>
              ) : null}
            </Cell>
            {minutes.isWritable ? (
              <Cell label="Order">
                <SmallForm
                  action={moveMinuteAction}
                  record={{ id: minutes.id, version: minutes.version, part: id }}
                  back={here}
                  onceKey={crypto.randomUUID()}
                  about={headings.join(", ")}
                  buttons={[
                    { name: "direction", value: "up", label: "Up" },
                    { name: "direction", value: "down", label: "Down" },
                  ]}
                />
              </Cell>
            ) : null}
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
