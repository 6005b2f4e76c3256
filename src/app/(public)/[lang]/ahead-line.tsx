import { MarginDay } from "@/app/_lib/day";
import { MeetingTag } from "@/app/_lib/state-tag";
import { meetingAddress } from "@/domain/bodies/body-address";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { yearOf } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import type { MeetingAhead } from "@/server/home/queries";
import { ListItem } from "@/ui/list";

/** One meeting to come: when, whose, and what it is about as far as anything is placed there. */
export function AheadLine({ meeting, today }: { meeting: MeetingAhead; today: PlainDate }) {
  const { body, date, startTime, status } = meeting;
  const isThisYear = yearOf(date) === yearOf(today);
  return (
    <ListItem
      when={
        <>
          <b>
            <MarginDay date={date} today={date} />
          </b>{" "}
          {isThisYear ? startTime && formatTime(startTime) : yearOf(date)}
        </>
      }
      title={body.name}
      href={meetingAddress(body, meeting)}
      meta={about(meeting)}
      end={status === "convened" ? undefined : <MeetingTag status={status} />}
    />
  );
}

/** Its purpose, else what the work programme has placed or promised there, else that nothing is. */
function about({ purpose, programmeItems, promisedItems, agenda, status }: MeetingAhead): string {
  const pages = agenda[0]?.pageTo;
  const placed = programmeItems.map(({ title }) => title).join("; ");
  const promised = promisedItems.map(({ title }) => `The final report on ${title} is promised.`);
  const filled = [placed && `${placed}.`, ...promised].filter(Boolean).join(" ");
  const said = [purpose || filled, pages ? `${pages} pages.` : ""].filter(Boolean);
  if (said.length > 0) return said.join(" ");
  return status === "published" ? "Its agenda is published." : "Nothing placed yet.";
}
