import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { backwardTimetable, type DeadlineRule, isClosed } from "@/domain/calendar/deadlines";
import { distance } from "@/domain/calendar/distance";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime, type LocalMoment } from "@/domain/calendar/plain-time";
import { Due } from "@/ui/due";
import { Fact, Facts } from "@/ui/facts";

/** By when the public and councillors can speak up for a meeting, by the body's standing orders. */
export function DeadlineFacts({
  rules,
  meetingOn,
  calendar,
  now,
}: {
  /** As they are stored with the body. */
  rules: unknown;
  meetingOn: PlainDate;
  calendar: CouncilCalendar;
  now: LocalMoment;
}) {
  const timetable = backwardTimetable(Array.isArray(rules) ? (rules as DeadlineRule[]) : [], meetingOn, calendar);
  if (timetable.length === 0) return <p>This body’s standing orders set no time for questions or statements.</p>;
  return (
    <Facts>
      {timetable.map((due) => {
        const { words, state } = distance(due, now, "late");
        const closed = isClosed(due, now);
        return (
          <Fact key={due.key} term={due.label}>
            {due.time ? `${capital(formatTime(due.time))}, ` : null}
            {formatFullDate(due.date, { leftOutIn: now.date })}
            <br />
            <Due
              state={closed ? "met" : state === "soon" || state === "today" ? "soon" : "ahead"}
              distance={closed ? "closed" : words}
            />
          </Fact>
        );
      })}
    </Facts>
  );
}

/** "Noon" where it begins the line. */
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
