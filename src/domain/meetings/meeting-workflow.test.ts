import { describe, expect, it } from "vitest";
import { type Paper, UNRESTRICTED } from "@/domain/papers/paper";
import { allowedMoves, codesFor, PEOPLE, RELATED, TODAY } from "@/domain/workflow/people.fixture";
import { decide } from "@/domain/workflow/workflow";
import type { AgendaItem } from "./agenda";
import type { Meeting } from "./meeting";
import { meetingWorkflow } from "./meeting-workflow";

const meeting = (facts: Partial<Meeting> = {}): Meeting => ({
  ...RELATED,
  status: "convened",
  date: TODAY,
  startTime: "10:00",
  place: "Committee Room 1, County Hall",
  agenda: [item()],
  notice: { meets: true, words: "meets the rule of 5 clear days" },
  quorumAtStart: { needed: 3, counted: 6, met: true },
  ...facts,
});
const item = (facts: Partial<AgendaItem> = {}): AgendaItem => ({
  id: "item",
  parentId: null,
  place: 1,
  kind: "ordinary",
  title: "Registration Services",
  educationFunction: false,
  withdrawnAt: null,
  reporting: "none",
  inPrivate: "public",
  publicInterest: null,
  papers: [],
  ...facts,
});
const paper = (facts: Partial<Paper> = {}): Paper => ({
  ...UNRESTRICTED,
  id: "paper",
  kind: "appendix",
  title: "Appendix 3",
  accessible: true,
  heldBack: false,
  ...facts,
});
const exempt = (facts: Partial<Paper> = {}) =>
  paper({ restriction: "exempt", paragraphs: [3], publicInterest: "Tenders.", restrictionSignedById: "po", ...facts });
const exclusion = item({ id: "exclusion", place: 2, kind: "exclusion", title: "Exclusion of the public" });
const withPaper = (...papers: Paper[]) => meeting({ agenda: [exclusion, item({ papers })] });

describe("a meeting", () => {
  it("moves as the table says, for these people and nobody else", () => {
    expect(allowedMoves(meetingWorkflow, (status) => meeting({ status }))).toEqual([
      "planned --convene--> convened  by democratic services",
      "planned --cancel--> cancelled  by democratic services",
      "convened --publish--> published  by democratic services, system",
      "convened --postpone--> postponed  by democratic services",
      "convened --cancel--> cancelled  by democratic services",
      "convened --abandon--> abandoned  by democratic services",
      "published --recordHeld--> held  by democratic services",
      "published --postpone--> postponed  by democratic services",
      "published --cancel--> cancelled  by democratic services",
      "published --abandon--> abandoned  by democratic services",
      "postponed --convene--> convened  by democratic services",
      "postponed --cancel--> cancelled  by democratic services",
    ]);
  });

  it("is for those inside until it is convened, and for the public from then on", () => {
    const audiences = Object.entries(meetingWorkflow.statuses).map(
      ([status, { audience }]) => `${status}: ${audience}`,
    );
    expect(audiences).toEqual([
      "planned: inside",
      "convened: public",
      "published: public",
      "held: public",
      "postponed: public",
      "cancelled: public",
      "abandoned: public",
    ]);
  });

  it.each(["postpone", "cancel", "abandon"] as const)("asks why: %s", (name) => {
    expect(codesFor(meetingWorkflow, name, meeting({ quorumAtStart: null }), { reason: " " })).toEqual({
      allowed: false,
      codes: ["needs-reason"],
    });
  });
});

