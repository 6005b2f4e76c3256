import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { getAttendanceDesk } from "@/server/attendance/desk";
import { sittingFields } from "@/server/attendance/sittings";
import { listDrafts } from "@/server/forms/drafts";
import { meetingSteps } from "@/server/meetings/steps";
import { getTableDesk } from "@/server/minutes/table-desk";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { RecordForm } from "../../../../../_forms/record-form";
import { officePage } from "../../../../../_lib/office-page";
import { StepsPanel } from "../../../../../_steps/steps-panel";
import { officeMeeting } from "../../../meeting-places";
import { attendanceWords } from "../attendance/attendance-words";
import { SeatsForm } from "../attendance/seats-form";
import { startMinutesAction } from "../minutes/edit/actions";
import { recordSittingsAction } from "./actions";
import { TakenList } from "./taken-list";
import { TOUCH } from "./touch";

export const metadata: Metadata = { title: "At the table" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const desk = await orNotFound(getTableDesk(person, { body: slug, meeting: date }));
  const { meeting, minutes, sittings } = desk;
  const base = `/office/meetings/${slug}/${date}` as const;
  const here = `${base}/at-the-table` as const;
  const record = { id: meeting.id, version: meeting.version };
  const [drafts, offered, { seatFields, others }] = await Promise.all([
    listDrafts(readScope(person), meeting.id),
    meetingSteps.offer(person, meeting.id),
    getAttendanceDesk(person, { id: meeting.id }),
  ]);
  const isAhead = meeting.date > person.day;
  const isOpen = minutes?.isWritable ?? true;
  // Once it is said of everybody it makes room for the items.
  const isOpenForSeats =
    drafts.has("attendance/seats") || seatFields.some((field) => field.kind === "one" && !field.value);
  const steps = offered.steps.filter(({ name }) => name === "recordHeld");
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead title="At the table" actions={<a href={`${base}/minutes/edit`}>Work on the minutes</a>}>
        {formatFullDate(meeting.date)}, {meeting.body.name}. Everything here can be taken down while the meeting sits,
        or typed up from notes afterwards: a time is a field, and “Now” only fills it.
      </OfficeHead>
      <div className={TOUCH}>
        <OfficeSplit>
          <Main>
            {isAhead ? (
              <OfficeSection id="seats" title="Who is here">
                <p>What happens at the meeting is taken down from its day on, {formatDate(meeting.date)}.</p>
              </OfficeSection>
            ) : isOpen ? (
              <>
                <OfficeSection id="seats" title="Who is here">
                  <details open={isOpenForSeats}>
                    <summary className="font-semibold">{attendanceWords(seatFields)}</summary>
                    <SeatsForm
                      meeting={meeting}
                      fields={seatFields}
                      back={here}
                      draft={drafts.get("attendance/seats")}
                      button="Record who is here"
                    />
                  </details>
                  <p className="py-2">
                    <a href={`${base}/attendance#others`}>Substitutes, officers and others</a>
                    {others.length > 0
                      ? `: ${others.map(({ person }) => person.name).join(", ")}.`
                      : ": none listed yet."}
                  </p>
                </OfficeSection>
                <OfficeSection id="sittings" title="When it sat">
                  <RecordForm
                    action={recordSittingsAction}
                    prefix="sittings"
                    record={record}
                    back={here}
                    onceKey={crypto.randomUUID()}
                    fields={sittingFields(sittings)}
                    kept={drafts.get("table/sittings")?.values}
                    button="Record when it sat"
                    second
                    notDone="Not recorded"
                  />
                  {["published", "held"].includes(meeting.status) ? (
                    <p className="border-line border-t py-2">
                      <a href={`${base}/sessions`}>Adjourn to another day</a>
                    </p>
                  ) : null}
                </OfficeSection>
              </>
            ) : (
              <OfficeSection id="seats" title="Who was here">
                <p>
                  It stands in <a href={`${base}/minutes`}>the minutes</a>, which are published.
                </p>
              </OfficeSection>
            )}
          </Main>
          <Side labelledBy="items">
            <OfficeSection id="items" title="Items">
              {minutes ? (
                <TakenList minutes={minutes} here={here} />
              ) : (
                <>
                  <p className="py-2">
                    There is a place for every item of the agenda once the minutes are begun. Nobody but the chair and
                    democratic services sees them before they are checked.
                  </p>
                  {isAhead ? null : (
                    <RecordForm
                      action={startMinutesAction}
                      prefix="minutes"
                      record={record}
                      back={here}
                      onceKey={crypto.randomUUID()}
                      fields={[]}
                      kept={undefined}
                      button="Begin the minutes"
                      notDone="Not begun"
                    />
                  )}
                </>
              )}
            </OfficeSection>
            {steps.length > 0 ? (
              <>
                <p className="py-2">
                  A decision binds others from when the meeting is recorded as held. Record it once it has begun with a
                  quorum.
                </p>
                <StepsPanel offered={{ ...offered, steps }} back={here} drafts={drafts} />
              </>
            ) : null}
          </Side>
        </OfficeSplit>
      </div>
    </OfficePage>
  );
});
