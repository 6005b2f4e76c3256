import type { Need, ScopingField, ScopingTemplate } from "./scoping-template";

const fields = (...entries: readonly [ScopingField, string, Need][]): ScopingTemplate["fields"] =>
  entries.map(([field, label, need]) => ({ field, label, need }));

/** Dorset County Council's "Initial Scoping Proposal" of 2016: six boxes, and a date of approval that is not typed here. */
export const DORSET_2016: ScopingTemplate = {
  key: "dorset-2016",
  name: "Initial Scoping Proposal",
  version: 1,
  fields: fields(
    ["item", "Item", "required"],
    ["leadMember", "Lead Member", "required"],
    ["leadOfficer", "Lead Officer", "required"],
    ["rationale", "Rationale", "asked"],
    ["suggestedScope", "Suggested Scope", "required"],
    ["linesOfEnquiry", "Key lines of enquiry", "asked"],
    ["methodology", "Methodology", "required"],
    ["timescale", "Timescale", "required"],
    ["reportToMeeting", "Report to the meeting of", "asked"],
    ["corporatePlanOutcome", "Reference to Corporate Plan", "asked"],
  ),
};

/** What a new installation starts with: Dorset's six, and what its work programme then has to print. */
export const DEFAULT_TEMPLATE: ScopingTemplate = {
  key: "default",
  name: "Scoping proposal",
  version: 1,
  fields: fields(
    ["item", "Item", "required"],
    ["leadMember", "Lead member", "required"],
    ["leadOfficer", "Lead officer", "required"],
    ["rationale", "Why, and why now", "required"],
    ["suggestedScope", "In scope", "required"],
    ["outOfScope", "Out of scope", "asked"],
    ["linesOfEnquiry", "Key lines of enquiry", "required"],
    ["desiredOutcomes", "What should be different afterwards", "asked"],
    ["methodology", "Methodology", "required"],
    ["witnesses", "Who is to be heard", "optional"],
    ["equality", "Equality", "optional"],
    ["timescale", "Timescale", "required"],
    ["reportToMeeting", "Report to the meeting of", "required"],
    ["corporatePlanOutcome", "Corporate plan outcome", "required"],
  ),
};

/**
 * The shape of Maidstone Borough Council's proposal form, built on what, why, how, when and who. The fields are the
 * council's; which of them stop a proposal is a setting, and these are our defaults.
 */
export const MAIDSTONE: ScopingTemplate = {
  key: "maidstone",
  name: "Proposal form",
  version: 1,
  fields: fields(
    ["proposer", "Proposer", "required"],
    ["item", "Proposed topic (what?)", "required"],
    ["rationale", "Description and reason for review (why?)", "required"],
    ["corporatePlanOutcome", "Link to the strategic plan", "required"],
    ["priorities", "Link to national, regional and executive priorities", "asked"],
    ["desiredOutcomes", "Desired outcomes", "required"],
    ["methodology", "Approach (how, when and who)", "required"],
    ["evidence", "Sources of information", "asked"],
    ["siteVisits", "Site visits", "optional"],
    ["witnesses", "Possible participants", "asked"],
    ["timescale", "Review timescale (when)", "required"],
    ["workload", "Work programme impact", "asked"],
    ["principles", "Principles of effective scrutiny", "asked"],
    ["support", "Officer support", "asked"],
  ),
};

/** A full review by a task and finish group: the long form, with membership, budget and milestones. */
export const TASK_AND_FINISH: ScopingTemplate = {
  key: "task-and-finish",
  name: "Task and finish review",
  version: 1,
  fields: fields(
    ["item", "Title of the review", "required"],
    ["proposer", "Proposed by", "asked"],
    ["leadMember", "Lead member", "required"],
    ["leadOfficer", "Lead officer", "required"],
    ["support", "Democratic services and policy support", "asked"],
    ["rationale", "Background, and why now", "required"],
    ["objectives", "Objectives", "required"],
    ["suggestedScope", "In scope", "required"],
    ["outOfScope", "Out of scope", "required"],
    ["linesOfEnquiry", "Key lines of enquiry", "required"],
    ["desiredOutcomes", "Desired outcomes", "required"],
    ["corporatePlanOutcome", "Link to the corporate plan", "required"],
    ["priorities", "Link to national and executive priorities", "optional"],
    ["priorReviews", "Earlier reviews", "asked"],
    ["membership", "Membership of the group", "required"],
    ["coOptees", "Co-optees and experts", "asked"],
    ["methodology", "Method and format", "required"],
    ["evidence", "Documents and data", "required"],
    ["witnesses", "Witnesses", "asked"],
    ["siteVisits", "Site visits", "optional"],
    ["consultation", "Consultation", "asked"],
    ["comparisons", "Benchmarking and best practice", "optional"],
    ["equality", "Equality issues", "asked"],
    ["risks", "Risks and performance", "optional"],
    ["resources", "Resources", "asked"],
    ["budget", "Budget", "asked"],
    ["timescale", "Timescale", "required"],
    ["milestones", "Milestones", "asked"],
    ["reportToMeeting", "Report to the meeting of", "required"],
    ["executiveTargetDate", "Target date for the executive", "optional"],
    ["workload", "Workload", "optional"],
    ["publicity", "Publicity", "optional"],
  ),
};

/** What an administrator may start a body's template from. */
export const TEMPLATES: readonly ScopingTemplate[] = [DEFAULT_TEMPLATE, DORSET_2016, MAIDSTONE, TASK_AND_FINISH];
