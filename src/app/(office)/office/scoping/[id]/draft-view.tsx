import { ProposalTag } from "@/app/_lib/state-tag";
import { DocumentLine } from "@/app/_record/document-links";
import type { Person } from "@/domain/access/actor";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { londonTime } from "@/domain/calendar/london-time";
import { formatTime } from "@/domain/calendar/plain-time";
import { fieldOf, type Section, sectionOf, stateOf } from "@/domain/scoping/sections";
import type { Finding, Move } from "@/domain/workflow/workflow";
import type { KeptDraft } from "@/server/forms/drafts";
import type { ProposalChoices } from "@/server/scoping/choices";
import { fieldsIn, saysTheSame, type Typed } from "@/server/scoping/form";
import type { ProposalPage } from "@/server/scoping/queries";
import type { Offered } from "@/server/workflow/steps";
import { ErrorSummary } from "@/ui/error-summary";
import { Notice } from "@/ui/notice";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Saved } from "@/ui/saved";
import { inTwo } from "../../../_lib/finding-words";
import { StepsPanel } from "../../../_steps/steps-panel";
import { sectionForm } from "../places";
import { askedFields, fieldAnchor } from "./asked-fields";
import { DropForm } from "./drop-form";
import { ForwardPanel } from "./forward-panel";
import { ProposalHistory, ProposalVersions, Readers } from "./proposal-side";
import { SectionForm } from "./section-form";
import { SectionList } from "./section-list";
import { TwoVersions, wasTyped } from "./two-versions";

type Shown = {
  proposal: ProposalPage;
  person: Person;
  offered: Offered;
  forward: Move<string> | undefined;
  drafts: ReadonlyMap<string, KeptDraft>;
  choices: ProposalChoices;
  calendar: CouncilCalendar;
  sections: readonly Section[];
  /** The part that is open. */
  section: Section;
  findings: readonly Finding[];
  /** Somebody has asked to put it forward, and something stops it. */
  wasRefused: boolean;
};

