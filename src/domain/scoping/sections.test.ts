import { expect, test } from "vitest";
import { PEOPLE, TODAY } from "@/domain/workflow/people.fixture";
import { movesFor } from "@/domain/workflow/workflow";
import { qualityAndCostOfCare } from "./proposals.fixture";
import { scopingWorkflow } from "./scoping-workflow";
import { fieldOf, SECTION_KEYS, sectionOf, sectionsOf, stateOf } from "./sections";
import { DORSET_2016, TEMPLATES } from "./templates";

const titles = (template = DORSET_2016) => sectionsOf(template).map(({ title }) => title);

test("Dorset's form has eight parts, in its own words where a part is one field", () => {
  expect(titles()).toEqual([
    "Item and rationale",
    "Lead member and lead officer",
    "Suggested Scope",
    "Methodology",
    "Timescale",
    "Key lines of enquiry",
    "Reference to Corporate Plan",
    "Topics it answers",
  ]);
});

test("no field of any template is left out or asked twice", () => {
  for (const template of TEMPLATES) {
    const sections = sectionsOf(template);
    const asked = sections.flatMap(({ fields }) => fields.map(({ field }) => field));
    expect(asked.toSorted()).toEqual(template.fields.map(({ field }) => field).toSorted());
    expect(sections.every(({ key }) => SECTION_KEYS.includes(key))).toBe(true);
  }
});

test("each part says how far it has come, as the pack's Quality and Cost of Care has it", () => {
  const draft = qualityAndCostOfCare("draft");
  const sections = sectionsOf(draft.template);
  const move = movesFor(scopingWorkflow, draft, { actor: PEOPLE.author, today: TODAY })[0];
  const findings = [...(move?.blockedBy ?? []), ...(move?.warnings ?? [])];
  expect(sections.map((section) => stateOf(section, draft, findings).state)).toEqual([
    "complete",
    "stopped",
    "complete",
    "complete",
    "look",
    "empty",
    "empty",
    "look",
  ]);
  expect(findings.map((finding) => [finding.code, fieldOf(finding), sectionOf(sections, finding)?.key])).toEqual([
    ["no-lead-member", "leadMember", "people"],
    ["no-lines-of-enquiry", "linesOfEnquiry", "enquiry"],
    ["no-report-to-meeting", "reportToMeeting", "timescale"],
    ["no-corporate-plan-outcome", "corporatePlanOutcome", "plan"],
    ["ends-between-meetings", "reportToMeeting", "timescale"],
    ["topic-left-out", "topics", "topics"],
  ]);
});
