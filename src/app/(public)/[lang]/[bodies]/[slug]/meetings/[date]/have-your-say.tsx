import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { backwardTimetable, type DeadlineRule, isClosed } from "@/domain/calendar/deadlines";
import { distance } from "@/domain/calendar/distance";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime, type LocalMoment } from "@/domain/calendar/plain-time";
import type { MeetingPage } from "@/server/meetings/queries";
import { Due } from "@/ui/due";
import { Fact, Facts } from "@/ui/facts";
import { Section } from "@/ui/page";

/** By when the public and councillors can speak up for this meeting, by the body's standing orders. */
export function HaveYourSay({
  meeting,
  calendar,
  now,
}: {
  meeting: Pick<MeetingPage, "date" | "body">;
  calendar: CouncilCalendar;
  now: LocalMoment;
}) {
  const timetable = backwardTimetable(meeting.body.deadlines as unknown as DeadlineRule[], meeting.date, calendar);
  return (
    <Section id="say" title="Have your say">
      {timetable.length > 0 ? (
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
      ) : (
        <p>This body’s standing orders set no time for questions or statements.</p>
      )}
    </Section>
  );
}

/** "Noon" where it begins the line. */
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
