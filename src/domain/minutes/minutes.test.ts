import { describe, expect, it } from "vitest";
import { movedWords, publicAccessWords, voteWords } from "./minutes";

const uncounted = { votesFor: null, votesAgainst: null, abstentions: null, castingVote: null, namedVotes: [] };

describe("the minutes in words", () => {
  it("say who moved and seconded", () => {
    expect(movedWords({ mover: { name: "Ann" }, seconder: { name: "Bob" } })).toBe("Moved by Ann, seconded by Bob.");
    expect(movedWords({ mover: null, seconder: null })).toBeNull();
  });

  it("say how it was voted on, and whose vote was to be minuted", () => {
    const namedVotes = [{ vote: "against" as const, person: { name: "Ann" } }];
    expect(voteWords({ ...uncounted, votesFor: 4, votesAgainst: 1, namedVotes })).toBe(
      "4 for, 1 against, 0 abstaining. Voted against: Ann.",
    );
    expect(voteWords({ ...uncounted, namedVotes })).toBe("Voted against: Ann.");
    expect(voteWords({ ...uncounted, votesFor: 4, votesAgainst: 4, abstentions: 1, castingVote: false })).toBe(
      "4 for, 4 against, 1 abstaining; lost by a casting vote.",
    );
    expect(voteWords({ ...uncounted, castingVote: true })).toBe("Carried by a casting vote.");
    expect(voteWords({ ...uncounted, abstentions: 2 })).toBe("0 for, 0 against, 2 abstaining.");
    expect(voteWords(uncounted)).toBeNull();
  });

  it("say what became of the public, where there is something to say", () => {
    expect(publicAccessWords("excluded")).toContain("excluded");
    expect(publicAccessWords("exempt_not_discussed")).toContain("not discussed");
    expect([publicAccessWords("present"), publicAccessWords(null)]).toEqual([null, null]);
  });
});
