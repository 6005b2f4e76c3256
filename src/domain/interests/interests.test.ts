import { describe, expect, it } from "vitest";
import {
  type Declaration,
  declaredInMinutes,
  effectAskedByLaw,
  fallsShortOfLaw,
  isKeptFrom,
  mayVote,
  registerBy,
} from "./interests";

const declaration = (facts: Partial<Declaration> = {}): Declaration => ({
  personId: "byatt",
  agendaItemId: "item-7",
  kind: "disclosable_pecuniary",
  effect: "no_speech_no_vote",
  nature: "owns a farm let to the council",
  sensitive: false,
  registered: false,
  declaredOn: "2016-10-11",
  dispensation: null,
  leftAt: null,
  returnedAt: null,
  ...facts,
});
const dispensation = { from: "2016-01-01", until: "2016-12-31", speak: true, vote: false };

describe("an interest", () => {
  it.each([
    ["no_speech_no_vote", declaration()],
    ["no_vote", declaration({ dispensation })],
    ["none", declaration({ dispensation: { ...dispensation, vote: true } })],
    ["no_speech_no_vote", declaration({ dispensation: { ...dispensation, until: "2016-10-10" } })],
    ["no_vote", declaration({ kind: "council_tax_arrears" })],
    ["none", declaration({ kind: "non_registrable" })],
  ] as const)("asks by law for %s", (effect, declared) => expect(effectAskedByLaw(declared)).toBe(effect));

  it("is recorded as it was, and pointed out where that falls short of the law", () => {
    expect(fallsShortOfLaw(declaration({ effect: "no_vote" }))).toBe(true);
    expect(fallsShortOfLaw(declaration({ effect: "withdraws" }))).toBe(false);
  });

  it("keeps its declarer from its own item only, and from all where it concerns the whole meeting", () => {
    expect([mayVote("byatt", "item-7", [declaration()]), mayVote("byatt", "item-8", [declaration()])]).toEqual([
      false,
      true,
    ]);
    expect(mayVote("byatt", "item-8", [declaration({ agendaItemId: null })])).toBe(false);
    expect(mayVote("croney", "item-7", [declaration()])).toBe(true);
  });

  it("lets somebody who only may not vote stay in the debate", () => {
    expect(isKeptFrom("byatt", "item-7", [declaration({ effect: "no_vote" })])).toBe(false);
    expect(isKeptFrom("byatt", "item-7", [declaration({ effect: "withdraws" })])).toBe(true);
  });

  it("is to be registered within 28 days beginning with its disclosure", () => {
    expect(registerBy(declaration())).toBe("2016-11-07");
    expect(registerBy(declaration({ registered: true }))).toBeNull();
    expect(registerBy(declaration({ kind: "general" }))).toBeNull();
  });

  it("stands in the minutes by its words, with what followed and when", () => {
    const said = { publicText: "Owns a farm", effect: "withdraws", leftAt: "10:45", returnedAt: "11:05" } as const;
    expect(declaredInMinutes(said)).toBe("Owns a farm. Left the room at 10.45 am, and came back at 11.05 am.");
    expect(declaredInMinutes({ ...said, leftAt: null, returnedAt: null })).toBe("Owns a farm. Left the room.");
    const stayed = { publicText: "A sensitive interest.", leftAt: null, returnedAt: null };
    expect(declaredInMinutes({ ...stayed, effect: "no_speech_no_vote" })).toBe(
      "A sensitive interest. Did not speak or vote.",
    );
    expect(declaredInMinutes({ ...stayed, effect: "none" })).toBe("A sensitive interest.");
  });
});
