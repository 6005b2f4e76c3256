import { describe, expect, it } from "vitest";
import { answerTo, gapsShown } from "./answer";
import type { Response } from "./response";

const answer = (facts: Partial<Response> = {}): Response => ({
  kind: "accepted_amended",
  wording: "That progress in the pilot areas be approved.",
  reason: "It saves money.",
  decidedBy: "executive",
  decidedOn: "2016-06-29",
  reference: null,
  changedInSubstance: false,
  undertakings: [{ text: "Go on.", ownerId: "sara-tough", dueOn: "2017-03-31" }],
  ...facts,
});

describe("an answer beside what was asked", () => {
  it.each([
    ["accepted", answer({ wording: "Approve progress in the pilot areas" })],
    ["reworded", answer()],
    ["changed", answer({ changedInSubstance: true })],
    ["in_part", answer({ kind: "accepted_part" })],
    ["rejected", answer({ kind: "rejected" })],
    ["not_for_them", answer({ kind: "not_for_us" })],
    ["unclear", answer({ kind: "unclear" })],
  ])("is %s", (expected, response) => {
    expect(answerTo("approve progress in the pilot areas;", response)).toBe(expected);
  });

  it("can be found where the meeting that decided is on record", () => {
    expect(gapsShown(answer(), true)).toEqual([]);
    expect(gapsShown(answer(), false).map(({ code }) => code)).toEqual(["no-reference"]);
  });
});
