import { describe, expect, test } from "vitest";
import { AUTHORITY, allowedMoves, codesFor, RELATED } from "@/domain/workflow/people.fixture";
import { awaitsReceiver, type Topic, type TopicStatus } from "./topic";
import { topicWorkflow } from "./topic-workflow";

const topic = (status: TopicStatus, facts: Partial<Topic> = {}): Topic => ({
  ...RELATED,
  status,
  title: "Care Review",
  parts: ["Cost of care", "Quality of care", "Support for carers"],
  source: "member",
  duplicatesSeenOn: "2016-06-20",
  bodyScores: true,
  scorers: 3,
  scoring: { total: 9, threshold: 8, vetoed: false },
  referringDecisionId: null,
  callForAction: null,
  receiverBodyId: "budget-strategy",
  receiverAcceptedOn: null,
  mergedIntoId: "another-topic",
  ...facts,
});
const { resolution, officer_decision } = AUTHORITY;
const callForAction = (facts: Partial<Topic["callForAction"] & object> = {}): Partial<Topic> => ({
  source: "call_for_action",
  callForAction: { valid: true, discussedOn: "2016-09-01", reasonsSentOn: "2016-09-05", ...facts },
});

test("the whole matrix", () => {
  expect(allowedMoves(topicWorkflow, (status) => topic(status, { bodyScores: false }))).toEqual([
    "suggested --triage--> triaged  by democratic services",
    "suggested --park--> parked  by democratic services",
    "suggested --reject--> rejected  by democratic services",
    "suggested --transfer--> transferred  by democratic services",
    "suggested --merge--> merged  by democratic services",
    "suggested --remove--> removed  by democratic services",
    "triaged --score--> scored  by democratic services",
    "triaged --shortlist--> shortlisted  by democratic services",
    "triaged --park--> parked  by democratic services",
    "triaged --reject--> rejected  by democratic services",
    "triaged --transfer--> transferred  by democratic services",
    "triaged --merge--> merged  by democratic services",
    "scored --shortlist--> shortlisted  by democratic services",
    "scored --park--> parked  by democratic services",
    "scored --reject--> rejected  by democratic services",
    "scored --transfer--> transferred  by democratic services",
    "scored --merge--> merged  by democratic services",
    "shortlisted --startScoping--> in_scoping  by chair, lead member, officer, author, clearer, director, democratic services, scrutiny officer, proper officer",
    "parked --takeUpAgain--> triaged  by democratic services",
  ]);
});

describe("triage", () => {
  test("names the body, the source and the duplicates seen", () => {
    const bare = topic("suggested", { bodyId: null, source: null, duplicatesSeenOn: null });
    expect(codesFor(topicWorkflow, "triage", bare)).toEqual({
      allowed: false,
      codes: ["no-body", "no-source", "duplicates-not-seen"],
    });
  });
  test("warns of a motion without the resolution that referred it", () =>
    expect(codesFor(topicWorkflow, "triage", topic("suggested", { source: "motion" }))).toEqual({
      allowed: true,
      codes: ["no-referral"],
    }));
  test("a topic parked straight from a suggestion is placed when it is taken up again", () =>
    expect(codesFor(topicWorkflow, "takeUpAgain", topic("parked", { bodyId: null })).codes).toEqual(["no-body"]));
});

