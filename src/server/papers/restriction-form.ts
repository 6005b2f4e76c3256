import type { Restriction } from "@/domain/access/read-scope";
import { restrictionFindings } from "@/domain/papers/restriction-findings";
import {
  AGAINST_EXEMPTION,
  CONFIDENTIAL_GROUNDS,
  type ConfidentialGround,
  SCHEDULE_12A,
} from "@/domain/papers/schedule-12a";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField, StepOption } from "@/server/workflow/step-field";

/** The paragraphs of Part 1 of Schedule 12A, to choose from. */
export const PARAGRAPHS: readonly StepOption[] = Object.entries(SCHEDULE_12A).map(([number, words]) => ({
  value: number,
  label: `Paragraph ${number}: information ${words}`,
}));

/** What may make something confidential, to choose from. */
export const GROUNDS: readonly StepOption[] = optionsOf(CONFIDENTIAL_GROUNDS).map(({ value, label }) => ({
  value,
  label: label.charAt(0).toUpperCase() + label.slice(1),
}));

/** How far something is kept from the public, and under which paragraphs of Part 1 of Schedule 12A. */
export type TypedRestriction = { restriction: Restriction; paragraphs: number[] };

/** Whether something is for publication, as a form asks it (LGA 1972 s100A(3), Schedule 12A). */
export const restrictionFields = (stands: TypedRestriction | null): StepField[] => [
  {
    kind: "one",
    name: "restriction",
    label: "For publication?",
    options: [
      { value: "public", label: "Yes: open to the public" },
      { value: "exempt", label: "No: exempt under Schedule 12A" },
      { value: "confidential", label: "No: confidential" },
    ],
    value: stands?.restriction ?? "public",
  },
  {
    kind: "several",
    name: "paragraphs",
    label: "Exempt under",
    options: PARAGRAPHS,
    value: (stands?.paragraphs ?? []).map(String),
  },
];

/** @throws ExpectedError invalid for exempt content that cites no paragraph */
export function restrictionIn(answers: Answers): TypedRestriction {
  const restriction = answers.oneOf("restriction", ["public", "exempt", "confidential"] as const) ?? "public";
  if (restriction !== "exempt") return { restriction, paragraphs: [] };
  const paragraphs = answers.several("paragraphs", Object.keys(SCHEDULE_12A)).map(Number);
  if (paragraphs.length === 0)
    throw invalid("paragraphs", "Choose the paragraph of Schedule 12A that it is exempt under.");
  return { restriction, paragraphs };
}

/** What is kept of a proposal that a paper be withheld; the proper officer has signed none of it. */
export type ProposedRestriction = TypedRestriction & {
  publicInterest: string | null;
  confidentialGround: ConfidentialGround | null;
  registrable: boolean;
  ownPlanningPermission: boolean;
};

/** The same with its reasons, as a paper that begins open is asked for them (LGA 1972 s100A(3), Schedule 12A Part 2). */
export const proposedRestrictionFields = (): StepField[] => [
  ...restrictionFields(null),
  {
    kind: "prose",
    name: "publicInterest",
    label: "Why keeping it back serves the public better (optional)",
    hint: "Of what is exempt. The public reads this in the place of the paper",
  },
  {
    kind: "several",
    name: "against",
    label: "What takes an exemption away",
    options: optionsOf(AGAINST_EXEMPTION),
  },
  {
    kind: "one",
    name: "confidentialGround",
    label: "What makes it confidential",
    none: "It is not confidential",
    options: GROUNDS,
  },
];

/** @throws ExpectedError invalid, for its field, where Schedule 12A rules out what is proposed */
export function proposedRestrictionIn(answers: Answers): ProposedRestriction {
  const { restriction, paragraphs } = restrictionIn(answers);
  const against = answers.several("against", keysOf(AGAINST_EXEMPTION));
  const proposed: ProposedRestriction = {
    restriction,
    paragraphs,
    publicInterest: restriction === "exempt" ? answers.text("publicInterest") || null : null,
    confidentialGround:
      restriction === "confidential" ? answers.oneOf("confidentialGround", keysOf(CONFIDENTIAL_GROUNDS)) : null,
    registrable: against.includes("registrable"),
    ownPlanningPermission: against.includes("ownPlanningPermission"),
  };
  const inTheWay = restrictionFindings({ ...proposed, restrictionSignedById: null }).find(
    ({ severity }) => severity === "hard",
  );
  if (inTheWay) throw invalid(inTheWay.field ?? "restriction", `${inTheWay.sentence} ${inTheWay.authority}.`);
  return proposed;
}
