import { describe, expect, test } from "vitest";
import { AUTHORITY, allowedMoves, codesFor, TODAY } from "@/domain/workflow/people.fixture";
import { ITEM_WARNINGS } from "./item-warnings";
import { item, slotAt } from "./items.fixture";
import { warningsFrom } from "./planned-work";
import { deferral, NEEDS_SCOPING, type ProgrammeItem, type ProgrammeItemType, type Slot } from "./programme-item";
import { programmeItemWorkflow as workflow } from "./programme-item-workflow";

const { resolution, officer_decision } = AUTHORITY;
const briefing = (on: string): Slot => ({ kind: "briefing", on });

test("the whole matrix", () => {
  expect(allowedMoves(workflow, (status) => item(status))).toEqual([
    "proposed --takeIn--> provisional  by democratic services, scrutiny officer",
    "proposed --withdraw--> withdrawn  by democratic services",
    "proposed --transfer--> transferred  by democratic services",
    "provisional --schedule--> scheduled  by democratic services, scrutiny officer",
    "provisional --withdraw--> withdrawn  by democratic services",
    "provisional --transfer--> transferred  by democratic services",
    "scheduled --giveToGroup--> with_group  by democratic services",
    "scheduled --list--> on_agenda  by democratic services",
    "scheduled --deferTo--> scheduled  by democratic services",
    "scheduled --deferWithoutSlot--> provisional  by democratic services",
    "scheduled --withdraw--> withdrawn  by democratic services",
    "scheduled --transfer--> transferred  by democratic services",
    "with_group --list--> on_agenda  by democratic services",
    "with_group --withdraw--> withdrawn  by democratic services",
    "with_group --transfer--> transferred  by democratic services",
    "on_agenda --deferTo--> scheduled  by democratic services",
    "on_agenda --deferWithoutSlot--> provisional  by democratic services",
    "on_agenda --recordConsidered--> considered  by democratic services",
    "on_agenda --withdraw--> withdrawn  by democratic services",
    "on_agenda --transfer--> transferred  by democratic services",
    "considered --carryOn--> continued  by democratic services",
    "considered --monitor--> monitoring  by democratic services",
    "considered --close--> closed  by democratic services",
    "continued --schedule--> scheduled  by democratic services, scrutiny officer",
    "monitoring --schedule--> scheduled  by democratic services, scrutiny officer",
    "monitoring --close--> closed  by democratic services",
  ]);
});

test("the matrix of an item without a meeting", () => {
  const moves = allowedMoves(workflow, (status) => item(status, { slot: briefing("2016-09-20") }));
  expect(moves.filter((line) => line.startsWith("scheduled"))).toEqual([
    "scheduled --giveToGroup--> with_group  by democratic services",
    "scheduled --deferTo--> scheduled  by democratic services",
    "scheduled --deferWithoutSlot--> provisional  by democratic services",
    "scheduled --recordDone--> considered  by democratic services, scrutiny officer",
    "scheduled --withdraw--> withdrawn  by democratic services",
    "scheduled --transfer--> transferred  by democratic services",
  ]);
});

describe("scheduling", () => {
  test("a review waits for its approved scoping; what is no review does not", () => {
    const schedule = (facts: Partial<ProgrammeItem>) => codesFor(workflow, "schedule", item("provisional", facts));
    for (const scoping of [null, "draft", "on_agenda", "referred_back", "rejected", "revision"] as const)
      expect(schedule({ scoping })).toEqual({ allowed: false, codes: ["scoping-not-approved"] });
    for (const scoping of ["approved", "approved_amended", "commissioned", "complete"] as const)
      expect(schedule({ scoping })).toEqual({ allowed: true, codes: [] });
    for (const type of Object.keys(NEEDS_SCOPING) as ProgrammeItemType[])
      expect(schedule({ type, scoping: null }).allowed).toBe(type !== "review");
  });

  test("a scheduled item has a day", () =>
    expect(codesFor(workflow, "schedule", item("provisional", { slot: null })).codes).toEqual(["no-slot"]));

  test.each<[string, Partial<ProgrammeItem>]>([
    ["over-capacity", { slot: slotAt("2017-01-11", { items: 5, capacity: 4 }) }],
    ["target-after-report", { endsOn: "2017-02-01" }],
    ["deferred-twice", { deferrals: Array(2).fill({ from: null, to: null, decidedOn: TODAY, reason: "Busy." }) }],
    ["no-corporate-plan-outcome", { corporatePlanOutcomes: [] }],
  ])("%s is a warning", (code, facts) =>
    expect(codesFor(workflow, "schedule", item("provisional", facts))).toEqual({ allowed: true, codes: [code] }),
  );

  test("a meeting without a limit is never full", () =>
    expect(
      codesFor(workflow, "schedule", item("provisional", { slot: slotAt("2017-01-11", { items: 40 }) })).codes,
    ).toEqual([]));
});

