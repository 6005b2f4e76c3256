import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { getPaperToTakeDown } from "@/server/papers/queries";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../../../../../../_lib/office-page";
import { officeMeeting } from "../../../../meeting-places";
import { TakeDownForm } from "./take-down-form";

export const metadata: Metadata = { title: "Take a paper down" };

type Params = { body: string; date: string; paper: string };

export default officePage<Params>(async (person, { body: bodySlug, date, paper: id }) => {
  const { meeting, ...paper } = await orNotFound(getPaperToTakeDown(readScope(person), id));
  if (!can(person, "meeting.take-down", { bodyId: paper.bodyId })) notFound();
  if (meeting.slug !== date || meeting.body.slug !== bodySlug) notFound();
  const back = officeMeeting(meeting.body, meeting);
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: back, label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead title="Take a paper down at once">“{paper.title}”</OfficeHead>
      {paper.takenDownAt ? (
        <Notice title="This paper has been taken down already">
          <p>
            <a href={back}>Back to the meeting</a>
          </p>
        </Notice>
      ) : (
        <>
          <p className="mt-3 max-w-measure">
            For exempt or personal data that was published. The paper, its files and the report or proposal it lists are
            closed to everybody but those who wrote it and democratic services, and no page of this site shows them from
            then on. Every version that it took the place of comes down with it, and what was said of each. A pack that
            contains them is a paper of its own: take that down too. The public reads that a paper was taken down, and
            when; never what it was. What others have downloaded cannot be called back.
          </p>
          <TakeDownForm
            paper={{ id, version: paper.version }}
            body={bodySlug}
            meeting={date}
            onceKey={crypto.randomUUID()}
          />
        </>
      )}
    </OfficePage>
  );
});
