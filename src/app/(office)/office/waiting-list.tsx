import { distance } from "@/domain/calendar/distance";
import { daysBetween, formatDate, formatFullDate, formatMarginDate } from "@/domain/calendar/plain-date";
import { formatTime, type LocalMoment } from "@/domain/calendar/plain-time";
import type { Waiting, WaitingGroup } from "@/domain/waiting/waiting";
import { OfficeSection } from "@/ui/page";
import { ShortDate } from "@/ui/short-date";
import { Tag } from "@/ui/tag";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { WorkItem, WorkList } from "@/ui/work-list";
import { waitingAddress } from "../_lib/waiting-address";
import { officeMeeting } from "./meetings/meeting-places";

const TITLES = {
  now: "Late and today",
  week: "This week",
  later: "Later",
  open: "No date, but waiting",
} as const;

/** One group of what waits, under its heading. */
export function WaitingSection({ group, now }: { group: WaitingGroup; now: LocalMoment }) {
  const { things } = group;
  if (group.kind !== "meeting")
    return (
      <OfficeSection id={group.kind} title={TITLES[group.kind]} aside={things.length}>
        <Things things={things} now={now} />
      </OfficeSection>
    );
  const { meeting } = group;
  const at = meeting.startTime ? `, ${formatTime(meeting.startTime)}` : "";
  return (
    <OfficeSection
      id={`meeting-${meeting.id}`}
      title={
        <>
          For {formatFullDate(meeting.date, { leftOutIn: now.date })}
          {at}
          <VisuallyHidden>, {meeting.body.shortName}</VisuallyHidden>
        </>
      }
      aside={
        <>
          {things.length} · <a href={officeMeeting(meeting.body, meeting)}>{meeting.body.shortName}</a>
        </>
      }
    >
      <Things things={things} now={now} />
    </OfficeSection>
  );
}

function Things({ things, now }: { things: readonly Waiting[]; now: LocalMoment }) {
  return (
    <WorkList>
      {things.map((thing) => (
        <WorkItem
          key={thing.key}
          {...margin(thing, now)}
          title={thing.title}
          tag={thing.restricted ? <Tag tone="held">Restricted</Tag> : null}
          why={thing.why}
          action={{ href: waitingAddress(thing.subject), label: thing.verb, about: `: ${thing.title}` }}
        />
      ))}
    </WorkList>
  );
}

/** What stands beside it: the day that binds and how far off it is; else its place, else since when it waits. */
function margin({ due, place, since }: Waiting, now: LocalMoment) {
  if (due) {
    const { state, words, days } = distance(due, now, "late");
    const at = due.time ? formatTime(due.time) : null;
    if (state === "late") return { when: <Day date={due.date} />, under: <Tag tone="stop">{words}</Tag> };
    if (state === "today") return { when: "Today", under: `until ${at ?? "midnight"}` };
    return {
      when: <Day date={due.date} />,
      under: [at, days === 1 ? "1 day" : `${days} days`].filter(Boolean).join(", "),
    };
  }
  const waited = since ? daysBetween(since, now.date) : 0;
  const long = waited === 1 ? "1 day" : `${waited} days`;
  if (place) return { when: place, under: waited > 0 ? `${long}` : null };
  if (since === undefined) return { when: null };
  return {
    when: (
      <>
        Since <PastDay date={since} />
      </>
    ),
    under: waited > 0 ? long : "today",
  };
}

const Day = ({ date }: { date: string }) => (
  <ShortDate dateTime={date} short={formatMarginDate(date)} full={formatFullDate(date)} />
);

/** The day of the week says nothing of a day that is long past. */
const PastDay = ({ date }: { date: string }) => (
  <ShortDate dateTime={date} short={formatMarginDate(date).replace(/^\S+ /, "")} full={formatDate(date)} />
);
