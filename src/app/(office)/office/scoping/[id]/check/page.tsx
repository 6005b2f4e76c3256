import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { ProposalTag } from "@/app/_lib/state-tag";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { sectionsOf } from "@/domain/scoping/sections";
import { movesFor } from "@/domain/workflow/workflow";
import { getProposal } from "@/server/scoping/queries";
import { Findings } from "@/ui/findings";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { shownFinding } from "../../../../_lib/finding-words";
import { officePage } from "../../../../_lib/office-page";
import { sectionAddress } from "../../places";
import { fieldAnchor } from "../asked-fields";
import { ProposalFacts } from "../proposal-facts";
import { PutForwardForm } from "./put-forward-form";

export const metadata: Metadata = { title: "Check before it is put forward" };

export default officePage<{ id: string }>(async (person, { id }) => {
  const proposal = await orNotFound(getProposal(readScope(person), id, person.day));
  if (proposal.status !== "draft") redirect(`/office/scoping/${id}`);
  if (!can(person, "scoping.edit", proposal.subject)) notFound();
  const move = movesFor(scopingWorkflow, proposal.subject, { actor: person, today: person.day }).find(
    ({ name }) => name === "putForward",
  );
  if (!move || move.blockedBy.length > 0) redirect(`/office/scoping/${id}?asked=forward#error-summary`);

  const sections = sectionsOf(proposal.content.template);
  const places = proposal.content.template.fields.map(({ field }) => {
    const section = sections.find(({ fields }) => fields.some((each) => each.field === field));
    const address = sectionAddress(id, section?.key ?? "item");
    return [field, address.replace("#asked", `#${fieldAnchor(field)}`)] as const;
  });
  return (
    <OfficePage
      crumbs={[
        { href: "/office/scoping", label: "Scoping" },
        { href: `/office/scoping/${id}`, label: proposal.content.title || "No name yet" },
      ]}
    >
      <OfficeSplit>
        <Main>
          <OfficeHead
            title="Check before it is put forward"
            tag={<ProposalTag status={proposal.status} version={proposal.versions.length + 1} />}
          >
            To the {proposal.body.name}. Its members can read it from then on, and it is no longer changed here.
          </OfficeHead>
          <OfficeSection id="answers" title={proposal.content.template.name}>
            <ProposalFacts
              content={proposal.content}
              changeAt={(section) => `/office/scoping/${id}?section=${section}#asked`}
            />
          </OfficeSection>
        </Main>
        <Side labelledBy="forward">
          <OfficeSection id="forward" title="Put it forward">
            <Findings
              findings={
                move.warnings.length > 0
                  ? move.warnings.map(shownFinding)
                  : [{ key: "nothing", severity: "good", what: "Nothing stops it, and nothing is left to look at." }]
              }
            />
            <PutForwardForm
              proposal={{ id, version: proposal.version }}
              onceKey={crypto.randomUUID()}
              asksReason={move.asksReason}
              places={Object.fromEntries(places)}
            />
          </OfficeSection>
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});
