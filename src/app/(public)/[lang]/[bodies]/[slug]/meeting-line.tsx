import { MarginDay } from "@/app/_lib/day";
import { MeetingTag } from "@/app/_lib/state-tag";
import { type Addressed, meetingAddress, minutesAddress } from "@/domain/bodies/body-address";
import { formatFullDate, type PlainDate, yearOf } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import type { BodyPage } from "@/server/bodies/queries";
import { ListItem } from "@/ui/list";

/** A meeting in the list of its body. */
export function MeetingLine({
  body,
  meeting,
  today,
}: {
  body: Addressed;
  meeting: BodyPage["meetings"][number];
  today: PlainDate;
}) {
  const { date, startTime, status, purpose, minutes } = meeting;
  const day = <MarginDay date={date} today={date} />;
  return (
    <ListItem
      when={
        <>
          {date >= today ? <b>{day}</b> : day}{" "}
          {yearOf(date) === yearOf(today) ? startTime && formatTime(startTime) : yearOf(date)}
        </>
      }
      title={`Meeting of ${formatFullDate(date)}`}
      href={meetingAddress(body, meeting)}
      meta={
        <>
          {purpose || (date >= today && status === "convened" ? "Its agenda is to come." : null)}{" "}
          {minutes ? (
            <>
              Read the <a href={minutesAddress(body, meeting)}>minutes</a>.
            </>
          ) : null}
        </>
      }
      end={status === "convened" ? undefined : <MeetingTag status={status} />}
    />
  );
}