describe("publishing an agenda", () => {
  it.each([
    ["no-time", meeting({ startTime: null })],
    ["no-place", meeting({ place: " " })],
    ["no-agenda", meeting({ agenda: [] })],
    ["no-agenda", meeting({ agenda: [item({ withdrawnAt: new Date(TODAY) })] })],
    ["restriction-unsigned", withPaper(exempt({ restrictionSignedById: null }))],
    ["restriction-unsigned", withPaper(paper({ restriction: "confidential" }))],
  ])("is refused: %s", (code, subject) => {
    expect(codesFor(meetingWorkflow, "publish", subject)).toEqual({ allowed: false, codes: [code] });
  });

  it.each([
    ["short-notice", meeting({ notice: { meets: false, words: "does not meet the rule of 5 clear days: 4" } })],
    ["missing-report", meeting({ agenda: [item({ reporting: "to_follow" })] })],
    ["paper-held-back", withPaper(exempt({ restrictionSignedById: null, heldBack: true }))],
    ["inaccessible-paper", withPaper(paper({ accessible: false }))],
    ["no-public-interest-reason", withPaper(exempt({ publicInterest: null }))],
    ["no-exclusion-item", meeting({ agenda: [item({ papers: [exempt()] })] })],
    ["no-exclusion-item", meeting({ agenda: [item({ inPrivate: "exempt", publicInterest: "The price." })] })],
    ["no-public-interest-reason", meeting({ agenda: [exclusion, item({ inPrivate: "exempt" })] })],
  ])("goes ahead with the gap stated: %s", (code, subject) => {
    expect(codesFor(meetingWorkflow, "publish", subject)).toEqual({ allowed: true, codes: [code] });
  });

  it("finds nothing wrong where there is nothing", () => {
    const subject = withPaper(paper({ kind: "report" }), exempt(), paper({ accessible: null }));
    expect(codesFor(meetingWorkflow, "publish", subject, { reason: "" })).toEqual({ allowed: true, codes: [] });
  });

  it("asks nothing of an item that was withdrawn", () => {
    const withdrawn = item({
      id: "gone",
      place: 2,
      withdrawnAt: new Date(TODAY),
      reporting: "to_follow",
      papers: [exempt({ restrictionSignedById: null })],
    });
    expect(codesFor(meetingWorkflow, "publish", meeting({ agenda: [item(), withdrawn] }))).toEqual({
      allowed: true,
      codes: [],
    });
  });

  it("names the item, by the number it has on the agenda", () => {
    const agenda = [
      item({ id: "reports" }),
      item({ id: "lottery", parentId: "reports", title: "Lottery bid", reporting: "to_follow" }),
    ];
    const decision = decide(meetingWorkflow, "publish", meeting({ agenda }), {
      actor: PEOPLE.democratic_services,
      today: TODAY,
      reason: "It follows tomorrow.",
    });
    expect(decision.allowed && decision.warnings[0]?.sentence).toContain(
      "The report at item 1(a), “Lottery bid”, is not here.",
    );
  });
});

describe("recording a meeting", () => {
  const published = (facts: Partial<Meeting>) => meeting({ status: "published", ...facts });
  const inquorate = { needed: 3, counted: 2, met: false };

  it("waits for its day", () => {
    const tomorrow = published({ date: "2016-10-04" });
    expect(codesFor(meetingWorkflow, "recordHeld", tomorrow)).toEqual({ allowed: false, codes: ["before-its-day"] });
    expect(codesFor(meetingWorkflow, "abandon", { ...tomorrow, quorumAtStart: inquorate })).toEqual({
      allowed: false,
      codes: ["before-its-day"],
    });
  });

  it.each([
    ["attendance-not-recorded", "recordHeld", published({ quorumAtStart: null })],
    ["inquorate-from-the-start", "recordHeld", published({ quorumAtStart: inquorate })],
    ["quorate-at-the-start", "abandon", published({})],
    ["day-has-passed", "convene", meeting({ status: "postponed", date: "2016-10-01" })],
  ] as const)("warns: %s", (code, name, subject) => {
    expect(codesFor(meetingWorkflow, name, subject)).toEqual({ allowed: true, codes: [code] });
  });

  it("can be done by a clerk the day after", () => {
    expect(codesFor(meetingWorkflow, "recordHeld", published({ date: "2016-10-02" }))).toEqual({
      allowed: true,
      codes: [],
    });
  });
});
