import type { Metadata } from "next";
import { momentWords } from "@/app/_lib/day";
import { orNotFound } from "@/app/_lib/or-not-found";
import { DocumentLinks } from "@/app/_record/document-links";
import { ProgressRows } from "@/app/_record/progress-rows";
import { readScope } from "@/domain/access/read-scope";
import { progressAddress } from "@/domain/bodies/body-address";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { getProgressReport } from "@/server/progress/queries";
import { Empty } from "@/ui/empty";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { officePage } from "../../../../../_lib/office-page";
import { officeMeeting, officeProgress } from "../../../meeting-places";

export const metadata: Metadata = { title: "Progress on matters raised" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const { meeting, rows, keptAt } = await orNotFound(
    getProgressReport(readScope(person), { body: slug, meeting: date }),
  );
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead
        title="Progress on matters raised"
        actions={
          <>
            <DocumentLinks
              of="progress"
              at={officeProgress(meeting.body, meeting)}
              title="progress on matters raised"
            />
            {meeting.audience === "public" ? (
              <a href={progressAddress(meeting.body, meeting)}>As the public sees it</a>
            ) : null}
          </>
        }
      >
        For {formatFullDate(meeting.date)}.{" "}
        {keptAt
          ? `As it stood when the agenda was published, ${momentWords(keptAt, person.day)}.`
          : "Written anew from recommendations, their answers and follow-ups until the agenda is published; then it stays as it is."}
      </OfficeHead>
      <OfficeSection id="rows" title="What earlier meetings asked for" aside={String(rows.length)}>
        {rows.length > 0 ? (
          <ProgressRows rows={rows} labelledBy="rows" />
        ) : (
          <Empty what="Nothing is outstanding.">
            Recommendations and follow-ups of earlier meetings stand here until they are closed.
          </Empty>
        )}
      </OfficeSection>
    </OfficePage>
  );
});
