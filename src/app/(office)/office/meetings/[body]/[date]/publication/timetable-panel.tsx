import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { type DeadlineRule, isClosed } from "@/domain/calendar/deadlines";
import { distance } from "@/domain/calendar/distance";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { asMoment, formatTime, isPast, type LocalMoment, type PlainTime } from "@/domain/calendar/plain-time";
import { meetingTimetable, type TimetableLine } from "@/domain/meetings/timetable";
import type { Clock } from "@/server/clock/queries";
import { Due } from "@/ui/due";
import { Fact, Facts } from "@/ui/facts";
import { Meta } from "@/ui/meta";
import { OfficeSection } from "@/ui/page";

/** For whoever prepares the meeting: what has to be done by when, counted backwards from it, with the working. */
export function TimetablePanel({
  rules,
  meetingOn,
  calendar,
  publishBy,
  now,
  done,
}: {
  rules: readonly DeadlineRule[];
  meetingOn: PlainDate;
  calendar: CouncilCalendar;
  /** The hour by which the body's agendas go up. */
  publishBy: PlainTime | undefined;
  now: Clock;
  /** On which day it was convened and its agenda published, where it was: what was not done in time is late. */
  done: { convening: PlainDate | null; publication: LocalMoment | null };
}) {
  return (
    <OfficeSection id="timetable" title="Timetable">
      <Facts>
        {meetingTimetable(rules, meetingOn, calendar, publishBy).map((line) => (
          <Fact key={line.key} term={line.label}>
            {formatFullDate(line.date, { leftOutIn: now.date })}
            {line.time ? `, ${formatTime(line.time)}` : null} <Due {...stateOf(line, now, done)} />
            <details className="mt-1">
              <summary className="linklike inline-block">
                How it is counted<span className="sr-only">: {line.label}</span>
              </summary>
              <ul className="mt-1 list-none">
                {line.days.map(({ date, counted, why }) => (
                  <li key={date} className={counted ? "font-semibold" : "text-ink-2"}>
                    {formatFullDate(date, "left_out")}: {why}
                  </li>
                ))}
              </ul>
              <Meta as="div">{line.authority}.</Meta>
            </details>
          </Fact>
        ))}
      </Facts>
    </OfficeSection>
  );
}

function stateOf(line: TimetableLine, now: Clock, done: Parameters<typeof TimetablePanel>[0]["done"]) {
  const { words, state } = distance(line, now, "late");
  const was = line.key === "convening" ? done.convening : line.key === "publication" ? done.publication : undefined;
  if (was && !isPast(asMoment(was), line)) return { state: "met", distance: "in time" } as const;
  if (isClosed(line, now)) return { state: was === undefined ? "met" : "over", distance: "gone by" } as const;
  return { state: state === "ahead" ? "ahead" : "soon", distance: words } as const;
}
