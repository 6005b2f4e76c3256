import { describe, expect, it } from "vitest";
import { decisionFindings, isCarried, type MinutedDecision } from "./minuted-decision";

const decision = (facts: Partial<MinutedDecision> = {}): MinutedDecision => ({
  id: "decision",
  kind: "resolution",
  verb: "Resolved",
  text: "That a working group of four members be set up.",
  votesFor: 4,
  votesAgainst: 2,
  abstentions: 0,
  castingVote: null,
  namedVotes: [],
  ...facts,
});
const uncounted = { votesFor: null, votesAgainst: null, abstentions: null };

describe("a decision in a minute", () => {
  it("is carried by a majority of those voting, or the casting vote", () => {
    expect(isCarried(decision())).toBe(true);
    expect(isCarried(decision({ votesFor: 2, abstentions: 2 }))).toBe(false);
    expect(isCarried(decision({ votesFor: 2, castingVote: "for" }))).toBe(true);
  });

  it("has nothing against it when it adds up, counted or not", () => {
    expect(decisionFindings(decision(), 6)).toEqual([]);
    expect(decisionFindings(decision(uncounted), 6)).toEqual([]);
    expect(decisionFindings(decision({ kind: "no_decision", text: "", ...uncounted }), 6)).toEqual([]);
  });

  it.each([
    ["no-words", decision({ text: " " })],
    ["more-votes-than-electors", decision({ abstentions: 1 })],
    ["not-carried", decision({ votesFor: 1 })],
    ["casting-vote-without-tie", decision({ castingVote: "for" })],
    [
      "named-votes-exceed-count",
      decision({ namedVotes: ["a", "b", "c"].map((personId) => ({ personId, vote: "against" })) }),
    ],
  ])("is to be looked at again: %s", (code, subject) => {
    expect(decisionFindings(subject, 6).map(({ severity, code }) => `${severity} ${code}`)).toEqual([`soft ${code}`]);
  });
});