describe("scoring and shortlisting", () => {
  test("nothing is scored that nobody scored", () =>
    expect(codesFor(topicWorkflow, "score", topic("triaged", { scorers: 0 })).codes).toEqual(["no-scores"]));

  test("a topic is shortlisted unscored only by entitlement, or where the body does not score", () => {
    const unscored = (facts: Partial<Topic>) =>
      codesFor(topicWorkflow, "shortlist", topic("triaged", { scoring: null, ...facts }), { authority: resolution });
    expect(unscored({})).toEqual({ allowed: false, codes: ["not-scored"] });
    for (const source of ["motion", "call_for_action", "statutory", "pre_decision"] as const)
      expect(unscored({ source }).allowed).toBe(true);
    expect(unscored({ bodyScores: false }).allowed).toBe(true);
  });

  test("nothing is shortlisted without an authority", () =>
    expect(codesFor(topicWorkflow, "shortlist", topic("scored")).codes).toEqual(["no-authority"]));

  test.each([
    ["a score under the threshold", { total: 5, threshold: 8, vetoed: false }],
    ["a veto", { total: 11, threshold: 8, vetoed: true }],
  ])("taking a topic against %s wants a reason", (_what, scoring) => {
    const against = topic("scored", { scoring });
    expect(codesFor(topicWorkflow, "shortlist", against, { authority: resolution })).toEqual({
      allowed: true,
      codes: ["differs-from-score"],
    });
    expect(codesFor(topicWorkflow, "shortlist", against, { authority: resolution, reason: " " }).allowed).toBe(false);
  });
});

describe("putting a topic aside", () => {
  test.each(["park", "reject"] as const)("%s wants a reason and an authority", (name) => {
    expect(codesFor(topicWorkflow, name, topic("scored"), { authority: resolution, reason: "" }).codes).toEqual([
      "needs-reason",
    ]);
    expect(codesFor(topicWorkflow, name, topic("scored")).codes).toEqual(["no-authority"]);
  });

  test("an officer who puts it aside has consulted somebody", () =>
    expect(
      codesFor(topicWorkflow, "park", topic("scored"), { authority: { ...officer_decision, consulted: "" } }).codes,
    ).toEqual(["nobody-consulted"]));

  test.each(["park", "reject", "merge"] as const)(
    "%s: a valid call for action is discussed and answered first",
    (name) => {
      const move = (facts: Parameters<typeof callForAction>[0]) =>
        codesFor(topicWorkflow, name, topic("triaged", callForAction(facts)), { authority: resolution });
      expect(move({ valid: null }).codes).toEqual(["validity-not-tested"]);
      expect(move({ discussedOn: null, reasonsSentOn: null }).codes).toEqual(["not-discussed", "no-letter"]);
      expect(move({}).allowed).toBe(true);
      expect(move({ valid: false, discussedOn: null, reasonsSentOn: null }).allowed).toBe(true);
    },
  );

  test("a call for action nobody has tested is not removed as a complaint", () =>
    expect(codesFor(topicWorkflow, "remove", topic("suggested", { source: "call_for_action" })).codes).toEqual([
      "validity-not-tested",
    ]));

  test.each(["park", "reject", "transfer", "merge"] as const)("%s: a motion needs a resolution", (name) => {
    const motion = topic("triaged", { source: "motion" });
    expect(codesFor(topicWorkflow, name, motion, { authority: officer_decision }).codes).toEqual([
      "motion-needs-resolution",
    ]);
    expect(codesFor(topicWorkflow, name, motion, { authority: resolution }).allowed).toBe(true);
  });

  test("a resolution of a meeting that had it not before it does not count", () =>
    expect(
      codesFor(topicWorkflow, "reject", topic("scored"), { authority: { ...resolution, concerns: [] } }).codes,
    ).toEqual(["not-before-the-meeting"]));

  test("a topic is handed to another body, and stays in sight until that body takes it", () => {
    for (const receiverBodyId of [null, "pc"])
      expect(
        codesFor(topicWorkflow, "transfer", topic("triaged", { receiverBodyId }), { authority: resolution }).codes,
      ).toEqual(["no-receiver"]);
    expect(awaitsReceiver(topic("transferred"))).toBe(true);
    expect(awaitsReceiver(topic("transferred", { receiverAcceptedOn: "2016-09-01" }))).toBe(false);
  });

  test("a topic is merged into another one", () => {
    for (const mergedIntoId of [null, "record"])
      expect(
        codesFor(topicWorkflow, "merge", topic("triaged", { mergedIntoId }), { authority: resolution }).codes,
      ).toEqual(["no-other-topic"]);
  });
});
