import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { listDrafts } from "@/server/forms/drafts";
import { getServedMeeting } from "@/server/meetings/agenda-desk";
import { arrangementFields } from "@/server/meetings/arrangements";
import { OfficeHead, OfficePage } from "@/ui/page";
import { RecordForm } from "../../../../../_forms/record-form";
import { officePage } from "../../../../../_lib/office-page";
import { editArrangementsAction } from "./actions";

export const metadata: Metadata = { title: "When and where" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const meeting = await orNotFound(getServedMeeting(person, { body: slug, meeting: date }));
  if (meeting.isOver) notFound();
  const drafts = await listDrafts(readScope(person), meeting.id);
  const here = `/office/meetings/${slug}/${date}` as const;
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: here, label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead title="When and where">
        {formatFullDate(meeting.date)}, {meeting.body.name}.{" "}
        {meeting.isPublished ? "Its agenda is published: what you change is dated, in public." : null}
        {meeting.status !== "planned" ? " Postpone it to change the day." : null}
      </OfficeHead>
      <RecordForm
        action={editArrangementsAction}
        prefix="meeting"
        record={{ id: meeting.id, version: meeting.version }}
        back={here}
        onceKey={crypto.randomUUID()}
        fields={arrangementFields(meeting, meeting.status === "planned")}
        kept={drafts.get("meeting/arrangements")?.values}
        button="Save when and where"
        cancel={here}
      />
    </OfficePage>
  );
});
