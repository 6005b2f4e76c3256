import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { ATTENDANCE_KINDS } from "@/domain/attendance/attendance";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { INTEREST_EFFECTS, INTEREST_KINDS } from "@/domain/interests/interests";
import type { AttendedMeeting } from "@/server/attendance/attended-meeting";
import { getAttendanceDesk } from "@/server/attendance/desk";
import { listDrafts } from "@/server/forms/drafts";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { Meta } from "@/ui/meta";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { RecordForm } from "../../../../../_forms/record-form";
import { SmallForm } from "../../../../../_forms/small-form";
import { officePage } from "../../../../../_lib/office-page";
import { officeMeeting } from "../../../meeting-places";
import { addAttendeeAction, declareInterestAction, removeAttendeeAction, withdrawDeclarationAction } from "./actions";
import { SeatsForm } from "./seats-form";

export const metadata: Metadata = { title: "Attendance and interests" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const desk = await orNotFound(getAttendanceDesk(person, { slug: date, body: { slug } }));
  const { meeting, others, seatFields, otherFields, declarations, declarationFields } = desk;
  if (!can(person, "interest.declare", { ...meeting, parentBodyId: meeting.body.parentId })) notFound();
  const drafts = await listDrafts(readScope(person), meeting.id);
  const here = `/office/meetings/${slug}/${date}/attendance` as const;
  const record = { id: meeting.id, version: meeting.version };
  const isAhead = meeting.date > person.day;
  const isOpen = !meeting.minutes || meeting.minutes.status === "draft" || meeting.minutes.status === "checked";
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead title={meeting.mayRecord ? "Attendance and interests" : "Declare an interest"}>
        {formatFullDate(meeting.date)}, {meeting.body.name}.{" "}
        {isOpen ? null : (
          <>
            It stands in <a href={`/office/meetings/${slug}/${date}/minutes`}>the minutes</a>, which are published.
          </>
        )}
      </OfficeHead>
      <OfficeSplit>
        <Main>
          {meeting.mayRecord ? (
            <>
              <OfficeSection id="seats" title="Members">
                {isAhead ? (
                  <p>Who is there is recorded on the day of the meeting, {formatDate(meeting.date)}.</p>
                ) : !isOpen ? (
                  <Facts>
                    {meeting.seats.map(({ id, name }) => (
                      <Fact key={id} term={name}>
                        {attendedAs(meeting, id) ?? <Gap>Not recorded</Gap>}
                      </Fact>
                    ))}
                  </Facts>
                ) : (
                  <SeatsForm
                    meeting={meeting}
                    fields={seatFields}
                    back={here}
                    draft={drafts.get("attendance/seats")}
                    button="Record the attendance"
                  />
                )}
              </OfficeSection>
              {isAhead ? null : (
                <OfficeSection id="others" title="Substitutes, officers and others" aside={String(others.length)}>
                  {others.map((one) => (
                    <div key={one.id} className="border-line border-b py-2">
                      {one.person.name}, {ATTENDANCE_KINDS[one.kind].toLowerCase()}
                      {one.substituteFor ? ` for ${one.substituteFor.name}` : null}
                      <Meta as="div">{[one.titleAsPrinted, one.under].filter(Boolean).join(", ")}</Meta>
                      {isOpen ? (
                        <SmallForm
                          action={removeAttendeeAction}
                          record={{ ...record, part: one.id }}
                          back={here}
                          onceKey={crypto.randomUUID()}
                          about={one.person.name}
                          buttons={[{ label: "Take off the list" }]}
                        />
                      ) : null}
                    </div>
                  ))}
                  {isOpen ? (
                    <RecordForm
                      action={addAttendeeAction}
                      prefix="other"
                      record={record}
                      back={here}
                      onceKey={crypto.randomUUID()}
                      fields={otherFields}
                      kept={drafts.get("attendance/add")?.values}
                      button="Add to the list"
                      second
                      notDone="Not added"
                    />
                  ) : null}
                </OfficeSection>
              )}
            </>
          ) : (
            <OfficeSection id="rule" title="What you declare">
              <p className="max-w-measure py-2">
                With a disclosable pecuniary interest you do not speak or vote on the item unless you have a
                dispensation (Localism Act 2011 s31). The words for the minutes become public with them.
              </p>
            </OfficeSection>
          )}
        </Main>
        <Side labelledBy="interests">
          <OfficeSection id="interests" title="Interests declared" aside={String(declarations.length)}>
            {declarations.length === 0 ? <p>No interest is recorded.</p> : null}
            {declarations.map((one) => (
              <div key={one.id} className="border-line border-b py-2">
                <b className="font-semibold">{one.person.name}</b>, {INTEREST_KINDS[one.kind]};{" "}
                {INTEREST_EFFECTS[one.effect]}. {one.agendaItem ? `“${one.agendaItem.title}”.` : "The whole meeting."}
                <Meta as="div">
                  In the minutes: {one.publicText}
                  {one.sensitive ? " Sensitive." : null}
                </Meta>
                {one.detail ? <Meta as="div">Kept apart: {one.detail}</Meta> : null}
                {isOpen ? (
                  <SmallForm
                    action={withdrawDeclarationAction}
                    record={{ ...record, part: one.id }}
                    back={here}
                    onceKey={crypto.randomUUID()}
                    about={one.person.name}
                    buttons={[{ label: "Take it back" }]}
                  />
                ) : null}
              </div>
            ))}
            {isOpen ? (
              <RecordForm
                action={declareInterestAction}
                prefix="interest"
                record={record}
                back={here}
                onceKey={crypto.randomUUID()}
                fields={declarationFields}
                kept={drafts.get("attendance/declare")?.values}
                button={meeting.mayRecord ? "Record the interest" : "Declare the interest"}
                second={meeting.mayRecord}
                notDone="Not recorded"
              />
            ) : null}
          </OfficeSection>
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});

const attendedAs = ({ attendance }: AttendedMeeting, personId: string): string | null => {
  const attended = attendance.find((each) => each.personId === personId);
  return attended ? ATTENDANCE_KINDS[attended.kind] : null;
};
