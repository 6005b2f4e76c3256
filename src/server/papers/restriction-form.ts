import type { Restriction } from "@/domain/access/read-scope";
import { SCHEDULE_12A } from "@/domain/papers/schedule-12a";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";

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
    options: Object.entries(SCHEDULE_12A).map(([number, words]) => ({
      value: number,
      label: `Paragraph ${number}: information ${words}`,
    })),
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
