import type { PlainDate } from "@/domain/calendar/plain-date";
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

export type Votes = {
  for: number;
  against: number;
  abstained: number;
  /** Used by whoever presides when the votes are equal (LGA 1972 Sch 12 para 39(2)). */
  castingVote: "for" | "against" | null;
};

/** A decision takes effect when it is carried; confirming the minutes concerns only whether they are accurate. */
export type MinutedDecision = {
  id: string;
  kind: DecisionKind;
  text: string;
  carriedOn: PlainDate;
  /** Null where nobody counted: most decisions are taken without a vote. */
  votes: Votes | null;
  namedVotes: readonly NamedVote[];
};

/** Whether the votes carry it: a majority of those voting, with the casting vote where they are equal (LGA 1972 Sch 12 para 39). */
export const isCarried = (votes: Votes): boolean =>
  votes.for === votes.against ? votes.castingVote === "for" : votes.for > votes.against;

/** Kinds whose text says what was decided; the rest say it by their name. */
const IN_WORDS: readonly DecisionKind[] = ["resolution", "recommendation", "referral", "deferral"];

/**
 * What to look at again in a decision, given how many present had a vote on its item. All of it is soft: the minutes record what
 * happened.
 */
export function decisionFindings(decision: MinutedDecision, electors: number): readonly Finding[] {
  const { kind, text, votes, namedVotes } = decision;
  const found: Finding[] = [];
  const law = "LGA 1972 Sch 12 para 39";
  if (IN_WORDS.includes(kind) && text.trim() === "")
    found.push(
      soft("no-words", "the council's standing orders", "Write down what was decided, as it was moved.", "text"),
    );
  if (!votes) return found;

  if (votes.for + votes.against + votes.abstained > electors)
    found.push(
      soft(
        "more-votes-than-electors",
        law,
        `Check the count: only ${electors} present had a vote on this item.`,
        "votes",
      ),
    );
  if (!isCarried(votes))
    found.push(soft("not-carried", law, "Check the count: by these votes it was not carried.", "votes"));
  if (votes.castingVote && votes.for !== votes.against)
    found.push(soft("casting-vote-without-tie", law, "Check the casting vote: the votes were not equal.", "votes"));
  if ((["for", "against", "abstained"] as const).some((vote) => named(namedVotes, vote) > votes[vote]))
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
