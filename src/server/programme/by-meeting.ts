import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { ELSEWHERE } from "@/domain/programme/place-words";
import type { PublishedItem, PublishedProgramme } from "./published-programme";

export type ProgrammeGroup = {
  key: string;
  date: PlainDate;
  title: string;
  /** Where it is a meeting. */
  meeting: PublishedProgramme["meetings"][number] | null;
  note: string;
  items: PublishedItem[];
  /** What is said of one with nothing in it. */
  remark: string;
};

/** The programme as officers publish it: a group a meeting, empty ones too, and what has its day without one, by date. */
export const groupsOf = (shown: PublishedProgramme, today: PlainDate): ProgrammeGroup[] =>
  [...atMeetings(shown, today), ...elsewhere(shown)].sort((a, b) => a.date.localeCompare(b.date));

/** Meetings to come, and past ones at which something had its place. */
const atMeetings = (shown: PublishedProgramme, today: PlainDate): ProgrammeGroup[] =>
  shown.meetings
    .map((meeting) => ({
      key: meeting.id,
      date: meeting.date,
      title: formatFullDate(meeting.date),
      meeting,
      note: meeting.startTime ? formatTime(meeting.startTime) : "",
      items: shown.items.filter(({ slotMeetingId }) => slotMeetingId === meeting.id),
      remark: remark(meeting.id, shown),
    }))
    .filter(({ date, items }) => items.length > 0 || date >= today);

/** Briefings, visits and papers sent round, on their own days. */
const elsewhere = ({ items }: PublishedProgramme): ProgrammeGroup[] =>
  items.flatMap((item) => {
    const { slot } = item.planned;
    if (slot === null || slot.kind === "meeting") return [];
    const title = formatFullDate(slot.on);
    return [
      {
        key: item.planned.id,
        date: slot.on,
        title,
        meeting: null,
        note: ELSEWHERE[slot.kind],
        items: [item],
        remark: "",
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
