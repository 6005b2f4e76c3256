import { MarginDay } from "@/app/_lib/day";
import { meetingAddress } from "@/domain/bodies/body-address";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { londonDate } from "@/domain/calendar/london-time";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { noticeGiven, publishByOf } from "@/domain/meetings/meeting-notice";
import type { listAgendasPublished, listMeetingsHeld } from "@/server/home/queries";
import { ListItem } from "@/ui/list";

type Published = Awaited<ReturnType<typeof listAgendasPublished>>[number];
type Held = Awaited<ReturnType<typeof listMeetingsHeld>>[number];

type News = { key: string; on: PlainDate; title: string; href: string; meta: string };

const LINES = 6;

/** What happened last: agendas published, what changed in them, meetings held. Nothing that the clock has not reached. */
export function newsFrom({
  published,
  held,
  clock,
  calendar,
}: {
  published: readonly Published[];
  held: readonly Held[];
  clock: { date: PlainDate; instant: Date };
  calendar: CouncilCalendar;
}): News[] {
  const news = [
    ...published.flatMap((meeting) => changes(meeting, clock.date)),
    ...published.flatMap((meeting) => agenda(meeting, clock.date, calendar)),
    ...held.map((meeting) => heldMeeting(meeting)),
  ];
  return news
    .filter(({ on }) => on <= clock.date)
    .sort((a, b) => b.on.localeCompare(a.on))
    .slice(0, LINES);
}

function agenda(meeting: Published, today: PlainDate, calendar: CouncilCalendar): News[] {
  if (!meeting.publishedAt) return [];
  const on = londonDate(meeting.publishedAt);
  const { clear } = noticeGiven(
    meeting.publishedAt,
    { ...meeting, body: { publishBy: publishByOf(meeting.body.rules) } },
    calendar,
  );
  const shut = meeting._count.papers;
  const facts = [
    `${meeting.body.shortName}.`,
    `${clear.count} clear ${clear.count === 1 ? "day" : "days"} before the meeting.`,
    shut > 0 ? `${shut} ${shut === 1 ? "paper is" : "papers are"} not open to the public.` : "",
  ];
  return [
    {
      key: `agenda-${meeting.id}`,
      on,
      title: `Agenda for ${formatDate(meeting.date, { leftOutIn: today })} published`,
      href: meetingAddress(meeting.body, meeting),
      meta: facts.filter(Boolean).join(" "),
    },
  ];
}

/** The changes of one day to one agenda are one line. */
function changes(meeting: Published, today: PlainDate): News[] {
  const days = Map.groupBy(meeting.entries, ({ at }) => londonDate(at));
  return [...days].map(([on, entries]) => ({
    key: `changes-${meeting.id}-${on}`,
    on,
    title: `${entries.length} ${entries.length === 1 ? "change" : "changes"} to the agenda for ${formatDate(meeting.date, { leftOutIn: today })}`,
    href: `${meetingAddress(meeting.body, meeting)}#changed`,
    meta: meeting.body.shortName,
  }));
}

function heldMeeting(meeting: Held): News {
  const unrecorded = meeting.forwardPlan.filter(({ outcome }) => outcome === null).map(({ title }) => title);
  const isNamed = unrecorded.every((title) => meeting.purpose?.includes(title));
  const on = isNamed ? "" : ` on ${unrecorded.join(", ")}`;
  const gap = unrecorded.length > 0 ? `What it decided${on} is not recorded here yet.` : "";
  return {
    key: `held-${meeting.id}`,
    on: meeting.date,
    title: `${meeting.body.shortName} met`,
    href: meetingAddress(meeting.body, meeting),
    meta: [meeting.purpose, gap].filter(Boolean).join(" "),
  };
}

/** One line of what is new, with its day in the margin. */
export function NewsLine({ item, today }: { item: News; today: PlainDate }) {
  return (
    <ListItem
      when={<MarginDay date={item.on} today={today} />}
      title={item.title}
      href={item.href}
      meta={item.meta || undefined}
    />
  );
}
