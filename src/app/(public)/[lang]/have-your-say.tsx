import { meetingAddress } from "@/domain/bodies/body-address";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { formatDate } from "@/domain/calendar/plain-date";
import type { LocalMoment } from "@/domain/calendar/plain-time";
import type { MeetingAhead } from "@/server/home/queries";
import { Section } from "@/ui/page";
import { AskLink, DeadlineFacts } from "../_lib/deadline-facts";

/** By when one can speak up at the next meeting whose agenda is out. */
export function HaveYourSay({
  meetings,
  calendar,
  now,
}: {
  meetings: readonly MeetingAhead[];
  calendar: CouncilCalendar;
  now: LocalMoment;
}) {
  const next = meetings.find(({ status }) => status === "published");
  return (
    <Section id="say" title="Have your say">
      {next ? (
        <>
          <DeadlineFacts rules={next.body.deadlines} meetingOn={next.date} calendar={calendar} now={now} />
          <AskLink meeting={next} calendar={calendar} now={now} />
          <p className="mt-2">
            At the{" "}
            <a href={meetingAddress(next.body, next)}>meeting of {formatDate(next.date, { leftOutIn: now.date })}</a>,{" "}
            {next.body.shortName}.
          </p>
        </>
      ) : (
        <p>Questions and statements can be sent in once an agenda is published. None is out now.</p>
      )}
      <p className="mt-2">
        At any time: <a href="/topics/suggest">suggest a topic</a> for scrutiny.
      </p>
    </Section>
  );
}
