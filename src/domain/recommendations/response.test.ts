import { describe, expect, it } from "vitest";
import { clause, response } from "./clause.fixture";
import { isRecast, type Response, responseGaps } from "./response";
import { clauseClock, responseFlag, responseRule } from "./response-clock";

const gaps = (facts: Partial<Response>) => responseGaps(response(facts)).map(({ code }) => code);

describe("what an answer leaves out", () => {
  it.each([
    ["nothing, from a full acceptance", {}, []],
    ["nothing, from a reasoned rejection", { kind: "rejected", reason: "No budget.", undertakings: [] }, []],
    ["the reason of a rejection", { kind: "rejected", undertakings: [] }, ["no-reason"]],
    ["the reason of what is not for them", { kind: "not_for_us", undertakings: [] }, ["no-reason"]],
    ["why it is not accepted in full", { kind: "accepted_part" }, ["no-reason"]],
    ["what will be done", { undertakings: [] }, ["no-undertaking"]],
    [
      "who, and by when",
      { undertakings: [{ text: "Report.", ownerId: null, dueOn: null }] },
      ["no-owner", "no-due-date"],
    ],
    ["day and place of the decision", { decidedOn: null, reference: " " }, ["no-date", "no-reference"]],
    ["whether it is accepted at all", { kind: "unclear", reason: "See below." }, ["unclear"]],
    ["what “in principle” means", { wording: "Accepted in principle." }, ["in-principle"]],
  ] as const)("is shown: %s", (_what, facts, codes) => expect(gaps(facts as Partial<Response>)).toEqual(codes));
});

describe("a recast clause", () => {
  it("is one in other words, not in other capitals or commas", () => {
    expect(isRecast("That officers, review bids.", "that officers review bids")).toBe(false);
    expect(isRecast("That officers review bids", "That officers consider bids")).toBe(true);
  });
});

describe("the clock of a clause", () => {
  it.each([
    ["executive_two_months", "overview_and_scrutiny", "executive"],
    ["executive_two_months", "overview_and_scrutiny", "council"],
    ["executive_two_months", "health", "executive"],
    ["health_28_days", "health", "health_body"],
    [null, "overview_and_scrutiny", "health_body"],
    ["crime_and_disorder_28_days", "crime_and_disorder", "executive"],
    ["crime_and_disorder_28_days", "crime_and_disorder", "crime_and_disorder_authority"],
    [null, "overview_and_scrutiny", "crime_and_disorder_authority"],
    [null, "crime_and_disorder", "partner"],
    [null, "overview_and_scrutiny", "officer"],
    [null, "overview_and_scrutiny", "committee"],
  ] as const)("goes by %s: %s to %s", (rule, capacity, recipientKind) => {
    expect(responseRule({ kind: "recommendation", capacity, recipientKind })).toBe(rule);
  });

  it("runs two months beginning with receipt, and is not extended for a Sunday", () => {
    expect(clauseClock(clause())).toMatchObject({ runs: true, startsOn: "2016-06-29", lastDay: "2016-08-28" });
  });

  it.each([
    ["No notice, no clock: the receipt of a written notice is not recorded", clause({ notice: null })],
    ["No clock: the law sets none for a partner", clause({ recipientKind: "partner" })],
    ["Comments to a decision-maker have no clock", clause({ kind: "comments" })],
  ])("does not run: %s", (why, subject) => expect(clauseClock(subject)).toEqual({ runs: false, why }));

  it.each([
    [null, "2016-08-13"],
    ["response_due_soon", "2016-08-14"],
    ["response_due_soon", "2016-08-28"],
    ["response_overdue", "2016-08-29"],
  ])("says %s on %s", (flag, today) => expect(responseFlag(clause(), today)).toBe(flag));

  it("says nothing once there is an answer, and an extension moves no statutory day", () => {
    expect(responseFlag(clause({ status: "responded" }), "2016-12-01")).toBeNull();
    expect(responseFlag(clause({ expectedOn: "2016-12-31" }), "2016-12-01")).toBe("response_overdue");
    expect(responseFlag(clause({ status: "agreed", notice: null }), "2016-12-01")).toBeNull();
  });
});
