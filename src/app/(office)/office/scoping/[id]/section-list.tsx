import { formatDate } from "@/domain/calendar/plain-date";
import type { ScopingField } from "@/domain/scoping/scoping-template";
import { type Section, type SectionState, stateOf } from "@/domain/scoping/sections";
import type { Finding } from "@/domain/workflow/workflow";
import type { ProposalPage } from "@/server/scoping/queries";
import { OfficeSection } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { Task, TaskList } from "@/ui/task-list";

/** The parts of the form, each with how far it has come and what is in it. */
export function SectionList({
  proposal,
  sections,
  findings,
  typedIn,
  addressOf,
}: {
  proposal: ProposalPage;
  sections: readonly Section[];
  findings: readonly Finding[];
  /** Parts into which the reader typed something that is not saved. */
  typedIn: ReadonlySet<string>;
  addressOf: (section: Section) => string;
}) {
  const states = sections.map((section) => stateOf(section, proposal.subject, findings));
  const complete = states.filter(({ state }) => state === "complete").length;
  return (
    <OfficeSection id="sections" title="Sections" aside={`${complete} of ${sections.length} complete`}>
      <TaskList>
        {sections.map((section, index) => (
          <Task
            key={section.key}
            title={`${index + 1}. ${section.title}`}
            href={addressOf(section)}
            state={<StateTag state={states[index] ?? { state: "empty" }} section={section} />}
            meta={[
              summaryOf(section, proposal, states[index]?.state),
              typedIn.has(section.key) ? "You typed something here that is not saved." : "",
            ]
              .filter(Boolean)
              .join(" – ")}
          />
        ))}
      </TaskList>
    </OfficeSection>
  );
}

function StateTag({ state, section }: { state: SectionState; section: Section }) {
  switch (state.state) {
    case "complete":
      return <Tag tone="done">Complete</Tag>;
    case "look":
      return <Tag tone="warn">Take a look</Tag>;
    case "empty":
      return <Tag tone="none">Empty</Tag>;
    case "stopped":
      return <Tag tone="stop">{stoppedWords(state.by, section)}</Tag>;
  }
}

/** "Lead Member missing", "2 missing", or that what is there cannot stay. */
function stoppedWords(by: readonly Finding[], { fields }: Section): string {
  const missing = by.filter(({ code }) => code.startsWith("no-"));
  if (missing.length < by.length) return "Cannot stay so";
  if (missing.length > 1) return `${missing.length} missing`;
  const label = fields.find(({ field }) => field === missing[0]?.field)?.label;
  return label && fields.length > 1 ? `${label} missing` : "Missing";
}

const LONGEST = 90;

/** What is in a part, in a line. */
function summaryOf(section: Section, proposal: ProposalPage, state: SectionState["state"] | undefined): string {
  if (state === "empty") return emptyWords(section);
  const { content } = proposal;
  if (section.key === "topics") return topicWords(content.topics);
  const said = section.fields.map(({ field, label }) => wordsIn(field, label, proposal)).filter(Boolean);
  return short(said.join(". ") || (section.key === "item" ? content.title : ""));
}

const emptyWords = ({ key, fields }: Section): string => {
  const printed = key === "enquiry" ? "; the programme prints them" : key === "plan" ? "; the programme prints it" : "";
  return fields.length > 0 || key === "topics" ? `Not required by this committee${printed}` : "";
};

const topicWords = (topics: ProposalPage["content"]["topics"]): string =>
  topics
    .map(({ title, leavesOut }) => (leavesOut.length > 0 ? `${title} (without ${leavesOut.join(", ")})` : title))
    .join(", ");

function wordsIn(field: ScopingField, label: string, { content }: ProposalPage): string {
  switch (field) {
    case "item":
      return "";
    case "leadMember":
      return content.leadMember ? `${label}: ${content.leadMember.name}` : "";
    case "leadOfficer":
      return content.leadOfficer ? `${label}: ${content.leadOfficer.name}` : "";
    case "linesOfEnquiry":
      return content.linesOfEnquiry.join(" ");
    case "corporatePlanOutcome":
      return content.outcomes.map(({ name }) => name).join(", ");
    case "reportToMeeting":
      return content.reportTo ? `Report to the meeting of ${formatDate(content.reportTo.date)}` : "";
    case "timescale":
      return [
        content.endsOn ? formatDate(content.endsOn) : "",
        content.inForceOn ? `in force on ${formatDate(content.inForceOn)}` : "",
        content.endsOn || content.inForceOn ? "" : (content.answers.timescale ?? ""),
      ]
        .filter(Boolean)
        .join(", ");
    default:
      return plainText(content.answers[field] ?? "");
  }
}

/** Markdown without its marks, for one line. */
const plainText = (markdown: string): string =>
  markdown
    .replaceAll(/^\s*(?:[-*•]|\d+[.)]|#+)\s+/gm, "")
    .replaceAll(/[*_`]/g, "")
    .replaceAll(/[;,.]?\s*\n+/g, "; ")
    .trim();

function short(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(" ", LONGEST))}…`;
}
