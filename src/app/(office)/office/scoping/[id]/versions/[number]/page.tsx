import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { getVersion } from "@/server/scoping/queries";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { officePage } from "../../../../../_lib/office-page";
import { ProposalFacts } from "../../proposal-facts";

export const metadata: Metadata = { title: "Version of a scoping proposal" };

export default officePage<{ id: string; number: string }>(async (person, { id, number }) => {
  const version = await orNotFound(getVersion(readScope(person), id, Number(number)));
  const { content, recordedAt, proposal } = version;
  return (
    <OfficePage
      crumbs={[
        { href: "/office/scoping", label: "Scoping" },
        { href: `/office/scoping/${id}`, label: proposal.title || "No name yet" },
      ]}
    >
      <OfficeHead title={`${content.title}: version ${version.number}`}>
        As it was put forward, recorded on {formatDate(londonDate(recordedAt))} at {formatTime(londonTime(recordedAt))}.
        Nothing changes it any more.
      </OfficeHead>
      <OfficeSection id="version" title={content.template.name}>
        <ProposalFacts content={content} />
      </OfficeSection>
    </OfficePage>
  );
});
