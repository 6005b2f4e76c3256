import type { Restriction } from "@/domain/access/read-scope";
import { type PrivateItem, privateFindings } from "@/domain/meetings/private-item";
import { CONFIDENTIAL_GROUNDS, SCHEDULE_12A } from "@/domain/papers/schedule-12a";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import { invalid } from "@/server/errors";
import { GROUNDS, PARAGRAPHS } from "@/server/papers/restriction-form";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";

/** What is typed of an item that is likely to be taken in private. */
export type PrivateValues = PrivateItem & { paragraphs: number[] };

const IN_PRIVATE: Readonly<Record<Restriction, string>> = {
  public: "No: in public",
  exempt: "Yes: something exempt under Schedule 12A would be said",
  confidential: "Yes: something confidential would be said",
};

/** Names of the fields, as the history says them. */
export const PRIVATE_WORDS: Readonly<Record<keyof PrivateValues, string>> = {
  inPrivate: "whether it is likely to be taken in private",
  paragraphs: "the paragraphs it is exempt under",
  publicInterest: "why keeping it private serves the public better",
  confidentialGround: "what makes it confidential",
};

/** The fields of what an agenda says of an item that is likely to be taken in private (LGA 1972 s100A(2)-(5), Schedule 12A). */
export const privateFields = (item: PrivateValues | null): StepField[] => [
  {
    kind: "one",
    name: "inPrivate",
    label: "Likely to be taken in private?",
    hint: "The agenda says so, and the public reads the title: word it so that it may",
    options: optionsOf(IN_PRIVATE),
    value: item?.inPrivate ?? "public",
  },
  {
    kind: "several",
    name: "paragraphs",
    label: "Exempt under",
    hint: "Not under 3 what must be registered, as a company’s accounts must; not at all what the council may give itself planning permission for",
    options: PARAGRAPHS,
    value: (item?.paragraphs ?? []).map(String),
  },
  {
    kind: "prose",
    name: "publicInterest",
    label: "Why keeping it private serves the public better (optional)",
    hint: "Of what is exempt. The public reads this on the agenda",
    value: item?.publicInterest ?? "",
  },
  {
    kind: "one",
    name: "confidentialGround",
    label: "What makes it confidential",
    none: "It is not confidential",
    options: GROUNDS,
    value: item?.confidentialGround ?? null,
  },
];

/** @throws ExpectedError invalid, for its field, where nothing that Schedule 12A knows keeps it private */
export function privateFrom(answers: Answers): PrivateValues {
  const inPrivate = answers.oneOf("inPrivate", keysOf(IN_PRIVATE)) ?? "public";
  const isExempt = inPrivate === "exempt";
  const said: PrivateValues = {
    inPrivate,
    paragraphs: isExempt ? answers.several("paragraphs", Object.keys(SCHEDULE_12A)).map(Number).toSorted() : [],
    publicInterest: isExempt ? answers.text("publicInterest") || null : null,
    confidentialGround:
      inPrivate === "confidential" ? answers.oneOf("confidentialGround", keysOf(CONFIDENTIAL_GROUNDS)) : null,
  };
  const inTheWay = privateFindings(said).find(({ severity }) => severity === "hard");
  if (inTheWay) throw invalid(inTheWay.field ?? "inPrivate", `${inTheWay.sentence} ${inTheWay.authority}.`);
  return said;
}
