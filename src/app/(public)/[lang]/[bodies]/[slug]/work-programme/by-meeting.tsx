import { meetingAddress } from "@/domain/bodies/body-address";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { ELSEWHERE } from "@/domain/programme/place-words";
import type { PublishedItem, PublishedProgramme } from "@/server/programme/published-programme";
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

type Group = { key: string; date: PlainDate; title: React.ReactNode; note: string; items: PublishedItem[] };

/** The table officers publish: a group a meeting, empty ones too, and what has its day without one. */
export function ByMeeting({ shown, today }: { shown: PublishedProgramme; today: PlainDate }) {
  const groups = [...meetings(shown, today), ...elsewhere(shown)].sort((a, b) => a.date.localeCompare(b.date));
  let number = 0;
  return (
    <Table labelledBy="by-meeting" hung columns={COLUMNS}>
      {groups.map((group) =>
        group.items.length === 0 ? (
          <IdleGroups
            key={group.key}
            span={COLUMNS.length}
            groups={[{ key: group.key, title: group.title, note: group.note, remark: remark(group.key, shown) }]}
          />
        ) : (
          <TableGroup
            key={group.key}
            span={COLUMNS.length}
            title={group.title}
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

/** Meetings to come, and past ones at which something had its place. */
const meetings = ({ body, meetings, items }: PublishedProgramme, today: PlainDate): Group[] =>
  meetings
    .map((meeting) => ({
      key: meeting.id,
      date: meeting.date,
      title: <a href={meetingAddress(body, meeting)}>{formatFullDate(meeting.date)}</a>,
      note: meeting.startTime ? formatTime(meeting.startTime) : "",
      items: items.filter(({ slotMeetingId }) => slotMeetingId === meeting.id),
    }))
    .filter(({ date, items }) => items.length > 0 || date >= today);

/** Briefings, visits and papers sent round, on their own days. */
const elsewhere = ({ items }: PublishedProgramme): Group[] =>
  items.flatMap((item) => {
    const { slot } = item.planned;
    if (slot === null || slot.kind === "meeting") return [];
    return [
      {
        key: item.planned.id,
        date: slot.on,
        title: formatFullDate(slot.on),
        note: ELSEWHERE[slot.kind],
        items: [item],
      },
    ];
  });

/** An empty meeting is one line; what was promised to it is said. */
function remark(meetingId: string, { items }: PublishedProgramme): string {
  const promised = items.filter(({ promisedTo }) => promisedTo?.id === meetingId).map(({ planned }) => planned.title);
  return [
    "Nothing placed yet.",
    ...promised.map((title) => `“${title}” promises its final report to this meeting.`),
  ].join(" ");
}
