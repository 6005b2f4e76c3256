import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { MeetingTag } from "@/app/_lib/state-tag";
import { Sessions } from "@/app/_record/meeting-changes";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { listDrafts } from "@/server/forms/drafts";
import { getServedMeeting } from "@/server/meetings/agenda-desk";
import { getMeeting } from "@/server/meetings/queries";
import { sessionFields } from "@/server/meetings/sessions";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { RecordForm } from "../../../../../_forms/record-form";
import { officePage } from "../../../../../_lib/office-page";
import { officeMeeting } from "../../../meeting-places";
import { addSessionAction } from "./actions";

export const metadata: Metadata = { title: "Sessions" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const served = await orNotFound(getServedMeeting(person, { body: slug, meeting: date }));
  if (served.status !== "published" && served.status !== "held") notFound();
  const scope = readScope(person);
  const [meeting, drafts] = await Promise.all([
    orNotFound(getMeeting(scope, { body: slug, meeting: date }, person.day)),
    listDrafts(scope, served.id),
  ]);
  const here = officeMeeting(served.body, served);
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: here, label: `${served.body.shortName}, ${formatDate(served.date)}` },
      ]}
    >
      <OfficeHead
        title={`Sessions of the meeting of ${formatFullDate(served.date)}`}
        tag={<MeetingTag status={served.status} />}
      >
        {served.body.name}. An adjourned meeting goes on another day: it is the same meeting, and its business needs no
        new clear days.
      </OfficeHead>
      <Sessions meeting={meeting} />
      <OfficeSection id="further" title="Add a further session">
        <RecordForm
          action={addSessionAction}
          prefix="session"
          record={{ id: served.id, version: served.version }}
          back={`${here}/sessions`}
          onceKey={crypto.randomUUID()}
          fields={sessionFields(meeting)}
          kept={drafts.get("meeting/session")?.values}
          button="Add the session"
          notDone="Not added"
        />
      </OfficeSection>
    </OfficePage>
  );
});
