import { describe, expect, it } from "vitest";
import { decisionFindings, isCarried, type MinutedDecision, type Votes } from "./minuted-decision";

const votes = (facts: Partial<Votes> = {}): Votes => ({
  for: 4,
  against: 2,
  abstained: 0,
  castingVote: null,
  ...facts,
});
const decision = (facts: Partial<MinutedDecision> = {}): MinutedDecision => ({
  id: "decision",
  kind: "resolution",
  text: "That a working group of four members be set up.",
  carriedOn: "2016-06-16",
  votes: votes(),
  namedVotes: [],
  ...facts,
});

describe("a decision in a minute", () => {
  it("is carried by a majority of those voting, or the casting vote", () => {
    expect(isCarried(votes())).toBe(true);
    expect(isCarried(votes({ for: 2, against: 2, abstained: 2 }))).toBe(false);
    expect(isCarried(votes({ for: 2, against: 2, castingVote: "for" }))).toBe(true);
  });

  it("has nothing against it when it adds up, counted or not", () => {
    expect(decisionFindings(decision(), 6)).toEqual([]);
    expect(decisionFindings(decision({ votes: null }), 6)).toEqual([]);
    expect(decisionFindings(decision({ kind: "no_decision", text: "", votes: null }), 6)).toEqual([]);
  });

  it.each([
    ["no-words", decision({ text: " " })],
    ["more-votes-than-electors", decision({ votes: votes({ abstained: 1 }) })],
    ["not-carried", decision({ votes: votes({ for: 1 }) })],
    ["casting-vote-without-tie", decision({ votes: votes({ castingVote: "for" }) })],
    [
      "named-votes-exceed-count",
      decision({ namedVotes: ["a", "b", "c"].map((personId) => ({ personId, vote: "against" })) }),
    ],
  ])("is to be looked at again: %s", (code, subject) => {
    expect(decisionFindings(subject, 6).map(({ severity, code }) => `${severity} ${code}`)).toEqual([`soft ${code}`]);
  });
});
