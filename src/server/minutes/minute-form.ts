import type { Restriction } from "@/domain/access/read-scope";
import type { HeadingNumbering } from "@/domain/calendar/minute-numbering";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import { invalid } from "@/server/errors";
import { restrictionFields, restrictionIn } from "@/server/papers/restriction-form";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";

/** What is typed of a minute. */
export type MinuteValues = {
  headings: string[];
  numbering: HeadingNumbering;
  markdown: string;
  restriction: Restriction;
  paragraphs: number[];
  publicSummary: string | null;
};

export const NUMBERINGS: Readonly<Record<HeadingNumbering, string>> = {
  numbered: "The next number",
  unnumbered: "No number, such as a welcome",
  with_previous: "The number of the one before it",
};

/** Names of the fields, as the history says them. */
export const MINUTE_WORDS: Readonly<Record<keyof MinuteValues, string>> = {
  headings: "its headings",
  numbering: "its number",
  markdown: "its text",
  restriction: "whether it is for publication",
  paragraphs: "the paragraphs it is exempt under",
  publicSummary: "its public summary",
};

/** The fields of a minute's form, with what stands there. */
export const minuteFields = (minute: MinuteValues | null): StepField[] => [
  {
    kind: "prose",
    name: "headings",
    label: "Headings",
    hint: "One a line: a minute may stand under two",
    value: minute?.headings.join("\n") ?? "",
  },
  {
    kind: "one",
    name: "numbering",
    label: "Its number",
    options: optionsOf(NUMBERINGS),
    value: minute?.numbering ?? "numbered",
  },
  {
    kind: "prose",
    name: "markdown",
    label: "Text",
    hint: "An empty line begins a paragraph; “- ” a list. What was decided is recorded below it, by itself",
    value: minute?.markdown ?? "",
  },
  ...restrictionFields(minute),
  {
    kind: "prose",
    name: "publicSummary",
    label: "Public summary",
    hint: "Stands in public for a minute that is not for publication",
    value: minute?.publicSummary ?? "",
  },
];

/** @throws ExpectedError invalid, for the field that says what cannot be so */
export function minuteIn(answers: Answers): MinuteValues {
  const headings = answers
    .text("headings")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (headings.length === 0) throw invalid("headings", "Give the minute a heading.");
  return {
    headings,
    numbering: answers.oneOf("numbering", keysOf(NUMBERINGS)) ?? "numbered",
    markdown: answers.text("markdown"),
    ...restrictionIn(answers),
    publicSummary: answers.text("publicSummary") || null,
  };
}

/** A minute as the fields of its form have it. */
export const minuteValues = (
  minute: {
    headings: string[];
    publicSummary: string | null;
    text: { markdown: string; restriction: Restriction; paragraphs: number[] } | null;
  },
  numbering: HeadingNumbering,
): MinuteValues => ({
  headings: minute.headings,
  numbering,
  markdown: minute.text?.markdown ?? "",
  restriction: minute.text?.restriction ?? "public",
  paragraphs: minute.text?.paragraphs ?? [],
  publicSummary: minute.publicSummary,
});

/** In the words that the form shows them by, for whoever was second. */
export const minuteInWords = (values: MinuteValues): Record<string, string> => ({
  headings: values.headings.join("\n"),
  numbering: NUMBERINGS[values.numbering],
  markdown: values.markdown,
  restriction: values.restriction,
  paragraphs: values.paragraphs.join(", "),
  publicSummary: values.publicSummary ?? "",
});
