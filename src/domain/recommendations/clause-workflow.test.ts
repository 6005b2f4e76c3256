import { describe, expect, it } from "vitest";
import { AUTHORITY, allowedMoves, codesFor } from "@/domain/workflow/people.fixture";
import { clause, response } from "./clause.fixture";
import { clauseWorkflow } from "./clause-workflow";

const { resolution } = AUTHORITY;
const progress =
  "lead member, author, director, democratic services, scrutiny officer, executive, portfolio holder, executive support";
const turnedDown = response({ kind: "rejected", reason: "No budget.", undertakings: [] });

describe("a clause of a recommendation", () => {
  it("moves as the table says, for these people and nobody else", () => {
    const moves = allowedMoves(clauseWorkflow, (status) => clause({ status, respondentIds: [], response: turnedDown }));
    expect(moves).toEqual([
      "agreed --serveNotice--> notice_served  by democratic services, scrutiny officer",
      "agreed --recordResponse--> responded  by democratic services, executive, portfolio holder, executive support",
      "notice_served --recordResponse--> responded  by democratic services, executive, portfolio holder, executive support",
      `responded --startImplementing--> implementing  by ${progress}`,
      "responded --closeTurnedDown--> closed  by democratic services",
      "implementing --recordAchieved--> achieved  by democratic services",
      "implementing --recordNotAchieved--> not_achieved  by democratic services",
      "implementing --recordOvertaken--> overtaken  by democratic services",
      "achieved --close--> closed  by democratic services",
      "not_achieved --close--> closed  by democratic services",
      "overtaken --close--> closed  by democratic services",
    ]);
  });

  it("is public from the day it is agreed", () => {
    expect(new Set(Object.values(clauseWorkflow.statuses).map(({ audience }) => audience))).toEqual(
      new Set(["public"]),
    );
  });

  it.each([
    ["comments-take-no-notice", "serveNotice", clause({ status: "agreed", kind: "comments" }), undefined],
    ["no-notice", "serveNotice", clause({ status: "agreed", notice: null }), undefined],
    ["no-response", "recordResponse", clause({ response: null }), undefined],
    ["no-response", "recordResponse", clause({ response: response({ wording: " " }) }), undefined],
    [
      "not-turned-down",
      "closeTurnedDown",
      clause({ status: "responded", response: response({ kind: "unclear" }) }),
      resolution,
    ],
    ["no-evidence", "recordAchieved", clause({ status: "implementing", evidence: null }), resolution],
    ["no-evidence", "close", clause({ status: "overtaken", evidence: " " }), resolution],
    [
      "own-response",
      "recordAchieved",
      clause({ status: "implementing", respondentIds: ["democratic_services"] }),
      resolution,
    ],
    ["no-authority", "recordAchieved", clause({ status: "implementing" }), AUTHORITY.officer_decision],
    ["no-authority", "close", clause({ status: "achieved" }), undefined],
    ["meeting-not-held", "recordAchieved", clause({ status: "implementing" }), { ...resolution, held: false }],
    ["meeting-not-quorate", "close", clause({ status: "achieved" }), { ...resolution, quorate: false }],
    ["not-before-the-meeting", "recordOvertaken", clause({ status: "implementing" }), { ...resolution, concerns: [] }],
  ] as const)("is refused: %s on %s", (code, name, subject, authority) => {
    expect(codesFor(clauseWorkflow, name, subject, authority ? { authority } : {})).toEqual({
      allowed: false,
      codes: [code],
    });
  });

  it.each([
    ["no-clock-for-recipient", "serveNotice", clause({ status: "agreed", recipientKind: "partner" })],
    ["not-accepted", "startImplementing", clause({ status: "responded", response: turnedDown })],
    ["not-accepted", "startImplementing", clause({ status: "responded", response: response({ kind: "unclear" }) })],
  ] as const)("goes ahead with a reason: %s", (code, name, subject) => {
    expect(codesFor(clauseWorkflow, name, subject)).toEqual({ allowed: true, codes: [code] });
  });

  it("takes an answer however little it says, and asks for no reason", () => {
    const bare = response({
      kind: "unclear",
      wording: "Accepted in principle",
      decidedOn: null,
      reference: null,
      undertakings: [],
    });
    expect(codesFor(clauseWorkflow, "recordResponse", clause({ response: bare }), { reason: "" })).toEqual({
      allowed: true,
      codes: [],
    });
  });

  it("takes an answer without a notice, as the seven of June 2016 were answered", () => {
    expect(codesFor(clauseWorkflow, "recordResponse", clause({ status: "agreed", notice: null })).allowed).toBe(true);
  });

  it.each(["recordNotAchieved", "recordOvertaken"] as const)("asks why: %s", (name) => {
    const asked = codesFor(clauseWorkflow, name, clause({ status: "implementing" }), {
      authority: resolution,
      reason: "",
    });
    expect(asked).toEqual({ allowed: false, codes: ["needs-reason"] });
  });
});
