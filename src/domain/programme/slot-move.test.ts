import { expect, test } from "vitest";
import { AUTHORITY, PEOPLE, TODAY } from "@/domain/workflow/people.fixture";
import { item, slotAt } from "./items.fixture";
import { placeWords } from "./place-words";
import type { ProgrammeItemStatus, Slot } from "./programme-item";
import { programmeItemWorkflow } from "./programme-item-workflow";
import { isDecision, judgePlainMove, slotMove } from "./slot-move";

const january = slotAt("2017-01-11");
const words = (status: ProgrammeItemStatus, from: Slot | null, to: Slot | null) => {
  const move = slotMove({ status, slot: from }, to);
  if (move === null) return "never";
  return `${move.steps.join(", ") || "no step"}${move.deferral ? ", put off" : ""}${isDecision(move) ? ", decided" : ""}`;
};

test("what a move means, for every status: earlier, later, to none", () => {
  const matrix = Object.keys(programmeItemWorkflow.statuses).map((name) => {
    const status = name as ProgrammeItemStatus;
    const move = (to: Slot | null) => words(status, january, to);
    return `${status}: ${move(slotAt("2016-10-11"))} / ${move(slotAt("2017-03-20"))} / ${move(null)}`;
  });
  expect(matrix).toEqual([
    "proposed: takeIn, schedule / takeIn, schedule / takeIn",
    "provisional: schedule / schedule / no step",
    "scheduled: no step / deferTo, put off, decided / deferWithoutSlot, put off, decided",
    "with_group: no step / no step, put off, decided / no step, put off, decided",
    "on_agenda: deferTo, decided / deferTo, put off, decided / deferWithoutSlot, put off, decided",
    "considered: never / never / never",
    "continued: schedule / schedule / no step",
    "monitoring: schedule / schedule / no step",
    "closed: never / never / never",
    "withdrawn: never / never / never",
    "transferred: never / never / never",
  ]);
});

test("from no day nothing is put off, and on one day nothing comes later", () => {
  expect(words("with_group", null, january)).toBe("no step");
  expect(words("scheduled", january, { kind: "briefing", on: "2017-01-11" })).toBe("no step");
});

test("a move that takes no step asks who, why, and on what authority", () => {
  const judge = (asked: object, deferral: boolean, facts = {}) => {
    const verdict = judgePlainMove(
      item("with_group", facts),
      { steps: [], deferral },
      {
        actor: PEOPLE.democratic_services,
        today: TODAY,
        ...asked,
      },
    );
    return verdict.allowed
      ? verdict.warnings.map(({ code }) => code)
      : [verdict.refusal.code, ...verdict.refusal.findings.map(({ code }) => code)];
  };
  const { resolution, officer_decision } = AUTHORITY;
  expect(judge({}, false)).toEqual([]);
  expect(judge({ actor: PEOPLE.scrutiny_officer }, false)).toEqual([]);
  expect(judge({ actor: PEOPLE.chair }, false)).toEqual(["not-permitted"]);
  expect(judge({ actor: PEOPLE.scrutiny_officer }, true)).toEqual(["not-permitted"]);
  expect(judge({}, true)).toEqual(["against-rule", "no-authority"]);
  expect(judge({ authority: { ...officer_decision, consulted: " " } }, true)).toEqual([
    "against-rule",
    "nobody-consulted",
  ]);
  expect(judge({ authority: { ...resolution, held: false } }, true)).toEqual(["against-rule", "meeting-not-held"]);
  expect(judge({ authority: officer_decision }, true)).toEqual(["needs-reason"]);
  expect(judge({ authority: resolution, reason: "Busy." }, true)).toEqual([]);
  const bare = { corporatePlanOutcomes: [] };
  expect(judge({}, false, bare)).toEqual(["needs-reason", "no-corporate-plan-outcome"]);
  expect(judge({ reason: "Busy." }, false, bare)).toEqual(["no-corporate-plan-outcome"]);
  expect(judge({}, false, { ...bare, slot: null })).toEqual([]);
});

test("a place in words", () => {
  expect(placeWords(january)).toBe("Wednesday 11 January 2017");
  expect(placeWords({ kind: "circulation", on: "2016-11-04" })).toBe("Papers sent round on Friday 4 November 2016");
  expect(placeWords(null)).toBe("Not yet placed");
});
