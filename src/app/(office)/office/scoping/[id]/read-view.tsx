import { ProposalTag } from "@/app/_lib/state-tag";
import type { Person } from "@/domain/access/actor";
import { itemAnchor, meetingAddress } from "@/domain/bodies/body-address";
import { formatDate } from "@/domain/calendar/plain-date";
import { sectionsOf } from "@/domain/scoping/sections";
import type { Move } from "@/domain/workflow/workflow";
import type { KeptDraft } from "@/server/forms/drafts";
import { fieldsIn, inputsOf, saysTheSame } from "@/server/scoping/form";
import type { ProposalPage } from "@/server/scoping/queries";
import { Fact, Facts } from "@/ui/facts";
import { Findings } from "@/ui/findings";
import { Notice } from "@/ui/notice";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { shownFinding } from "../../../_lib/finding-words";
import { sectionForm } from "../places";
import { fieldLabel } from "./asked-fields";
import { DropForm } from "./drop-form";
import { MoveForm } from "./move-form";
import { ProposalFacts } from "./proposal-facts";
import { ProposalHistory, Readers } from "./proposal-side";

/** Steps for which this page has everything; those that need an agenda item or a resolution are taken where these are. */
const OFFERED: readonly string[] = ["withdraw", "redraft", "commission", "complete"];

/** A proposal as it stands, for whoever may read it and does not write in it. */
export function ReadView({
  proposal,
  person,
  moves,
  drafts,
}: {
  proposal: ProposalPage;
  person: Person;
  moves: readonly Move<string>[];
  drafts: ReadonlyMap<string, KeptDraft>;
}) {
  const { content, body, agendaItem, status, versions } = proposal;
  const offered = moves.filter(({ name }) => OFFERED.includes(name));
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
          </OfficeHead>
          <LeftUnsaved proposal={proposal} drafts={drafts} />
          <OfficeSection id="proposal" title={content.template.name}>
            <ProposalFacts content={content} />
          </OfficeSection>
        </Main>
        <Side labelledBy="readers">
          <Readers proposal={proposal} />
          {offered.length > 0 ? (
            <OfficeSection id="steps" title="What can be done with it">
              {offered.map((move) => (
                <div key={move.name}>
                  <Findings findings={[...move.blockedBy, ...move.warnings].map(shownFinding)} />
                  {move.blockedBy.length === 0 ? (
                    <MoveForm
                      proposal={{ id: proposal.id, version: proposal.version }}
                      move={{ name: move.name, label: move.label, asksReason: move.asksReason }}
                      onceKey={crypto.randomUUID()}
                    />
                  ) : null}
                </div>
              ))}
            </OfficeSection>
          ) : null}
          <ProposalHistory proposal={proposal} personId={person.personId} today={person.day} />
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
}

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