/** A proposal for those who write it: its parts, one of them to fill in, and what stands in the way from the first minute. */
export function DraftView(shown: Shown) {
  const { proposal, offered, forward, drafts, sections, section, findings, wasRefused } = shown;
  const unsaved = unsavedIn(sections, proposal, drafts);
  // Putting it forward has its own place beside the form.
  const others = { ...offered, steps: offered.steps.filter(({ name }) => name !== "putForward") };
  const saved = lastSaved(proposal);
  const isAsked = wasRefused ? "&asked=forward" : "";
  const addressOf = ({ key }: Section) => `/office/scoping/${proposal.id}?section=${key}${isAsked}#asked`;
  return (
    <OfficePage crumbs={[{ href: "/office/scoping", label: "Scoping" }]}>
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={proposal.content.title || "No name yet"}
            tag={
              <>
                <ProposalTag status={proposal.status} version={proposal.versions.length + 1} />
                {saved ? <Saved>{saved}</Saved> : null}
              </>
            }
          >
            Scoping proposal to the {proposal.body.name}
          </OfficeHead>
          <DocumentLine of="proposal" at={`/office/scoping/${proposal.id}`} says="As it is saved" />
          {wasRefused && forward ? (
            <Refused {...shown} blockedBy={forward.blockedBy} open={section} addressOf={addressOf} />
          ) : null}
          <SectionList
            proposal={proposal}
            sections={sections}
            findings={findings}
            typedIn={new Set(unsaved.keys())}
            addressOf={addressOf}
          />
          <OpenSection {...shown} unsaved={unsaved.get(section.key)} saved={saved} />
        </Main>
        <Side labelledBy="before">
          <ForwardPanel {...shown} isSettled={!isOvertaken(section, proposal, unsaved.get(section.key))} />
          <Readers proposal={proposal} />
          <ProposalVersions proposal={proposal} />
          <StepsPanel offered={others} back={`/office/scoping/${proposal.id}`} drafts={drafts} title="Something else" />
        </Side>
        <Foot>
          <ProposalHistory proposal={proposal} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
}

function Refused({
  proposal,
  blockedBy,
  open,
  sections,
  choices,
  addressOf,
}: Pick<Shown, "proposal" | "sections" | "choices"> & {
  blockedBy: readonly Finding[];
  open: Section;
  addressOf: (section: Section) => string;
}) {
  const count = blockedBy.length === 1 ? "one thing is missing" : `${blockedBy.length} things are missing`;
  return (
    <ErrorSummary
      title={`Not put forward: ${count}`}
      problems={blockedBy.map((finding) => {
        const section = sectionOf(sections, finding);
        const field = fieldAnchor(fieldOf(finding) ?? "", choices);
        const { what, why } = inTwo(finding.sentence);
        return section && section !== open
          ? { text: what, why, href: addressOf(section).replace("#asked", `#${field}`) }
          : { text: what, why, field };
      })}
    >
      <p>
        Everything you wrote is kept. The committee’s template, {proposal.content.template.name}, asks for{" "}
        {blockedBy.length === 1 ? "this" : "these"}.
      </p>
    </ErrorSummary>
  );
}

function OpenSection({ unsaved, saved, ...shown }: Shown & { unsaved: KeptDraft | undefined; saved: string | null }) {
  const { proposal, section, sections, choices, findings, wasRefused } = shown;
  const number = sections.indexOf(section) + 1;
  const isOther = isOvertaken(section, proposal, unsaved);
  const typed: Typed = unsaved ? { ...proposal.typed, ...unsaved.values } : proposal.typed;
  const fields = askedFields(section, choices, typed);
  const following = sections.findIndex(
    (each, index) => index >= number && stateOf(each, proposal.subject, findings).state !== "complete",
  );
  const next = following === -1 ? undefined : sections[following];
  const own = findings.filter(
    ({ severity, ...finding }) => severity === "hard" && sectionOf([section], { severity, ...finding }),
  );
  return (
    <OfficeSection id="asked" title={`${number}. ${section.title}`}>
      {unsaved && isOther ? (
        <TwoVersions proposal={proposal} section={section} choices={choices} mine={unsaved.values} />
      ) : (
        <>
          {unsaved ? (
            <div className="mt-3">
              <Notice
                title={`You typed this until ${formatTime(londonTime(unsaved.savedAt))}, and it is not saved yet`}
              >
                <p>It is kept for you, and nobody else sees it until you save the draft.</p>
                <DropForm id={proposal.id} section={section.key} onceKey={crypto.randomUUID()} />
              </Notice>
            </div>
          ) : null}
          <SectionForm
            key={`${section.key} ${proposal.version}`}
            proposal={{ id: proposal.id, version: proposal.version }}
            section={section.key}
            fields={fields}
            onceKey={crypto.randomUUID()}
            typed={typed}
            was={JSON.stringify(Object.fromEntries(inputsIn(section, proposal)))}
            saved={saved}
            stopping={
              wasRefused
                ? Object.fromEntries(own.map((finding) => [stoppedInput(finding), inTwo(finding.sentence).what]))
                : {}
            }
            next={next && { key: next.key, number: following + 1 }}
            nextIsPrimary={own.length > 0 || findings.some(({ severity }) => severity === "hard")}
          />
        </>
      )}
    </OfficeSection>
  );
}

/** A timescale that is missing is asked for by its first date. */
const stoppedInput = (finding: Finding): string => {
  const field = fieldOf(finding) ?? "";
  return field === "timescale" ? "endsOn" : field;
};

/** What the reader typed into each part, where it differs from what is saved. */
function unsavedIn(sections: readonly Section[], { typed }: ProposalPage, drafts: ReadonlyMap<string, KeptDraft>) {
  const unsaved = new Map<string, KeptDraft>();
  for (const section of sections) {
    const kept = drafts.get(sectionForm(section.key));
    if (kept && fieldsIn(section).some((field) => !saysTheSame(field, kept.values, typed)))
      unsaved.set(section.key, kept);
  }
  return unsaved;
}

/** Somebody else saved one of the fields that the reader was typing into. */
function isOvertaken(section: Section, { typed, version }: ProposalPage, unsaved: KeptDraft | undefined): boolean {
  if (!unsaved || Number(unsaved.values.version) === version) return false;
  const was = wasTyped(unsaved.values);
  return was === undefined || fieldsIn(section).some((field) => !saysTheSame(field, was, typed));
}

const inputsIn = (section: Section, { typed }: ProposalPage) =>
  Object.entries(typed).filter(([input]) =>
    fieldsIn(section).some(
      (field) => input === field || input.startsWith(`${field}-`) || (field === "topics" && input === "leavesOut"),
    ),
  );

/** "Saved at 8.52 am", in real time as the trail has it. */
function lastSaved({ history }: ProposalPage): string | null {
  const last = history.find(({ verb }) => verb === "save" || verb === "start");
  return last ? `Saved at ${formatTime(londonTime(last.recordedAt))}` : null;
}
