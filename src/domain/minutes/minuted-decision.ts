import type { Finding } from "@/domain/workflow/workflow";

/** What a minute records as the outcome of its item. The label is the kind; the words are the text. */
export const DECISION_KINDS = {
  noted: "Noted",
  resolution: "Resolved",
  recommendation: "Recommended",
  referral: "Referred",
  deferral: "Deferred",
  withdrawn: "Withdrawn",
  no_decision: "No decision",
} as const;

export type DecisionKind = keyof typeof DECISION_KINDS;

/** How a member voted, minuted because they asked for it at once (SI 1993/202). */
export type NamedVote = { personId: string; vote: "for" | "against" | "abstained" };

/** A decision takes effect when it is carried; confirming the minutes concerns only whether they are accurate. */
export type MinutedDecision = {
  id: string;
  kind: DecisionKind;
  /** The council's word for it: Resolved, Noted, Recommended. */
  verb: string;
  text: string;
  /** Null where nobody counted: most decisions are taken without a vote. */
  votesFor: number | null;
  votesAgainst: number | null;
  abstentions: number | null;
  /** Used by whoever presides when the votes are equal (LGA 1972 Sch 12 para 39(2)). */
  castingVote: "for" | "against" | null;
  namedVotes: readonly NamedVote[];
};

type Counted = Pick<MinutedDecision, "votesFor" | "votesAgainst" | "castingVote">;

/**
 * Whether the votes carry it: a majority of those voting, with the casting vote where they are equal (LGA 1972 Sch 12
 * para 39). What nobody counted was carried without a vote.
 */
export function isCarried({ votesFor, votesAgainst, castingVote }: Counted): boolean {
  if (votesFor === null && votesAgainst === null) return true;
  const [ayes, noes] = [votesFor ?? 0, votesAgainst ?? 0];
  return ayes === noes ? castingVote === "for" : ayes > noes;
}

/** Kinds whose text says what was decided; the rest say it by their name. */
const IN_WORDS: readonly DecisionKind[] = ["resolution", "recommendation", "referral", "deferral"];

/**
 * What to look at again in a decision, given how many present had a vote on its item. All of it is soft: the minutes record what
 * happened.
 */
export function decisionFindings(decision: MinutedDecision, electors: number): readonly Finding[] {
  const { kind, text, votesFor, votesAgainst, abstentions, castingVote, namedVotes } = decision;
  const found: Finding[] = [];
  const law = "LGA 1972 Sch 12 para 39";
  if (IN_WORDS.includes(kind) && text.trim() === "")
    found.push(
      soft("no-words", "the council's standing orders", "Write down what was decided, as it was moved.", "text"),
    );
  if (votesFor === null && votesAgainst === null) return found;

  const counted = { for: votesFor ?? 0, against: votesAgainst ?? 0, abstained: abstentions ?? 0 };
  if (counted.for + counted.against + counted.abstained > electors)
    found.push(
      soft(
        "more-votes-than-electors",
        law,
        `Check the count: only ${electors} present had a vote on this item.`,
        "votesFor",
      ),
    );
  if (!isCarried(decision))
    found.push(soft("not-carried", law, "Check the count: by these votes it was not carried.", "votesFor"));
  if (castingVote && counted.for !== counted.against)
    found.push(
      soft("casting-vote-without-tie", law, "Check the casting vote: the votes were not equal.", "castingVote"),
    );
  if ((["for", "against", "abstained"] as const).some((vote) => named(namedVotes, vote) > counted[vote]))
    found.push(
      soft(
        "named-votes-exceed-count",
        "SI 1993/202",
        "Check the names: more are minuted than were counted.",
        "namedVotes",
      ),
    );
  return found;
}

const named = (namedVotes: readonly NamedVote[], vote: NamedVote["vote"]) =>
  namedVotes.filter((each) => each.vote === vote).length;

const soft = (code: string, authority: string, sentence: string, field: string): Finding => ({
  severity: "soft",
  code,
  sentence,
  authority,
  field,
});
