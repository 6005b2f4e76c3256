import { describe, expect, it } from "vitest";
import type { Attendance } from "@/domain/attendance/attendance";
import type { Declaration } from "@/domain/interests/interests";
import type { Sitting } from "./electorate";
import { COMMON_QUORUM, type QuorumFacts, type QuorumRule, quorum, quorumOf, quorumRuleFindings } from "./quorum";

const seat = (personId: string, role: Sitting["role"] = "member"): Sitting => ({
  personId,
  role,
  substituteForId: null,
});
const councillors = Array.from({ length: 10 }, (_, index) => seat(`councillor ${index + 1}`));
const coOptees = ["diocese", "parent one", "parent two"].map((personId) => seat(personId, "education_co_optee"));
const present = (personId: string, facts: Partial<Attendance> = {}): Attendance => ({
  personId,
  kind: "present",
  substituteForId: null,
  under: null,
  forMinutes: [],
  awayForItemIds: [],
  ...facts,
});
const facts = (some: Partial<QuorumFacts> = {}): QuorumFacts => ({
  item: null,
  sittings: [...councillors, ...coOptees],
  vacancies: 0,
  votingRules: { otherCoOpteesVote: false },
  attendances: councillors.slice(0, 6).map(({ personId }) => present(personId)),
  declarations: [],
  ...some,
});
const interest = (personId: string): Declaration => ({
  personId,
  agendaItemId: "item",
  kind: "disclosable_pecuniary",
  effect: "no_speech_no_vote",
  nature: "",
  sensitive: false,
  registered: true,
  declaredOn: "2016-10-11",
  dispensation: null,
  leftAt: null,
  returnedAt: null,
});
const education = { id: "item", educationFunction: true };
const other = { id: "item", educationFunction: false };

describe("a quorum", () => {
  it("is a number, a fraction rounded up, or the greater of them", () => {
    expect(quorumOf({ kind: "number", number: 3 }, 10)).toBe(3);
    expect(quorumOf({ kind: "fraction", numerator: 1, denominator: 4 }, 10)).toBe(3);
    expect(quorumOf(COMMON_QUORUM.size, 45)).toBe(12);
    expect(quorumOf(COMMON_QUORUM.size, 6)).toBe(3);
  });

  it("is there on 16 June 2016: six of ten councillors", () => {
    expect(quorum(COMMON_QUORUM, facts())).toEqual({ needed: 3, counted: 6, met: true });
  });

  it("takes in education co-optees where they vote, and only there", () => {
    const attendances = [...councillors.slice(0, 2), ...coOptees].map(({ personId }) => present(personId));
    expect(quorum(COMMON_QUORUM, facts({ attendances, item: other }))).toEqual({ needed: 3, counted: 2, met: false });
    expect(quorum(COMMON_QUORUM, facts({ attendances, item: education }))).toEqual({
      needed: 4,
      counted: 5,
      met: true,
    });
  });

  it("is asked again for an item: who left, who is elsewhere and who has an interest does not count", () => {
    const attendances = [
      present("councillor 1"),
      present("councillor 2", { awayForItemIds: ["item"] }),
      present("councillor 3", { kind: "remote" }),
      present("councillor 4"),
    ];
    const at = facts({ attendances, item: other, declarations: [interest("councillor 4")] });
    expect(quorum(COMMON_QUORUM, at).counted).toBe(1);
    expect(quorum({ ...COMMON_QUORUM, countsInterested: true }, at).counted).toBe(2);
  });

  it("may count members alone, or everybody with a seat", () => {
    const attendances = [present("councillor 1"), present("diocese")];
    const counted = (counts: QuorumRule["counts"]) =>
      quorum({ ...COMMON_QUORUM, counts }, facts({ attendances, item: education })).counted;
    expect([counted("members"), counted("everybody")]).toEqual([1, 2]);
  });

  it("is a fraction of the seats, vacant ones too", () => {
    expect(quorum(COMMON_QUORUM, facts({ sittings: councillors, vacancies: 3 })).needed).toBe(4);
  });

  it.each([
    ["hard no-quorum", 0, 5],
    ["hard quorum-above-membership", 6, 5],
    ["soft quorum-is-membership", 5, 5],
  ])("is questioned in the settings: %s", (finding, number, seats) => {
    const rule: QuorumRule = { ...COMMON_QUORUM, size: { kind: "number", number } };
    expect(quorumRuleFindings(rule, seats).map(({ severity, code }) => `${severity} ${code}`)).toEqual([finding]);
  });

  it("may be anything below the membership", () => expect(quorumRuleFindings(COMMON_QUORUM, 10)).toEqual([]));
});
