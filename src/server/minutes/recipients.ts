import { RECIPIENT_KINDS } from "@/domain/recommendations/recommendation";
import { citedClauses, type WordedClauses } from "@/domain/recommendations/worded-clauses";
import { optionsOf } from "@/domain/wording/words-by-value";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { FieldGroup, StepField, StepOption } from "@/server/workflow/step-field";

/** Names of the fields of one recipient; the first has no clauses of its own and takes whatever is left. */
type Place = { to: string; body: string; name: string; clauses: string | null };

const FIRST: Place = { to: "to", body: "toBody", name: "toName", clauses: null };
const OTHERS = (["second", "third", "fourth"] as const).map((ordinal, index) => {
  const row = index + 2;
  return { ordinal, to: `to${row}`, body: `toBody${row}`, name: `toName${row}`, clauses: `clauses${row}` };
});

/** The fields of a recommendation that is recorded with its decision: to whom, and which of its clauses to somebody else. */
export const recipientGroup = (bodies: readonly StepOption[], heading: string): FieldGroup => ({
  name: "recommendation",
  title: "A recommendation: to whom",
  hint: "Its clauses are read out of the decision: a line that begins with 1. or (a) is one",
  fields: [
    { kind: "one", name: "to", label: "Recommended to", none: "Not now", options: optionsOf(RECIPIENT_KINDS) },
    ...whichFields(FIRST, bodies),
    { kind: "line", name: "title", label: "What it is about, in a few words", value: heading },
  ],
  more: {
    title: "Some clauses go to somebody else",
    hint: "Name them by their marks: 2 and 3, or (b) to (d). The others go to the first recipient",
    parts: OTHERS.map(({ ordinal, ...place }) => ({
      name: place.to,
      legend: `A ${ordinal} recipient`,
      fields: [
        { kind: "line", name: place.clauses, label: "Clauses" },
        { kind: "one", name: place.to, label: "Go to", none: "Nobody", options: optionsOf(RECIPIENT_KINDS) },
        ...whichFields(place, bodies),
      ],
    })),
  },
});

const whichFields = ({ body, name }: Place, bodies: readonly StepOption[]): StepField[] => [
  { kind: "one", name: body, label: "Which", none: "The only one, or nobody listed", options: bodies },
  { kind: "line", name, label: "Or by name", hint: "A partner, an officer" },
];

/** Whether anything is said of whom something is recommended to. */
export const namesRecipient = (answers: Answers): boolean =>
  [FIRST, ...OTHERS].some(({ to, body, name, clauses }) =>
    [to, body, name, ...(clauses === null ? [] : [clauses])].some((field) => answers.text(field)),
  );

/**
 * Whom each clause goes to.
 * @returns what the command of recommendations is given, row by row, and by which field of this form each of its answers came
 * @throws ExpectedError invalid for a clause that is not there, that goes to two, or to nobody
 */
export function addressedClauses(answers: Answers, { clauses, marks }: WordedClauses) {
  const goesTo = new Map<number, Place>();
  for (const place of OTHERS) {
    const isNamed = [place.to, place.body, place.name].some((field) => answers.text(field));
    const cited = answers.text(place.clauses);
    if (!cited && !isNamed) continue;
    if (!cited) throw invalid(place.clauses, "Say which clauses go there, such as 2, or (b) to (d).");
    if (!answers.text(place.to)) throw invalid(place.to, "Say whom these clauses go to.");
    const found = citedClauses(cited, marks);
    if (!found)
      throw invalid(place.clauses, "Name clauses that stand in the decision, by their marks: 2, or (b) to (d).");
    for (const index of found) {
      if (goesTo.has(index))
        throw invalid(place.clauses, `Each clause goes to one. ${named(marks, index)} stands twice.`);
      goesTo.set(index, place);
    }
  }
  const left = clauses.findIndex((_, index) => !goesTo.has(index));
  if (left >= 0 && !answers.text(FIRST.to))
    throw invalid(FIRST.to, `Say whom the others go to: nobody is named for ${named(marks, left).toLowerCase()}.`);
  if (left < 0 && clauses.length > 0 && answers.text(FIRST.to))
    throw invalid(FIRST.to, "Leave a clause to them, or choose “Not now”: every clause goes to somebody else.");

  const given: Record<string, string> = {};
  const names: Record<string, string> = {};
  for (const [index, clause] of clauses.entries()) {
    const row = index + 1;
    const place = goesTo.get(index) ?? FIRST;
    given[`text${row}`] = clause;
    given[`to${row}`] = answers.text(place.to);
    given[`body${row}`] = answers.text(place.body);
    given[`name${row}`] = answers.text(place.name);
    Object.assign(names, {
      [`text${row}`]: "text",
      [`to${row}`]: place.to,
      [`body${row}`]: place.body,
      [`name${row}`]: place.name,
    });
  }
  return { given, names };
}

/** "Clause 2", as it is marked, or as it is counted. */
const named = (marks: readonly (string | null)[], index: number): string => `Clause ${marks[index] ?? index + 1}`;
