import type { Finding } from "@/domain/workflow/workflow";
import { isGiven } from "./missing";
import type { ScopingProposal } from "./scoping-proposal";
import type { ScopingField, ScopingTemplate, TemplateField } from "./scoping-template";

/** The form is long, so it is asked in parts, in the order in which people think about a review. */
const PARTS = [
  { key: "item", title: "Item and rationale", fields: ["item", "proposer", "rationale", "objectives", "priorReviews"] },
  {
    key: "people",
    title: "Lead member and lead officer",
    fields: ["leadMember", "leadOfficer", "support", "membership", "coOptees"],
  },
  { key: "scope", title: "Scope", fields: ["suggestedScope", "outOfScope", "desiredOutcomes"] },
  {
    key: "method",
    title: "Methodology",
    fields: ["methodology", "evidence", "witnesses", "siteVisits", "consultation", "comparisons", "publicity"],
  },
  {
    key: "timescale",
    title: "Timescale",
    fields: ["timescale", "milestones", "reportToMeeting", "executiveTargetDate", "workload"],
  },
  { key: "enquiry", title: "Key lines of enquiry", fields: ["linesOfEnquiry"] },
  {
    key: "plan",
    title: "Corporate plan and priorities",
    fields: ["corporatePlanOutcome", "priorities", "principles"],
  },
  { key: "means", title: "Resources and risks", fields: ["equality", "risks", "resources", "budget"] },
] as const satisfies readonly { key: string; title: string; fields: readonly ScopingField[] }[];

/** Asked of every proposal, whatever its template: a topic that nobody takes up disappears without trace. */
const TOPICS = { key: "topics", title: "Topics it answers", fields: [] } as const;

export type SectionKey = (typeof PARTS)[number]["key"] | (typeof TOPICS)["key"];

export const SECTION_KEYS: readonly SectionKey[] = [...PARTS.map(({ key }) => key), TOPICS.key];

export type Section = { key: SectionKey; title: string; fields: readonly TemplateField[] };

/** The parts of a committee's form that have a field in them, by the committee's own word where there is only one. */
export function sectionsOf(template: ScopingTemplate): Section[] {
  const parts = PARTS.map(({ key, title, fields }): Section => {
    const own = fields.flatMap((name) => template.fields.filter(({ field }) => field === name));
    return { key, title: own.length === 1 && own[0] ? own[0].label : title, fields: own };
  });
  return [...parts.filter(({ fields }) => fields.length > 0), TOPICS];
}

/** Rules name what they look at by the fact; the form asks for it by the field. */
const ASKED_AS: Readonly<Record<string, ScopingField | "topics">> = { reportsOn: "reportToMeeting", absorbs: "topics" };

/** The field of the form that a finding is about; none where it is about no field. */
export const fieldOf = ({ field }: Finding): string | undefined => field && (ASKED_AS[field] ?? field);

/** The part of the form in which a finding can be mended. */
export function sectionOf(sections: readonly Section[], finding: Finding): Section | undefined {
  const name = fieldOf(finding);
  return sections.find(({ key, fields }) => key === name || fields.some(({ field }) => field === name));
}

/** How far a part has come: stopped by something in it, worth a look, empty and not required, or complete. */
export type SectionState =
  | { state: "stopped"; by: readonly Finding[] }
  | { state: "look" }
  | { state: "empty" }
  | { state: "complete" };

/** How far a part of the form has come, by what was found of the whole proposal. */
export function stateOf(section: Section, proposal: ScopingProposal, findings: readonly Finding[]): SectionState {
  const own = findings.filter((finding) => sectionOf([section], finding) !== undefined);
  const by = own.filter(({ severity }) => severity === "hard");
  if (by.length > 0) return { state: "stopped", by };
  const begun =
    section.key === "topics"
      ? proposal.absorbs.length > 0
      : section.fields.some(({ field }) => isGiven(proposal, field));
  if (!begun) return { state: "empty" };
  return { state: own.length > 0 ? "look" : "complete" };
}
