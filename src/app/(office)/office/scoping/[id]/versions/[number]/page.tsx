import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { getVersion, isOpenProposal } from "@/server/scoping/queries";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { officePage } from "../../../../../_lib/office-page";
import { ProposalFacts } from "../../proposal-facts";

export const metadata: Metadata = { title: "Version of a scoping proposal" };

export default officePage<{ id: string; number: string }>(async (person, { id, number }) => {
  const scope = readScope(person);
  const [{ content, recordedAt, ...version }, isOpen] = await Promise.all([
    orNotFound(getVersion(scope, id, Number(number))),
    isOpenProposal(scope, id),
  ]);
  return (
    <OfficePage
      crumbs={[
        { href: "/office/scoping", label: "Scoping" },
        // While it is drafted again, what was published of it can be read, and it cannot.
        ...(isOpen ? [{ href: `/office/scoping/${id}`, label: content.title || "No name yet" }] : []),
      ]}
    >
      <OfficeHead title={`${content.title}: version ${version.number}`}>
        {content.amendments ? "As the committee amended it" : "As it was put forward"}, recorded on{" "}
        {formatDate(londonDate(recordedAt))} at {formatTime(londonTime(recordedAt))}. Nothing changes it any more.
      </OfficeHead>
      <OfficeSection id="version" title={content.template.name}>
        <ProposalFacts content={content} />
      </OfficeSection>
    </OfficePage>
  );
});
