import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { MinutesTag } from "@/app/_lib/state-tag";
import { AmendmentList } from "@/app/_record/amendment-list";
import { AttendanceFacts } from "@/app/_record/attendance-facts";
import { DecisionsIndex } from "@/app/_record/decisions-index";
import { DocumentLine } from "@/app/_record/document-links";
import { MinuteEntry } from "@/app/_record/minute-entry";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { minutesAddress } from "@/domain/bodies/body-address";
import { labelsFrom } from "@/domain/bodies/labels";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { getMinutes, type MinutesPage } from "@/server/minutes/queries";
import { LinkButton } from "@/ui/button";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { officePage } from "../../../../../_lib/office-page";
import { officeItem, officeMeeting } from "../../../meeting-places";
import { MinutesHistory } from "./minutes-history";

export const metadata: Metadata = { title: "Minutes" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const scope = readScope(person);
  const [minutes, { council }] = await Promise.all([
    orNotFound(getMinutes(scope, { body: slug, meeting: date }, date.slice(0, 10))),
    site(),
  ]);
  await recordRestrictedViews(
    person.personId,
    "minute",
    minutes.items.filter(isRestricted).map(({ id }) => id),
  );

  const { body, meeting, items, amendments, status, audience } = minutes;
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(body, meeting), label: `${body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={`Minutes of ${formatFullDate(meeting.date)}`}
            tag={<MinutesTag status={status} />}
            actions={
              <>
                {can(person, "minutes.edit", minutes) ? (
                  <LinkButton second href={`/office/meetings/${slug}/${date}/minutes/edit`}>
                    Work on the minutes
                  </LinkButton>
                ) : null}
                {audience === "public" ? <a href={minutesAddress(body, meeting)}>As the public sees them</a> : null}
              </>
            }
          >
            {body.name}. <Confirmation minutes={minutes} />
          </OfficeHead>
          <DocumentLine of="minutes" at={`/office/meetings/${slug}/${date}/minutes`} says="As you read them here" />
          <OfficeSection id="attendance" title="Attendance">
            <AttendanceFacts minutes={minutes} labels={labelsFrom(council.labels, body.labels)} />
          </OfficeSection>
          <OfficeSection id="minutes" title="Minutes">
            {minutes.note ? <p className="text-note text-ink-2">{minutes.note}</p> : null}
            {items.map((item) => (
              <MinuteEntry key={item.id} item={item} today={person.day} />
            ))}
          </OfficeSection>
          {amendments.length > 0 ? (
            <OfficeSection id="amendments" title="Corrections">
              <AmendmentList minutes={minutes} today={person.day} />
            </OfficeSection>
          ) : null}
        </Main>
        <Side labelledBy="decisions">
          <DecisionsIndex items={items} />
        </Side>
        <Foot>
          <MinutesHistory person={person} minutes={minutes} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});

/** Shown because of what the reader is, not because it is public. */
const isRestricted = ({ isRestricted, decisions }: MinutesPage["items"][number]) =>
  isRestricted || decisions.some(({ restriction }) => restriction !== "public");

function Confirmation({ minutes: { confirmedAt, confirmation } }: { minutes: MinutesPage }) {
  const at = confirmation?.meeting ?? confirmedAt;
  if (!at) return <>Not yet before a meeting to be confirmed.</>;
  return (
    <>
      {confirmedAt ? "Confirmed on " : "To be confirmed on "}
      <a href={confirmation?.number ? officeItem(at.body, at, confirmation.number) : officeMeeting(at.body, at)}>
        {formatDate(at.date)}
        {confirmation?.number ? `, item ${confirmation.number}` : null}
      </a>
      .
    </>
  );
}
