import type { Addressed } from "@/domain/bodies/body-address";
import { addDays, type PlainDate, weekday } from "@/domain/calendar/plain-date";
import type { LocalMoment } from "@/domain/calendar/plain-time";

/** A meeting that something has to be ready for. */
export type MeetingAwaited = {
  id: string;
  slug: string;
  date: PlainDate;
  startTime: string | null;
  body: Addressed & { shortName: string };
};

/** What it is about, and so where the one thing to do is done. */
export type WaitingSubject =
  | { kind: "topic"; slug: string }
  | { kind: "proposal"; id: string }
  | { kind: "programme item"; id: string; body: Addressed }
  | { kind: "programme"; body: Addressed; itemId?: string }
  | { kind: "meeting"; meeting: MeetingAwaited }
  | { kind: "questions"; meeting: MeetingAwaited; id?: string }
  | { kind: "minutes"; body: Addressed; meeting: { slug: string }; part?: "read" | "check" }
  | { kind: "report"; slug: string }
  | { kind: "paper"; id: string; meeting: MeetingAwaited }
  | { kind: "minute"; body: Addressed; meeting: { slug: string }; number: number | null }
  | { kind: "recommendation"; id: string; clause?: number }
  | { kind: "follow-up"; id: string }
  | { kind: "body"; body: Addressed }
  | { kind: "review group"; slug: string }
  | { kind: "forward plan" };

/** One thing that waits for somebody. */
export type Waiting = {
  /** Stable, so that one thing found twice stands once. */
  key: string;
  /** A short sentence without a full stop: what it is. */
  title: string;
  /** Why, and what follows. */
  why: string;
  /** The day that binds, with an hour where there is one. */
  due?: LocalMoment | undefined;
  /** What it has to be ready for, where no day of its own comes first. */
  meeting?: MeetingAwaited | undefined;
  /** Since when it waits, where nothing says by when. */
  since?: PlainDate | undefined;
  /** Where it stands: "Item 8(b)", "Programme". */
  place?: string | undefined;
  /** It concerns something that is not public. */
  restricted?: boolean | undefined;
  /** The one thing to do: "Put it on an agenda". */
  verb: string;
  subject: WaitingSubject;
};

export type WaitingGroup =
  | { kind: "now" | "week" | "later" | "open"; things: readonly Waiting[] }
  | { kind: "meeting"; meeting: MeetingAwaited; things: readonly Waiting[] };

/**
 * What waits, by how soon: late and today; until the end of this week; for each meeting to come; on later days; without a date.
 * Groups with nothing in them are left out. What is due before its meeting stands with its day, not with the meeting.
 */
export function waitingGroups(things: readonly Waiting[], today: PlainDate): WaitingGroup[] {
  const sunday = addDays(today, 7 - weekday(today));
  const sorted = [...new Map(things.map((thing) => [thing.key, thing])).values()].toSorted(bySoonest);
  const isDue = (thing: Waiting, test: (day: PlainDate) => boolean) =>
    thing.due !== undefined && thing.due.date <= sunday && test(thing.due.date);

  const now = sorted.filter((thing) => isDue(thing, (day) => day <= today));
  const week = sorted.filter((thing) => isDue(thing, (day) => day > today));
  const rest = sorted.filter((thing) => !now.includes(thing) && !week.includes(thing));
  const meetings = new Map(rest.flatMap(({ meeting }) => (meeting ? [[meeting.id, meeting] as const] : [])));
  const forMeetings = [...meetings.values()]
    .toSorted((a, b) => compare(a.date, b.date) || compare(a.body.shortName, b.body.shortName))
    .map((meeting) => ({
      kind: "meeting" as const,
      meeting,
      things: rest.filter((thing) => thing.meeting?.id === meeting.id),
    }));
  const free = rest.filter(({ meeting }) => meeting === undefined);

  const groups: WaitingGroup[] = [
    { kind: "now", things: now },
    { kind: "week", things: week },
    ...forMeetings,
    { kind: "later", things: free.filter(({ due }) => due !== undefined) },
    { kind: "open", things: free.filter(({ due }) => due === undefined) },
  ];
  return groups.filter(({ things }) => things.length > 0);
}

/** Soonest first; what has no day after what has one, and then what has waited longest. */
function bySoonest(a: Waiting, b: Waiting): number {
  const moment = ({ due }: Waiting) => (due ? `${due.date} ${due.time ?? "24:00"}` : "9");
  return (
    compare(moment(a), moment(b)) || compare(a.place ?? "", b.place ?? "") || compare(a.since ?? "9", b.since ?? "9")
  );
}

const compare = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
