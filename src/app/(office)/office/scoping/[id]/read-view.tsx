import { ProposalTag } from "@/app/_lib/state-tag";
import { DocumentLine } from "@/app/_record/document-links";
import { itemAnchor, meetingAddress } from "@/domain/bodies/body-address";
import { formatDate } from "@/domain/calendar/plain-date";
import { sectionsOf } from "@/domain/scoping/sections";
import type { KeptDraft } from "@/server/forms/drafts";
import { fieldsIn, inputsOf, saysTheSame } from "@/server/scoping/form";
import type { ProposalPage } from "@/server/scoping/queries";
import type { Offered } from "@/server/workflow/steps";
import { Fact, Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { StepsPanel } from "../../../_steps/steps-panel";
import { sectionForm } from "../places";
import { fieldLabel } from "./asked-fields";
import { DropForm } from "./drop-form";
import { ProposalFacts } from "./proposal-facts";
import { ProposalHistory, ProposalVersions, Readers } from "./proposal-side";

/** A proposal as it stands, for whoever may read it and does not write in it. */
export function ReadView({
  proposal,
  offered,
  drafts,
}: {
  proposal: ProposalPage;
  offered: Offered;
  drafts: ReadonlyMap<string, KeptDraft>;
}) {
  const { content, body, agendaItem, status, versions } = proposal;
  return (
    <OfficePage crumbs={[{ href: "/office/scoping", label: "Scoping" }]}>
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={content.title || "No name yet"}
            tag={<ProposalTag status={status} version={versions.length || undefined} />}
          >
            Scoping proposal to the {body.name}
            {agendaItem ? (
              <>
                {". "}
                <a
                  href={`${meetingAddress(agendaItem.meeting.body, agendaItem.meeting)}${agendaItem.number ? `#${itemAnchor(agendaItem.number)}` : ""}`}
                >
                  {formatDate(agendaItem.meeting.date)}
                  {agendaItem.number ? `, item ${agendaItem.number}` : ""}
                </a>
              </>
            ) : status === "ready" ? (
              ". On no agenda yet: democratic services put it on one, and the committee decides there."
            ) : null}
            {WORK_AHEAD.includes(status) && !proposal.isPlanned ? (
              <>
                {". "}In no work programme yet: democratic services make it an item on the{" "}
                <a href={`/office/programme/${body.slug}`}>programme desk</a>.
              </>
            ) : null}
          </OfficeHead>
          <DocumentLine of="proposal" at={`/office/scoping/${proposal.id}`} says="As it stands" />
          <LeftUnsaved proposal={proposal} drafts={drafts} />
          <OfficeSection id="proposal" title={content.template.name}>
            <ProposalFacts content={content} />
          </OfficeSection>
        </Main>
        <Side labelledBy={offered.steps.length > 0 ? "steps" : "readers"}>
          <StepsPanel offered={offered} back={`/office/scoping/${proposal.id}`} drafts={drafts} />
          <Readers proposal={proposal} />
          <ProposalVersions proposal={proposal} />
        </Side>
        <Foot>
          <ProposalHistory proposal={proposal} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
}

/** In these the work is agreed and has still to be done, on a day that the programme gives it. */
const WORK_AHEAD: readonly ProposalPage["status"][] = ["approved", "approved_amended", "commissioned"];

/** What the reader typed before somebody else put it forward: it is not in the proposal, and still theirs. */
function LeftUnsaved({ proposal, drafts }: { proposal: ProposalPage; drafts: ReadonlyMap<string, KeptDraft> }) {
  const left = sectionsOf(proposal.content.template).flatMap((section) => {
    const kept = drafts.get(sectionForm(section.key));
    const fields = kept ? fieldsIn(section).filter((field) => !saysTheSame(field, kept.values, proposal.typed)) : [];
    return kept && fields.length > 0 ? [{ section, kept, fields }] : [];
  });
  if (left.length === 0) return null;
  return (
    <Notice tone="warn" title="You typed something here that was not saved">
      <p>The proposal went on without it. It is kept for you until you drop it.</p>
      {left.map(({ section, kept, fields }) => (
        <div key={section.key}>
          <Facts>
            {fields.map((field) => (
              <Fact key={field} term={fieldLabel(field, section)}>
                <span className="whitespace-pre-line">
                  {inputsOf(field)
                    .flatMap((input) => kept.values[input] ?? [])
                    .join(" ")}
                </span>
              </Fact>
            ))}
          </Facts>
          <DropForm id={proposal.id} section={section.key} onceKey={crypto.randomUUID()} />
        </div>
      ))}
    </Notice>
  );
}
