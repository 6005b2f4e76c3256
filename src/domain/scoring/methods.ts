import type { Criterion, ScoringMethod } from "./scoring-method";

const criterion = (key: string, label: string, rest: Partial<Criterion> = {}): Criterion => ({
  key,
  label,
  min: 0,
  max: 2,
  weight: 1,
  negative: false,
  vetoes: false,
  ...rest,
});
const yesOrNo = (key: string, label: string, rest: Partial<Criterion> = {}) =>
  criterion(key, label, { max: 1, ...rest });

/** TOPICC as Oxford uses it: 0 to 2 each, a point for a paper that goes to the Cabinet; 8 of 11 is worth taking (the 11 is our sum). */
export const TOPICC: ScoringMethod = {
  key: "topicc",
  name: "TOPICC",
  version: 1,
  criteria: [
    criterion("timely", "Timely"),
    criterion("organisational_priority", "Organisational priority"),
    criterion("public_interest", "Public interest"),
    criterion("influence", "Influence"),
    criterion("cost", "Cost"),
    yesOrNo("cabinet_paper", "Cabinet paper"),
  ],
  threshold: 8,
  matrix: null,
};

/** PICK, as at Stockton. No scale is published with it: 0 to 2 is ours, and so is having no threshold. */
export const PICK: ScoringMethod = {
  key: "pick",
  name: "PICK",
  version: 1,
  criteria: [
    criterion("public_interest", "Public interest"),
    criterion("impact", "Impact"),
    criterion("council_performance", "Council performance"),
    criterion("keep_in_context", "Keep in context: no duplication, no other review"),
  ],
  threshold: null,
  matrix: null,
};

/** PAPER: what others do already counts against a topic; where nothing can be changed there is nothing to scrutinise. */
export const PAPER: ScoringMethod = {
  key: "paper",
  name: "PAPER",
  version: 1,
  criteria: [
    criterion("public_interest", "Public interest"),
    criterion("ability_to_change", "Ability to change", { vetoes: true }),
    criterion("performance", "Performance"),
    criterion("extent", "Extent"),
    criterion("replication", "Replication", { negative: true }),
  ],
  threshold: null,
  matrix: null,
};

/** A checklist of reasons for and against, after those of the Isle of Wight and North Somerset; some against rule a topic out. */
export const CHECKLIST: ScoringMethod = {
  key: "checklist",
  name: "Checklist",
  version: 1,
  criteria: [
    yesOrNo("public_concern", "Residents are concerned about it"),
    yesOrNo("corporate_priority", "It serves a priority of the corporate plan"),
    yesOrNo("poor_performance", "Performance or satisfaction is poor"),
    yesOrNo("can_be_influenced", "Scrutiny can change something"),
    yesOrNo("looked_at_elsewhere", "Somebody else is looking at it", { negative: true }),
    yesOrNo("changing_anyway", "It is about to change anyway", { negative: true }),
    yesOrNo("before_a_court", "It is before a court or a tribunal", { negative: true, vetoes: true }),
  ],
  threshold: null,
  matrix: null,
};

/** Impact and feasibility, each from 1 to 4; the quarter a topic falls into says more than the sum. */
export const IMPACT_AND_FEASIBILITY: ScoringMethod = {
  key: "impact-feasibility",
  name: "Impact and feasibility",
  version: 1,
  criteria: [
    criterion("impact", "Impact", { min: 1, max: 4 }),
    criterion("feasibility", "Feasibility", { min: 1, max: 4 }),
  ],
  threshold: null,
  matrix: {
    across: "feasibility",
    up: "impact",
    quarters: {
      highHigh: "Take it up",
      highLow: "Easy, and changes little",
      lowHigh: "Worth it, and hard: scope it first",
      lowLow: "Leave it",
    },
  },
};

/** What a body may start from. */
export const SCORING_METHODS: readonly ScoringMethod[] = [TOPICC, PICK, PAPER, CHECKLIST, IMPACT_AND_FEASIBILITY];
