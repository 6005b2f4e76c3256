import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { momentWords } from "@/app/_lib/day";
import { MeetingTag, MinutesTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { formatFullDate, formatMarginDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { listBodiesToConvene } from "@/server/meetings/arrangements";
import { type ListedMeeting, listMeetings } from "@/server/meetings/lists";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { List, ListItem } from "@/ui/list";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { ShortDate } from "@/ui/short-date";
import { Tag } from "@/ui/tag";
import { officePage } from "../../_lib/office-page";
import { officeMeeting, officeMinutes } from "./meeting-places";

export const metadata: Metadata = { title: "Meetings" };

export default officePage(async (person) => {
  const scope = readScope(person);
  if (!scope.inside) notFound();
  const meetings = await listMeetings(scope, person.day);
  const groups = [
    {
      id: "own-ahead",
      title: "Your meetings to come",
      meetings: meetings.filter(({ isOwn, isAhead }) => isOwn && isAhead),
    },
    {
      id: "own-behind",
      title: "Your meetings until now",
      meetings: meetings.filter(({ isOwn, isAhead }) => isOwn && !isAhead),
    },
    {
      id: "ahead",
      title: "Other meetings to come",
      meetings: meetings.filter(({ isOwn, isAhead }) => !isOwn && isAhead),
    },
    {
      id: "behind",
      title: "Other meetings until now",
      meetings: meetings.filter(({ isOwn, isAhead }) => !isOwn && !isAhead),
    },
  ];
  const sitsNowhere = !meetings.some(({ isOwn }) => isOwn);
  return (
    <OfficePage>
      <OfficeHead
        title="Meetings"
        actions={
          (await listBodiesToConvene(person)).length > 0 ? (
            <LinkButton href="/office/meetings/new">Make a meeting</LinkButton>
          ) : undefined
        }
      >
        Agendas, papers and minutes as you may read them, with what is not for publication where your seat or post opens
        it.
      </OfficeHead>
      {groups.map(({ id, title, meetings: own }) =>
        own.length > 0 ? (
          <OfficeSection key={id} id={id} title={sitsNowhere ? title.replace("Other meetings", "Meetings") : title}>
            <Meetings meetings={own} today={person.day} />
          </OfficeSection>
        ) : null,
      )}
      {meetings.length === 0 ? (
        <Empty what="No meetings yet.">They are listed once they are in the calendar.</Empty>
      ) : null}
    </OfficePage>
  );
});

function Meetings({ meetings, today }: { meetings: readonly ListedMeeting[]; today: PlainDate }) {
  return (
    <List>
      {meetings.map(({ id, slug, date, startTime, place, status, body, minutes, changedAt, isAhead }) => (
        <ListItem
          key={id}
          when={
            <>
              <b>
                <ShortDate
                  dateTime={date}
                  short={formatMarginDate(date, { leftOutIn: today })}
                  full={formatFullDate(date)}
                />
              </b>{" "}
              {startTime ? formatTime(startTime) : null}
            </>
          }
          title={body.name}
          href={officeMeeting(body, { slug })}
          meta={[place, isAhead && changedAt ? `Changed since publication, ${momentWords(changedAt, today)}` : null]
            .filter(Boolean)
            .join(" · ")}
          end={
            <>
              <MeetingTag status={status} />{" "}
              {minutes ? (
                <a href={officeMinutes(body, { slug })}>
                  <MinutesTag status={minutes} />
                </a>
              ) : null}
              {isAhead && changedAt ? (
                <Tag tone="info" shape="change">
                  Changed
                </Tag>
              ) : null}
            </>
          }
        />
      ))}
    </List>
  );
}
