import { expect, test } from "vitest";
import { AUTHORITY, allowedMoves, codesFor, RELATED } from "@/domain/workflow/people.fixture";
import { type Programme, type ProgrammeStatus, rollsOver, toReport } from "./programme";
import { programmeItemWorkflow } from "./programme-item-workflow";
import { programmeWorkflow as workflow } from "./programme-workflow";

const { resolution, officer_decision } = AUTHORITY;
const programme = (status: ProgrammeStatus, facts: Partial<Programme> = {}): Programme => ({
  ...RELATED,
  status,
  municipalYear: "2016/17",
  items: 4,
  ...facts,
});

test("the whole matrix", () => {
  expect(allowedMoves(workflow, (status) => programme(status))).toEqual([
    "draft --adopt--> adopted  by democratic services",
    "adopted --vary--> varied  by democratic services",
    "varied --vary--> varied  by democratic services",
  ]);
});

test("only the committee adopts it", () => {
  const adopt = (asking: object) => codesFor(workflow, "adopt", programme("draft"), asking).codes;
  expect(adopt({})).toEqual(["no-authority"]);
  expect(adopt({ authority: officer_decision })).toEqual(["no-authority"]);
  expect(adopt({ authority: { ...resolution, bodyId: "board" } })).toEqual(["another-body"]);
  expect(adopt({ authority: { ...resolution, quorate: false } })).toEqual(["meeting-not-quorate"]);
});

test("an empty programme is warned of", () =>
  expect(codesFor(workflow, "adopt", programme("draft", { items: 0 }), { authority: resolution })).toEqual({
    allowed: true,
    codes: ["empty-programme"],
  }));

test("an officer varies it after consulting the chair, with a reason", () => {
  const vary = (asking: object) => codesFor(workflow, "vary", programme("adopted"), asking).codes;
  expect(vary({ authority: officer_decision })).toEqual([]);
  expect(vary({ authority: officer_decision, reason: "" })).toEqual(["needs-reason"]);
  expect(vary({ authority: { ...officer_decision, consulted: "" } })).toEqual(["nobody-consulted"]);
});

test("what no meeting resolved is listed for the next, once", () => {
  const base = { on: "2016-10-03", what: "Registration services moved to January", reportedOn: null };
  const byOfficer = { ...base, authority: "officer_decision" } as const;
  const byCommittee = { ...base, authority: "resolution" } as const;
  expect(toReport([byOfficer, byCommittee, { ...byOfficer, reportedOn: "2016-10-11" }])).toEqual([byOfficer]);
});

test("what is not finished rolls over into the next municipal year", () => {
  expect(rollsOver({ status: "scheduled" }, programmeItemWorkflow)).toBe(true);
  expect(rollsOver({ status: "monitoring" }, programmeItemWorkflow)).toBe(true);
  expect(rollsOver({ status: "closed" }, programmeItemWorkflow)).toBe(false);
});
