import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { type DeadlineRule, isClosed } from "@/domain/calendar/deadlines";
import { distance } from "@/domain/calendar/distance";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime, type PlainTime } from "@/domain/calendar/plain-time";
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
}: {
  rules: readonly DeadlineRule[];
  meetingOn: PlainDate;
  calendar: CouncilCalendar;
  /** The hour by which the body's agendas go up. */
  publishBy: PlainTime | undefined;
  now: Clock;
}) {
  return (
    <OfficeSection id="timetable" title="Timetable">
      <Facts>
        {meetingTimetable(rules, meetingOn, calendar, publishBy).map((line) => (
          <Fact key={line.key} term={line.label}>
            {formatFullDate(line.date, { leftOutIn: now.date })}
            {line.time ? `, ${formatTime(line.time)}` : null} <Due {...stateOf(line, now)} />
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

function stateOf(line: TimetableLine, now: Clock) {
  const { words, state } = distance(line, now, "late");
  if (isClosed(line, now)) return { state: "met", distance: "gone by" } as const;
  return { state: state === "ahead" ? "ahead" : "soon", distance: words } as const;
}
