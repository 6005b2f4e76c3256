import { meetingAddress } from "@/domain/bodies/body-address";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { groupsOf, type ProgrammeGroup } from "@/server/programme/by-meeting";
import type { PublishedProgramme } from "@/server/programme/published-programme";
import { type Column, IdleGroups, Table, TableGroup } from "@/ui/table";
import { ItemRow } from "./item-row";

const COLUMNS: readonly Column[] = [
  { key: "number", head: "No." },
  { key: "item", head: "Item and purpose", width: "w-[29%]" },
  { key: "lines", head: "Key lines of enquiry", width: "w-[21%]" },
  { key: "leads", head: "Lead member, lead officer", width: "w-[17%]" },
  { key: "plan", head: "Corporate plan", width: "w-[11%]" },
  { key: "end", head: "Target end" },
];

/** The table officers publish: a group a meeting, empty ones too, and what has its day without one. */
export function ByMeeting({ shown, today }: { shown: PublishedProgramme; today: PlainDate }) {
  let number = 0;
  const titleOf = ({ meeting, title }: ProgrammeGroup) =>
    meeting ? <a href={meetingAddress(shown.body, meeting)}>{title}</a> : title;
  return (
    <Table labelledBy="by-meeting" hung columns={COLUMNS}>
      {groupsOf(shown, today).map((group) =>
        group.items.length === 0 ? (
          <IdleGroups
            key={group.key}
            span={COLUMNS.length}
            groups={[{ key: group.key, title: titleOf(group), note: group.note, remark: group.remark }]}
          />
        ) : (
          <TableGroup
            key={group.key}
            span={COLUMNS.length}
            title={titleOf(group)}
            note={[group.note, `${group.items.length} ${group.items.length === 1 ? "item" : "items"}`]
              .filter(Boolean)
              .join(", ")}
          >
            {group.items.map((item) => {
              number += 1;
              return <ItemRow key={item.planned.id} item={item} number={number} />;
            })}
          </TableGroup>
        ),
      )}
    </Table>
  );
}