describe("on the way", () => {
  test("work with a group names the group", () =>
    expect(codesFor(workflow, "giveToGroup", item("scheduled", { groupId: null })).codes).toEqual(["no-group"]));

  test("only a meeting has an agenda", () =>
    expect(codesFor(workflow, "list", item("scheduled", { slot: briefing("2016-11-01") })).codes).toEqual([
      "no-meeting",
    ]));

  test("considered is what a held meeting had", () =>
    expect(
      codesFor(workflow, "recordConsidered", item("on_agenda", { slot: slotAt("2016-10-11", { held: false }) })).codes,
    ).toEqual(["meeting-not-held"]));

  test("a briefing is done on its day, and not before; a meeting's item is recorded at the meeting", () => {
    const done = (slot: Slot) => codesFor(workflow, "recordDone", item("scheduled", { slot }));
    expect(done(briefing(TODAY)).allowed).toBe(true);
    expect(done(briefing("2016-10-04")).codes).toEqual(["not-yet-done"]);
    expect(done(slotAt("2016-06-16")).codes).toEqual(["not-yet-done"]);
  });

  test.each(["carryOn", "monitor", "close"] as const)("%s rests on an authority", (name) => {
    expect(codesFor(workflow, name, item("considered")).codes).toEqual(["no-authority"]);
    expect(codesFor(workflow, name, item("considered"), { authority: resolution }).allowed).toBe(true);
  });

  test("what is handed over goes to another body", () =>
    expect(
      codesFor(workflow, "transfer", item("scheduled", { receiverBodyId: null }), { authority: resolution }).codes,
    ).toEqual(["no-receiver"]));

  test("an item is withdrawn with a reason, after consulting somebody", () => {
    const withdraw = (asking: object) => codesFor(workflow, "withdraw", item("scheduled"), asking).codes;
    expect(withdraw({ authority: officer_decision, reason: "" })).toEqual(["needs-reason"]);
    expect(withdraw({ authority: { ...officer_decision, consulted: "" } })).toEqual(["nobody-consulted"]);
  });
});

describe("deferral", () => {
  test("with another slot it is scheduled again, without one provisional; both are counted", () => {
    const before = item("scheduled", { slot: slotAt("2016-10-11") });
    const once = deferral(before, slotAt("2017-01-11"), TODAY, "The report promises it.");
    expect(once).toMatchObject({ move: "deferTo", slot: { on: "2017-01-11" } });
    expect(once.deferrals).toEqual([
      { from: "2016-10-11", to: "2017-01-11", decidedOn: TODAY, reason: "The report promises it." },
    ]);
    const twice = deferral(once, null, TODAY, "No time.");
    expect(twice).toMatchObject({ move: "deferWithoutSlot", slot: null });
    expect(twice.deferrals).toHaveLength(2);
  });

  test("a second one is warned of, and wants an authority and a reason", () => {
    const facts = deferral(deferral(item("scheduled"), null, TODAY, "One."), slotAt("2017-03-20"), TODAY, "Two.");
    const again = item("scheduled", { slot: facts.slot, deferrals: facts.deferrals });
    expect(codesFor(workflow, facts.move, again).codes).toContain("no-authority");
    expect(codesFor(workflow, facts.move, again, { authority: officer_decision })).toEqual({
      allowed: true,
      codes: ["deferred-twice"],
    });
  });
});

describe("the cards of 3 October 2016", () => {
  const warned = (facts: Partial<ProgrammeItem>) =>
    warningsFrom(ITEM_WARNINGS, item("provisional", { endsOn: null, reportsOn: null, ...facts }), TODAY).map(
      ({ sentence }) => sentence,
    );

  test("nothing wrong, no warning", () => expect(warned({})).toEqual([]));

  test("the registration review: slippage, and no corporate plan outcome", () =>
    expect(
      warned({
        endsOn: "2016-10-11",
        slot: slotAt("2016-10-11"),
        reportPromisedFor: "2017-01-11",
        corporatePlanOutcomes: [],
      }),
    ).toEqual([
      "Its report promises the final one for 11 January 2017; the target still says 11 October 2016. Move the target.",
      "Say which corporate plan outcome this serves. Until then the programme prints “Not given”.",
    ]));

  test("the community offer: a bid due before the meeting", () =>
    expect(
      warned({ slot: slotAt("2016-10-11"), outsideDates: [{ on: "2016-10-07", what: "The expression of interest" }] }),
    ).toEqual([
      "The expression of interest falls on 7 October 2016, before the committee meets. Ask for it sooner, or say what is still open by then.",
    ]));

  test("Fair Charges: Cabinet was first", () =>
    expect(
      warned({ executiveDecisions: [{ title: "Fair Charges", on: "2016-09-28", outcome: null }], linesOfEnquiry: [] }),
    ).toEqual([
      "Cabinet has already considered this on 28 September; its decision is not recorded. Record it.",
      "Add a line of enquiry. Until then the programme prints “Not given”.",
    ]));

  test("Quality and Cost of Care: no lead member, an end between meetings", () =>
    expect(warned({ leadMembers: [], endsOn: "2017-02-28" })).toEqual([
      "28 February 2017 is between meetings. The next is 20 March. Say which meeting gets the report.",
      "Name a lead member: a member of the committee who is not in the Cabinet.",
    ]));

  test("an end after the last meeting in the calendar", () =>
    expect(warned({ endsOn: "2018-01-01" })).toEqual([
      "1 January 2018 is after the last meeting in the calendar. Say which meeting gets the report.",
    ]));
});
