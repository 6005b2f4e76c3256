import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { MinutesTag } from "@/app/_lib/state-tag";
import { AmendmentList } from "@/app/_record/amendment-list";
import { AttendanceFacts } from "@/app/_record/attendance-facts";
import { DecisionsIndex } from "@/app/_record/decisions-index";
import { DocumentLinks } from "@/app/_record/document-links";
import { MinuteEntry } from "@/app/_record/minute-entry";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, itemAnchor, meetingAddress, minutesAddress, treeOf } from "@/domain/bodies/body-address";
import { labelsFrom } from "@/domain/bodies/labels";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { getMinutes, type MinutesPage } from "@/server/minutes/queries";
import { Meta } from "@/ui/meta";
import { Columns, Main, PageHead, PublicPage, Section, Side } from "@/ui/page";
import { PublicFrame } from "../../../../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../../../../_lib/public-page";

type Params = { lang: string; bodies: string; slug: string; date: string };

const load = cache((body: string, meeting: string) =>
  orNotFound(getMinutes(PUBLIC_SCOPE, { body, meeting }, meeting.slice(0, 10))),
);

export const generateMetadata = publicMetadata<Params>(async ({ slug, date }) => {
  const minutes = await load(slug, date);
  return { title: `Minutes of ${formatDate(minutes.meeting.date)}, ${minutes.body.shortName}` };
});

export default publicPage<Params>(async ({ bodies, slug, date }) => {
  const [{ council, clock }, minutes] = await Promise.all([site(), load(slug, date)]);
  const { body, meeting } = minutes;
  if (bodies !== treeOf(body.kind)) permanentRedirect(minutesAddress(body, meeting));
  const labels = labelsFrom(council.labels, body.labels);
  const decided = minutes.items.some(({ decisions }) => decisions.length > 0);

  return (
    <PublicFrame section={bodies === "committees" ? "/committees" : undefined}>
      <PublicPage
        crumbs={[
          { href: "/committees", label: "Committees" },
          { href: bodyAddress(body), label: body.shortName },
          { href: meetingAddress(body, meeting), label: `Meeting of ${formatDate(meeting.date)}` },
        ]}
      >
        <Columns>
          <PageHead
            kicker={body.name}
            title={`Minutes of ${formatFullDate(meeting.date)}`}
            lead={whereAndWhen(meeting)}
            state={
              <>
                <MinutesTag status={minutes.status} />
                <Meta as="span">
                  <Confirmation minutes={minutes} />
                </Meta>
              </>
            }
            actions={
              <DocumentLinks
                of="minutes"
                at={minutesAddress(body, meeting)}
                title={`minutes of ${formatDate(meeting.date)}`}
              />
            }
          />
          {decided ? (
            <Side labelledBy="decisions" stay>
              <DecisionsIndex items={minutes.items} />
            </Side>
          ) : null}
          <Main>
            <Section id="attendance" title="Attendance">
              <AttendanceFacts minutes={minutes} labels={labels} />
            </Section>
            <Section id="minutes" title="Minutes">
              {minutes.note ? <p className="text-note text-ink-2">{minutes.note}</p> : null}
              {minutes.items.map((item) => (
                <MinuteEntry key={item.id} item={item} today={clock.date} />
              ))}
            </Section>
            {minutes.amendments.length > 0 ? (
              <Section id="amendments" title="Corrections">
                <AmendmentList minutes={minutes} today={clock.date} />
              </Section>
            ) : null}
          </Main>
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
});

/** Where the minutes were confirmed, or are to be. */
function Confirmation({ minutes: { confirmedAt, confirmation } }: { minutes: MinutesPage }) {
  const at = confirmation?.meeting ?? confirmedAt;
  if (!at) return <>Not yet before a meeting to be confirmed.</>;
  const anchor = confirmation?.number ? `#${itemAnchor(confirmation.number)}` : "";
  return (
    <>
      {confirmedAt ? "Confirmed on " : "To be confirmed on "}
      <a href={`${meetingAddress(at.body, at)}${anchor}`}>
        {formatDate(at.date)}
        {confirmation?.number ? `, item ${confirmation.number}` : null}
      </a>
    </>
  );
}

/** "County Hall, Dorchester, 10.00 am to 12.15 pm" */
function whereAndWhen({ place, startTime, sessions }: MinutesPage["meeting"]): string | undefined {
  const endTime = sessions.at(-1)?.endTime;
  const hours = startTime && `${formatTime(startTime)}${endTime ? ` to ${formatTime(endTime)}` : ""}`;
  return [place, hours].filter(Boolean).join(", ") || undefined;
}
