import { type Addressed, askAddress } from "@/domain/bodies/body-address";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { backwardTimetable, deadlinesForPublic, isClosed } from "@/domain/calendar/deadlines";
import { distance } from "@/domain/calendar/distance";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime, type LocalMoment } from "@/domain/calendar/plain-time";
import { kindsForPublic, questionDeadline } from "@/domain/questions/question-deadline";
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
  const timetable = backwardTimetable(deadlinesForPublic(rules), meetingOn, calendar);
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

/**
 * The way to the form, as long as something can be sent in. The page it is on may have been made before that time ran out: the form
 * says so then.
 */
export function AskLink({
  meeting,
  calendar,
  now,
}: {
  meeting: { slug: string; date: PlainDate; body: Addressed & { deadlines: unknown } };
  calendar: CouncilCalendar;
  now: LocalMoment;
}) {
  const { body, date } = meeting;
  const isOpen = kindsForPublic(body.deadlines).some((kind) => {
    const due = questionDeadline(kind, body.deadlines, date, calendar);
    return due !== null && !isClosed(due, now);
  });
  if (!isOpen) return null;
  return (
    <p className="mt-2">
      <a href={askAddress(body, meeting)}>Ask a question or make a statement</a>
    </p>
  );
}
