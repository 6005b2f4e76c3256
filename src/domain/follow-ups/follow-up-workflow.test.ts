import { describe, expect, it } from "vitest";
import { AUTHORITY, allowedMoves, codesFor, PEOPLE, RELATED, TODAY } from "@/domain/workflow/people.fixture";
import { decide } from "@/domain/workflow/workflow";
import { dueDay, type FollowUp, isOverdue, isStale } from "./follow-up";
import { followUpWorkflow } from "./follow-up-workflow";

const followUp = (facts: Partial<FollowUp> = {}): FollowUp => ({
  ...RELATED,
  status: "open",
  minuteId: "2016-06-16/9",
  authorityId: null,
  text: "Report on the care review.",
  ownerIds: ["author"],
  dueOn: "2016-10-11",
  dueNextMeeting: false,
  dueMeetingOn: null,
  heldFrom: null,
  reviewOn: "2017-01-11",
  evidence: "Report at item 7(a).",
  lastUpdatedOn: "2016-09-26",
  supersededById: "another",
  programmeItemId: "care-review",
  rules: { closedBy: "officer_after_consulting_chair", staleAfterDays: 60 },
  ...facts,
});
const done = (facts: Partial<FollowUp> = {}) => followUp({ status: "done_claimed", ...facts });
const strict = { closedBy: "committee", staleAfterDays: 60 } as const;
const anybody = "author, director, democratic services, scrutiny officer, link holder";

describe("a follow-up", () => {
  it("moves as the table says, for these people and nobody else", () => {
    const endings = (status: string) => [
      `${status} --supersede--> superseded  by democratic services`,
      `${status} --moveToProgramme--> moved_to_programme  by democratic services`,
      `${status} --handOver--> business_as_usual  by democratic services`,
      `${status} --cancel--> cancelled  by democratic services`,
    ];
    expect(allowedMoves(followUpWorkflow, (status) => followUp({ status }))).toEqual([
      `open --start--> in_progress  by ${anybody}`,
      "open --putOnHold--> on_hold  by democratic services, scrutiny officer",
      ...endings("open"),
      `in_progress --claimDone--> done_claimed  by ${anybody}`,
      "in_progress --putOnHold--> on_hold  by democratic services, scrutiny officer",
      ...endings("in_progress"),
      "done_claimed --sendBack--> in_progress  by democratic services",
      "done_claimed --close--> closed  by democratic services",
      ...endings("done_claimed"),
      "on_hold --resume--> open  by democratic services, scrutiny officer",
      ...endings("on_hold"),
    ]);
  });

  it("is public whatever its state", () => {
    expect(new Set(Object.values(followUpWorkflow.statuses).map(({ audience }) => audience))).toEqual(
      new Set(["public"]),
    );
  });

  it.each([
    ["no-source", "start", followUp({ minuteId: null }), undefined],
    ["no-owner", "start", followUp({ ownerIds: [] }), undefined],
    ["no-due-date", "start", followUp({ dueOn: null }), undefined],
    ["no-review-date", "putOnHold", followUp({ reviewOn: null }), undefined],
    ["no-review-date", "putOnHold", followUp({ reviewOn: TODAY }), undefined],
    ["no-evidence", "close", done({ evidence: " " }), AUTHORITY.resolution],
    ["no-authority", "close", done(), AUTHORITY.other_body],
    ["committee-closes", "close", done({ rules: strict }), AUTHORITY.officer_decision],
    ["committee-closes", "cancel", followUp({ rules: strict }), AUTHORITY.officer_decision],
    ["committee-closes", "handOver", followUp({ rules: strict }), AUTHORITY.officer_decision],
    ["nobody-consulted", "close", done(), { ...AUTHORITY.officer_decision, consulted: " " }],
    ["nobody-consulted", "cancel", followUp(), { ...AUTHORITY.officer_decision, consulted: "" }],
    ["nobody-consulted", "handOver", followUp(), { ...AUTHORITY.officer_decision, consulted: "" }],
    ["no-authority", "cancel", followUp(), undefined],
    ["meeting-not-quorate", "close", done(), { ...AUTHORITY.resolution, quorate: false }],
    ["not-before-the-meeting", "close", done(), { ...AUTHORITY.resolution, concerns: [] }],
  ] as const)("is refused: %s on %s", (code, name, subject, authority) => {
    expect(codesFor(followUpWorkflow, name, subject, authority ? { authority } : {})).toEqual({
      allowed: false,
      codes: [code],
    });
  });

  it.each([
    ["no-successor", "supersede", followUp({ supersededById: null })],
    ["no-programme-item", "moveToProgramme", followUp({ programmeItemId: null })],
  ] as const)("goes ahead with a reason: %s", (code, name, subject) => {
    expect(codesFor(followUpWorkflow, name, subject)).toEqual({ allowed: true, codes: [code] });
  });

  it.each([
    ["its minute", followUp()],
    ["an authority instead of a minute", followUp({ minuteId: null, authorityId: "delegated" })],
    ["the next meeting instead of a day", followUp({ dueOn: null, dueNextMeeting: true })],
    ["a meeting that is named", followUp({ dueOn: null, dueMeetingOn: "2017-01-11" })],
  ])("starts with %s", (_what, subject) => {
    expect(codesFor(followUpWorkflow, "start", subject, { reason: "" })).toEqual({ allowed: true, codes: [] });
  });

  it("is worked on by a member of the executive whom it is assigned to, and by no other", () => {
    const assigned = followUp({ keepers: ["executive"] });
    expect(codesFor(followUpWorkflow, "start", assigned, { actor: PEOPLE.executive }).allowed).toBe(true);
    expect(codesFor(followUpWorkflow, "start", assigned, { actor: PEOPLE.portfolio_holder }).codes).toEqual([
      "not-permitted",
    ]);
  });

  it("comes off hold to where it was", () => {
    const held = followUp({ status: "on_hold", heldFrom: "in_progress" });
    const decision = decide(followUpWorkflow, "resume", held, { actor: PEOPLE.democratic_services, today: TODAY });
    expect(decision.allowed && decision.to).toBe("in_progress");
  });

  it("is closed by an officer after consulting the chair where the settings let one", () => {
    expect(codesFor(followUpWorkflow, "close", done(), { authority: AUTHORITY.officer_decision }).allowed).toBe(true);
  });
});

describe("the flags of a follow-up", () => {
  it("say it is overdue from the day after it was due, while it is with its owners", () => {
    expect(isOverdue(followUp(), "2016-10-11")).toBe(false);
    expect(isOverdue(followUp(), "2016-10-12")).toBe(true);
    expect(isOverdue(done(), "2016-10-12")).toBe(false);
  });

  it("take the next meeting's day when there is one", () => {
    const next = followUp({ dueOn: null, dueNextMeeting: true });
    expect([dueDay(next), isOverdue(next, "2030-01-01")]).toEqual([null, false]);
    expect(dueDay({ ...next, dueMeetingOn: "2016-10-11" })).toBe("2016-10-11");
  });

  it("say it is stale when nothing was heard of it, or its time on hold is over", () => {
    expect(isStale(followUp({ lastUpdatedOn: "2016-08-04" }), TODAY)).toBe(false);
    expect(isStale(followUp({ lastUpdatedOn: "2016-08-03" }), TODAY)).toBe(true);
    expect(isStale(followUp({ status: "on_hold", reviewOn: "2016-10-02" }), TODAY)).toBe(true);
    expect(isStale(followUp({ status: "closed", lastUpdatedOn: "2015-01-01" }), TODAY)).toBe(false);
  });
});
