import { describe, expect, it } from "vitest";
import { UNRESTRICTED } from "@/domain/papers/paper";
import { allowedMoves, codesFor, PEOPLE, RELATED, TODAY } from "@/domain/workflow/people.fixture";
import { decide } from "@/domain/workflow/workflow";
import type { FrontSheetField } from "./front-sheet";
import type { Clearance, ClearanceStep, Report } from "./report";
import { reportWorkflow } from "./report-workflow";

const summary: FrontSheetField = {
  key: "executive_summary",
  label: "Executive summary",
  kind: "text",
  need: "required",
  noneIsAnswer: false,
};
const evidence: FrontSheetField = {
  key: "evidence",
  label: "Use of evidence",
  kind: "text",
  need: "expected",
  noneIsAnswer: true,
};

const cleared = (step: ClearanceStep): Clearance => ({
  step,
  outcome: "cleared",
  personId: "officer",
  onBehalfOf: null,
  evidence: null,
});
const report = (facts: Partial<Report> = {}): Report => ({
  ...RELATED,
  ...UNRESTRICTED,
  status: "in_clearance",
  title: "Registration Services",
  authorIds: ["author"],
  rules: { template: [summary, evidence], steps: ["finance", "callover"], fourEyes: true },
  frontSheet: {
    executive_summary: "Three offices, one appointment line.",
    evidence: "None",
  },
  clearances: [cleared("finance"), cleared("callover")],
  restrictedBackgroundPapers: [],
  publishedOn: null,
  consideredOn: "2016-06-16",
  replacedById: "the-new-one",
  ...facts,
});
const exempt = { restriction: "exempt", paragraphs: [3], publicInterest: "Tenders." } as const;

describe("a report", () => {
  it("moves as the table says, for these people and nobody else", () => {
    expect(allowedMoves(reportWorkflow, (status) => report({ status }))).toEqual([
      "commissioned --startDraft--> draft  by author, democratic services",
      "commissioned --withdraw--> withdrawn  by democratic services",
      "draft --sendForClearance--> in_clearance  by author, democratic services",
      "draft --withdraw--> withdrawn  by democratic services",
      "in_clearance --signOff--> signed_off  by director, democratic services, proper officer",
      "in_clearance --returnToAuthor--> draft  by clearer, director, democratic services, proper officer",
      "in_clearance --withdraw--> withdrawn  by democratic services",
      "signed_off --returnToAuthor--> draft  by clearer, director, democratic services, proper officer",
      "signed_off --clear--> cleared  by democratic services",
      "signed_off --withdraw--> withdrawn  by democratic services",
      "received --clear--> cleared  by democratic services",
      "received --withdraw--> withdrawn  by democratic services",
      "cleared --publish--> published  by democratic services, system",
      "cleared --withdraw--> withdrawn  by democratic services",
      "published --recordConsidered--> considered  by democratic services",
      "published --replace--> replaced  by democratic services",
      "published --withdraw--> withdrawn  by democratic services",
    ]);
  });

  it("is open to its keepers, then the chair, then the public", () => {
    const audiences = Object.entries(reportWorkflow.statuses).map(([status, { audience }]) => `${status}: ${audience}`);
    expect(audiences).toEqual([
      "commissioned: keepers",
      "draft: keepers",
      "in_clearance: keepers",
      "signed_off: chair",
      "received: keepers",
      "cleared: chair",
      "published: public",
      "considered: public",
      "replaced: public",
      "withdrawn: keepers",
    ]);
  });

  it.each([
    ["front-sheet-blank", "signOff", report({ frontSheet: { evidence: "None" } })],
    ["restriction-unsigned", "publish", report({ status: "cleared", ...exempt })],
    ["no-replacement", "replace", report({ status: "published", replacedById: null })],
  ] as const)("is refused: %s", (code, name, subject) => {
    expect(codesFor(reportWorkflow, name, subject)).toEqual({ allowed: false, codes: [code] });
  });

  it.each([
    ["front-sheet-blank", "signOff", report({ frontSheet: { executive_summary: "Three." } })],
    ["clearance-outstanding", "signOff", report({ clearances: [] })],
    ["clearance-outstanding", "signOff", report({ clearances: [{ ...cleared("finance"), outcome: "returned" }] })],
    ["clearance-outstanding", "clear", report({ status: "signed_off", clearances: [] })],
    ["own-work", "signOff", report({ authorIds: ["democratic_services"] })],
    ["restricted-background-paper", "signOff", report({ restrictedBackgroundPapers: ["Tender evaluation"] })],
    ["exempt-without-paragraph", "signOff", report({ ...exempt, paragraphs: [] })],
    [
      "restriction-unsigned",
      "clear",
      report({ status: "received", ...exempt, rules: { ...report().rules, steps: [] } }),
    ],
    ["not-before-a-held-meeting", "recordConsidered", report({ status: "published", consideredOn: null })],
  ] as const)("goes ahead with a reason: %s", (code, name, subject) => {
    expect(codesFor(reportWorkflow, name, subject)).toEqual({ allowed: true, codes: [code] });
  });

  it("may be signed off by its author where the body asks for no four eyes", () => {
    const own = report({ authorIds: ["director"], rules: { ...report().rules, fourEyes: false } });
    expect(codesFor(reportWorkflow, "signOff", own, { actor: PEOPLE.director })).toEqual({ allowed: true, codes: [] });
  });

  it("stays in sight when it is withdrawn after it was published", () => {
    const asked = { actor: PEOPLE.democratic_services, today: TODAY, reason: "Superseded by events." };
    const audience = (subject: Report) => {
      const decision = decide(reportWorkflow, "withdraw", subject, asked);
      return decision.allowed && decision.audience;
    };
    expect(audience(report({ status: "published", publishedOn: "2016-09-30" }))).toBe("public");
    expect(audience(report())).toBe("keepers");
  });

  it("is returned and withdrawn with a reason only", () => {
    for (const name of ["returnToAuthor", "withdraw"] as const)
      expect(codesFor(reportWorkflow, name, report(), { reason: "" }).codes).toEqual(["needs-reason"]);
  });
});
