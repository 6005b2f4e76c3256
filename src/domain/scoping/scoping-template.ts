/**
 * Everything a council was found to ask of a scoping proposal, with what to tell whoever left it out. A template picks from
 * these and puts its own words on them; nothing here says "date approved", which comes from the minute.
 */
export const SCOPING_FIELDS = {
  item: "Say what the item is called.",
  proposer: "Say who proposes it.",
  leadMember:
    "Name a lead member. Proposals to this committee need one: a member of the committee who is not in the Cabinet.",
  leadOfficer: "Name a lead officer.",
  support: "Say which officers support it.",
  rationale: "Say why the committee should look into this, and why now.",
  objectives: "Say what the work sets out to do.",
  suggestedScope: "Say what is in scope.",
  outOfScope: "Say what is out of scope, so that nobody waits for it.",
  linesOfEnquiry: "Add a line of enquiry. Until then the programme prints “Not given”.",
  desiredOutcomes: "Say what should be different afterwards.",
  corporatePlanOutcome: "Say which corporate plan outcome it serves. Until then the programme prints “Not given”.",
  priorities: "Say which national or Cabinet priorities it serves.",
  principles: "Say which principles of good scrutiny it serves.",
  priorReviews: "Name earlier reviews of the subject, or say that there are none.",
  evidence: "Say which documents and data it needs.",
  witnesses: "Say who is to be heard.",
  siteVisits: "Say what is to be visited.",
  consultation: "Say who is to be consulted, and how.",
  comparisons: "Say with whom it is to be compared.",
  coOptees: "Say whether anybody is to be co-opted or to advise.",
  equality: "Say what it may mean for people with protected characteristics.",
  risks: "Say which risks and performance figures bear on it.",
  resources: "Say what it takes of whose time.",
  budget: "Say what it may cost, or that it costs nothing.",
  methodology: "Say how the work will be done.",
  membership: "Say who takes part.",
  timescale: "Say when it begins and when it ends.",
  milestones: "Give the dates between beginning and end.",
  reportToMeeting: "Say which meeting gets the report.",
  executiveTargetDate: "Say by when the Cabinet should have it.",
  workload: "Say whether the work is heavy, medium or light.",
  publicity: "Say how people will hear of it.",
} as const;

export type ScopingField = keyof typeof SCOPING_FIELDS;

/** Required stops the proposal; asked is pointed out and stops nothing; optional is there for whoever needs it. */
export type Need = "required" | "asked" | "optional";

export type TemplateField = { field: ScopingField; label: string; need: Need };

/** A body's scoping form, as data: which fields, in which order, by which names, and which of them it insists on. */
export type ScopingTemplate = { key: string; name: string; version: number; fields: readonly TemplateField[] };
