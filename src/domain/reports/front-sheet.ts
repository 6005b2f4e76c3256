import type { Finding } from "@/domain/workflow/workflow";

/** Required stops the sign-off, expected is pointed out at it, optional is neither. */
export type FieldNeed = "required" | "expected" | "optional";

/** A field of a body's front sheet. Date, subject and authors are not among them: they are the record's own. */
export type FrontSheetField = {
  key: string;
  label: string;
  /** A list has entries (background papers), a choice one of `choices`. */
  kind: "text" | "list" | "choice";
  choices?: readonly string[];
  need: FieldNeed;
  /** Whether "None" is an answer. To appendices it is; to what is recommended it is not. */
  noneIsAnswer: boolean;
};

export type FrontSheetTemplate = readonly FrontSheetField[];

/** What was put in. Blank is the absent key; "None" is the word, said by somebody. */
export type FrontSheetAnswer = string | readonly string[];

export type FrontSheet = Readonly<Record<string, FrontSheetAnswer>>;

export const RISK_LEVELS = ["LOW", "MEDIUM", "HIGH"] as const;

/** Equality Act 2010 s149: due regard is had at some stage, or it is said why it need not be. */
export const EQUALITY_STAGES = ["Not required", "Screening done", "Full assessment done", "To be done"] as const;

const text = (key: string, label: string, need: FieldNeed, noneIsAnswer: boolean): FrontSheetField => ({
  key,
  label,
  kind: "text",
  need,
  noneIsAnswer,
});
const list = (key: string, label: string): FrontSheetField => ({
  key,
  label,
  kind: "list",
  need: "required",
  noneIsAnswer: true,
});
const choice = (key: string, label: string, choices: readonly string[]): FrontSheetField => ({
  key,
  label,
  kind: "choice",
  choices,
  need: "required",
  noneIsAnswer: false,
});

/** Dorset's front sheet of 2016, with which a new body starts. Other councils add wards, a key decision, a final decision-maker. */
export const DORSET_FRONT_SHEET: FrontSheetTemplate = [
  text("executive_summary", "Executive summary", "required", false),
  choice("equalities", "Equalities impact assessment", EQUALITY_STAGES),
  text("equalities_words", "Equalities impact in words", "expected", true),
  text("evidence", "Use of evidence", "expected", true),
  text("budget", "Budget", "required", true),
  choice("current_risk", "Current risk", RISK_LEVELS),
  choice("residual_risk", "Residual risk", RISK_LEVELS),
  text("other_implications", "Other implications", "expected", true),
  text("recommendation", "Recommendation", "required", false),
  text("reason", "Reason for recommendation", "required", false),
  list("appendices", "Appendices"),
  list("background_papers", "Background papers"),
  text("contact", "Officer contact", "required", false),
];

const entries = (answer: FrontSheetAnswer | undefined): string[] =>
  (typeof answer === "string" ? [answer] : (answer ?? [])).map((entry) => entry.trim()).filter((entry) => entry !== "");

/**
 * Whether nobody has answered. A field left empty is blank, never "None"; "None" to a field that needs more, an entry of
 * spaces and a choice that is not one of those offered are blank too.
 */
export function isBlank(field: FrontSheetField, answer: FrontSheetAnswer | undefined): boolean {
  const [first, ...others] = entries(answer);
  if (first === undefined) return true;
  if (field.kind === "choice") return others.length > 0 || field.choices?.includes(first) !== true;
  return !field.noneIsAnswer && others.length === 0 && /^none\.?$/i.test(first);
}

/** The answer as printed: "None" where somebody said so, "Not given" where nobody answered. */
export const printed = (field: FrontSheetField, answer: FrontSheetAnswer | undefined): string =>
  isBlank(field, answer) ? "Not given" : entries(answer).join("\n");

/**
 * What the sheet leaves blank, by the body's template. Background papers are a duty, so "None" is said and not assumed
 * (LGA 1972 s100D); for the rest the authority is the body's settings.
 */
export function frontSheetFindings(template: FrontSheetTemplate, sheet: FrontSheet): readonly Finding[] {
  return template
    .filter((field) => field.need !== "optional" && isBlank(field, sheet[field.key]))
    .map((field) => ({
      severity: field.need === "required" ? "hard" : "soft",
      code: "front-sheet-blank",
      sentence: field.noneIsAnswer
        ? `Fill in “${field.label}”, or say “None”: it is blank.`
        : `Fill in “${field.label}”: it is blank.`,
      authority: field.key === "background_papers" ? "LGA 1972 s100D(1)" : "the committee's front sheet",
      field: field.key,
    }));
}
