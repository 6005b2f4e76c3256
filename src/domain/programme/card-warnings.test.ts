import { expect, test } from "vitest";
import { fairCharges, proposal, qualityAndCostOfCare } from "@/domain/scoping/proposals.fixture";
import type { ScopingProposal } from "@/domain/scoping/scoping-proposal";
import { TODAY } from "@/domain/workflow/people.fixture";
import { cardWarnings } from "./card-warnings";
import { item, slotAt } from "./items.fixture";
import type { ProgrammeItem } from "./programme-item";

const codes = (facts: Partial<ProgrammeItem>, scoping: ScopingProposal | null = null) =>
  cardWarnings(item("provisional", { reportsOn: null, endsOn: null, ...facts }), scoping, TODAY).map(
    ({ severity, code }) => `${severity} ${code}`,
  );
const bare = { leadMembers: [], linesOfEnquiry: [], corporatePlanOutcomes: [] };

test("an item with a place is warned of whatever its table does not have", () =>
  expect(codes({ ...bare, slot: slotAt("2017-01-11") })).toEqual([
    "soft no-lead-member",
    "soft no-lines-of-enquiry",
    "soft no-corporate-plan-outcome",
  ]));

test("a topic without a place is warned of nothing: its steps say what is missing", () =>
  expect(codes({ ...bare, slot: null })).toEqual([]));

test("a proposal is warned of by its template, what stops it first and said once", () => {
  const care = { ...bare, slot: null, endsOn: "2017-02-28" };
  expect(codes(care, qualityAndCostOfCare("on_agenda"))).toEqual([
    "hard no-lead-member",
    "soft ends-between-meetings",
    "soft no-lines-of-enquiry",
    "soft topic-left-out",
  ]);
  const { executiveDecisions, implementedOn } = fairCharges("on_agenda");
  const charges = { ...bare, leadMembers: ["David Walsh"], slot: null, executiveDecisions, implementedOn };
  expect(codes(charges, fairCharges("on_agenda"))).toEqual([
    "soft already-considered",
    "soft implementation-without-report",
    "soft no-lines-of-enquiry",
  ]);
});

test("what the committee has approved is not held against its template again", () =>
  expect(codes({ slot: null }, proposal("approved", { leads: [] }))).toEqual([]));
