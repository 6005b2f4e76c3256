import { DECISION_KINDS, type MinutedDecision } from "@/domain/minutes/minuted-decision";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField, StepOption } from "@/server/workflow/step-field";

/** What is typed of a decision. */
export type DecisionValues = Omit<MinutedDecision, "id" | "namedVotes"> & {
  reason: string | null;
  moverId: string | null;
  seconderId: string | null;
  /** Members who asked for their vote to be minuted, by key. */
  votes: Readonly<Record<"for" | "against" | "abstained", readonly string[]>>;
  /** Open to the public though its minute is not. */
  open: boolean;
};

const NAMED = {
  for: "Minuted as voting for",
  against: "Minuted as voting against",
  abstained: "Minuted as abstaining",
} as const;

/** The fields of a decision's form, with what stands there. */
export const decisionFields = (
  decision: DecisionValues | null,
  { voters, isRestricted }: { voters: readonly StepOption[]; isRestricted: boolean },
): StepField[] => [
  {
    kind: "one",
    name: "kind",
    label: "What came of it",
    options: optionsOf(DECISION_KINDS),
    value: decision?.kind ?? null,
  },
  {
    kind: "line",
    name: "verb",
    label: "The council’s word for it",
    hint: "Such as Resolved, Agreed, Recommended; the word above if it is empty",
    value: decision?.verb ?? "",
  },
  {
    kind: "prose",
    name: "text",
    label: "What was decided",
    hint: "As it was moved. It takes effect when it is carried, whether or not the minutes are published",
    value: decision?.text ?? "",
  },
  { kind: "prose", name: "reason", label: "Reason for the decision", value: decision?.reason ?? "" },
  ...(voters.length > 0
    ? [
        {
          kind: "one" as const,
          name: "moverId",
          label: "Moved by",
          none: "Not noted",
          options: voters,
          value: decision?.moverId ?? null,
        },
        {
          kind: "one" as const,
          name: "seconderId",
          label: "Seconded by",
          none: "Not noted",
          options: voters,
          value: decision?.seconderId ?? null,
        },
      ]
    : []),
  { kind: "line", name: "votesFor", label: "Votes for", hint: COUNTED, value: counted(decision?.votesFor) },
  { kind: "line", name: "votesAgainst", label: "Votes against", value: counted(decision?.votesAgainst) },
  { kind: "line", name: "abstentions", label: "Abstentions", value: counted(decision?.abstentions) },
  {
    kind: "one",
    name: "castingVote",
    label: "Casting vote",
    none: "None was used",
    options: [
      { value: "for", label: "For" },
      { value: "against", label: "Against" },
    ],
    value: decision?.castingVote ?? null,
  },
  ...(voters.length > 0
    ? (["for", "against", "abstained"] as const).map(
        (vote): StepField => ({
          kind: "several",
          name: `named-${vote}`,
          label: NAMED[vote],
          options: voters,
          value: decision?.votes[vote] ?? [],
        }),
      )
    : []),
  ...(isRestricted
    ? [
        {
          kind: "one",
          name: "open",
          label: "For publication?",
          hint: "Its minute is not for publication",
          options: [
            { value: "no", label: "No, as its minute" },
            { value: "yes", label: "Yes: open to the public" },
          ],
          value: decision?.open ? "yes" : "no",
        } as const,
      ]
    : []),
];

const COUNTED = "Where they were counted. Leave all three empty where nobody counted";

const counted = (votes: number | null | undefined): string => (votes == null ? "" : String(votes));

/** @throws ExpectedError invalid, for the field that says what cannot be so */
export function decisionIn(answers: Answers, voters: readonly StepOption[]): DecisionValues {
  const kind = answers.oneOf("kind", keysOf(DECISION_KINDS));
  if (!kind) throw invalid("kind", "Say what came of it.");
  const text = answers.text("text");
  if (!text && kind === "resolution") throw invalid("text", "Write down what was decided, as it was moved.");
  const named = (vote: keyof typeof NAMED) =>
    answers.several(
      `named-${vote}`,
      voters.map(({ value }) => value),
    );
  const votes = { for: named("for"), against: named("against"), abstained: named("abstained") };
  const all = [...votes.for, ...votes.against, ...votes.abstained];
  if (new Set(all).size < all.length)
    throw invalid("named-against", "Somebody is minuted with two votes. Each has one.");
  const among = (name: string) =>
    answers.oneOf(
      name,
      voters.map(({ value }) => value),
    );
  const [moverId, seconderId] = [among("moverId"), among("seconderId")];
  if (moverId !== null && moverId === seconderId)
    throw invalid("seconderId", "Choose somebody else: nobody seconds their own motion.");
  return {
    kind,
    verb: answers.text("verb") || DECISION_KINDS[kind],
    text,
    reason: answers.text("reason") || null,
    moverId,
    seconderId,
    votesFor: votesIn(answers, "votesFor"),
    votesAgainst: votesIn(answers, "votesAgainst"),
    abstentions: votesIn(answers, "abstentions"),
    castingVote: answers.oneOf("castingVote", ["for", "against"]),
    votes,
    open: answers.oneOf("open", ["yes", "no"]) === "yes",
  };
}

function votesIn(answers: Answers, name: string): number | null {
  const typed = answers.text(name);
  if (!typed) return null;
  if (!/^\d{1,3}$/.test(typed)) throw invalid(name, "Write a number, or leave it empty.");
  return Number(typed);
}
