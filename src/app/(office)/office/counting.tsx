import { clearDaySentence } from "@/domain/calendar/clear-days";
import { formatDate, formatFullDate, formatMarginDate, weekdayName } from "@/domain/calendar/plain-date";
import { formatTime, type LocalMoment } from "@/domain/calendar/plain-time";
import type { NextMeeting } from "@/server/waiting/next-meeting";
import { ClearDays } from "@/ui/clear-days";
import { Fact, Facts } from "@/ui/facts";
import { OfficeSection } from "@/ui/page";
import { ShortDate } from "@/ui/short-date";

/** The days that lead to a meeting, and what falls on them. */
export function Counting({ next, now }: { next: NextMeeting; now: LocalMoment }) {
  const { meeting, clear, published, last, timetable } = next;
  const count = `${clear.count} clear ${clear.count === 1 ? "day" : "days"}`;
  return (
    <OfficeSection id="counting" title={`Counting to ${formatDate(meeting.date, { leftOutIn: now.date })}`}>
      <div className="mt-2">
        <ClearDays
          label={published ? "Clear days between publication and the meeting" : "Clear days if it were published today"}
          days={clear.days.map((day) => ({
            key: day.date,
            letter: weekdayName(day.date).slice(0, 1),
            day: Number(day.date.slice(8)),
            kind: day.kind === "clear_day" ? "on" : day.kind === "published" || day.kind === "meeting" ? "end" : "off",
            count: day.number,
            sentence: clearDaySentence(day),
          }))}
        />
      </div>
      <div className="mt-2">
        <Facts>
          <Fact term="Committee">{meeting.body.shortName}</Fact>
          <Fact term="Published">
            {published ? (
              <>
                <Moment when={{ date: published.date }} />, {count}
              </>
            ) : (
              `Not yet; today it would have ${count}`
            )}
          </Fact>
          <Fact term="Last day for 5">
            <Moment when={last} />
            {last.date === now.date ? ", today" : null}
          </Fact>
          {timetable.map(({ key, label, ...when }) => (
            <Fact key={key} term={label}>
              <Moment when={when} />
            </Fact>
          ))}
          <Fact term="Meeting">
            <Moment when={{ date: meeting.date, time: meeting.startTime ?? undefined }} />
          </Fact>
        </Facts>
      </div>
    </OfficeSection>
  );
}

const Moment = ({ when: { date, time } }: { when: LocalMoment }) => (
  <>
    <ShortDate dateTime={date} short={formatMarginDate(date)} full={formatFullDate(date)} />
    {time ? `, ${formatTime(time)}` : null}
  </>
);
