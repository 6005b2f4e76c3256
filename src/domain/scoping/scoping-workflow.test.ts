import { describe, expect, test } from "vitest";
import { AUTHORITY, allowedMoves, codesFor, PEOPLE, TODAY } from "@/domain/workflow/people.fixture";
import { audienceOf, decide, type Finding, movesFor } from "@/domain/workflow/workflow";
import { missing } from "./missing";
import { fairCharges, lead, proposal, qualityAndCostOfCare } from "./proposals.fixture";
import { needsLead, type ScopingProposal } from "./scoping-proposal";
import { scopingWorkflow } from "./scoping-workflow";
import { DEFAULT_TEMPLATE, DORSET_2016, MAIDSTONE, TEMPLATES } from "./templates";

const { resolution, officer_decision } = AUTHORITY;
const putForward = (facts: Partial<ScopingProposal>) =>
  codesFor(scopingWorkflow, "putForward", proposal("draft", facts));
const fieldsOf = (findings: readonly Finding[], severity: Finding["severity"]) =>
  findings.filter((finding) => finding.severity === severity).map(({ field }) => field);

test("the whole matrix", () => {
  expect(allowedMoves(scopingWorkflow, (status) => proposal(status))).toEqual([
    "draft --putForward--> ready  by chair, lead member, author, democratic services, scrutiny officer",
    "draft --withdraw--> withdrawn  by chair, lead member, author, democratic services, scrutiny officer",
    "ready --list--> on_agenda  by democratic services",
    "ready --withdraw--> withdrawn  by chair, lead member, author, democratic services, scrutiny officer",
    "on_agenda --approve--> approved  by democratic services",
    "on_agenda --approveAmended--> approved_amended  by democratic services",
    "on_agenda --referBack--> referred_back  by democratic services",
    "on_agenda --reject--> rejected  by democratic services",
    "on_agenda --defer--> deferred  by democratic services",
    "approved --commission--> commissioned  by democratic services",
    "approved --revise--> revision  by chair, lead member, author, democratic services, scrutiny officer",
    "approved_amended --commission--> commissioned  by democratic services",
    "approved_amended --revise--> revision  by chair, lead member, author, democratic services, scrutiny officer",
    "referred_back --redraft--> draft  by chair, lead member, author, democratic services, scrutiny officer",
    "deferred --list--> on_agenda  by democratic services",
    "deferred --withdraw--> withdrawn  by chair, lead member, author, democratic services, scrutiny officer",
    "commissioned --complete--> complete  by democratic services",
    "revision --list--> on_agenda  by democratic services",
  ]);
});

describe("the template", () => {
  const empty = proposal("draft", {
    item: " ",
    leads: [],
    leadOfficer: null,
    answers: { methodology: "" },
    linesOfEnquiry: [],
    corporatePlanOutcomes: [],
    endsOn: null,
    reportsOn: null,
  });

  test("Dorset's requires six and asks for four more, from the first minute", () => {
    const found = missing(DORSET_2016, empty);
    expect(fieldsOf(found, "hard")).toEqual([
      "item",
      "leadMember",
      "leadOfficer",
      "suggestedScope",
      "methodology",
      "timescale",
    ]);
    expect(fieldsOf(found, "soft")).toEqual(["rationale", "linesOfEnquiry", "reportToMeeting", "corporatePlanOutcome"]);
  });

  test("the default adds rationale, lines of enquiry, report-to meeting and corporate plan outcome", () => {
    const added = fieldsOf(missing(DEFAULT_TEMPLATE, empty), "hard").filter(
      (field) => !fieldsOf(missing(DORSET_2016, empty), "hard").includes(field),
    );
    expect(added).toEqual(["rationale", "linesOfEnquiry", "reportToMeeting", "corporatePlanOutcome"]);
  });

  test("a template that asks for no lead member misses none", () =>
    expect(missing(MAIDSTONE, empty).map(({ code }) => code)).not.toContain("no-lead-member"));

  test.each(TEMPLATES)("$key has every field once", ({ fields }) => {
    const names = fields.map(({ field }) => field);
    expect(new Set(names).size).toBe(names.length);
  });

  test("a date of approval is nobody's to type", () => {
    for (const { fields } of TEMPLATES) expect(fields.filter(({ label }) => /approv/i.test(label))).toEqual([]);
  });
});

describe("putting forward", () => {
  test("nothing wrong, nothing said", () => expect(putForward({})).toEqual({ allowed: true, codes: [] }));

  test("a required field is hard", () =>
    expect(putForward({ answers: { rationale: "Why.", suggestedScope: "What." } })).toEqual({
      allowed: false,
      codes: ["no-methodology"],
    }));

  test("the lead member sits on the body, and not on the executive", () => {
    expect(putForward({ leads: [lead({ sitsOnBody: false })] })).toEqual({
      allowed: false,
      codes: ["lead-not-on-body"],
    });
    expect(putForward({ leads: [lead({ sitsOnExecutive: true })] })).toEqual({
      allowed: false,
      codes: ["lead-on-executive"],
    });
  });

  test.each<[string, Partial<ScopingProposal>]>([
    ["ends-between-meetings", { endsOn: "2017-02-28", reportsOn: null, answers: { ...proposal("draft").answers } }],
    ["implemented-before-report", { implementedOn: "2016-12-01" }],
    ["already-considered", { executiveDecisions: [{ title: "Winter plan", on: "2016-09-28", outcome: null }] }],
    ["executive-decides-first", { executiveDecisions: [{ title: "Winter plan", on: "2016-12-14", outcome: null }] }],
    ["reviewed-lately", { earlierReviews: [{ title: "Winter 2015", endedOn: "2016-03-01" }] }],
    ["topic-left-out", { absorbs: [{ title: "Potholes", parts: [] }] }],
    ["no-corporate-plan-outcome", { corporatePlanOutcomes: [] }],
  ])("%s is a warning", (code, facts) => {
    const { allowed, codes } = putForward(facts);
    expect(allowed).toBe(true);
    expect(codes).toContain(code);
  });

  test("what is said to stay behind is not left out", () =>
    expect(putForward({ absorbs: [{ title: "Potholes", parts: [] }], staysBehind: ["potholes"] }).codes).toEqual([]));

  test("what the executive decides after the report, and a review long past, are no matter", () =>
    expect(
      putForward({
        executiveDecisions: [{ title: "Winter plan", on: "2017-02-01", outcome: null }],
        earlierReviews: [{ title: "Winter 2013", endedOn: "2014-03-01" }],
      }).codes,
    ).toEqual([]));
});

describe("the two proposals of 11 October 2016", () => {
  test("Quality and Cost of Care: the lead member is refused by name, the rest warned of", () => {
    const decision = decide(scopingWorkflow, "putForward", qualityAndCostOfCare("draft"), {
      actor: PEOPLE.author,
      today: TODAY,
    });
    expect(decision).toMatchObject({
      refusal: { code: "against-rule", sentence: "Not done: one thing stands in the way." },
    });
    const found = decision.allowed ? [] : decision.refusal.findings;
    expect(found.map(({ severity, code }) => `${severity}: ${code}`)).toEqual([
      "hard: no-lead-member",
      "soft: no-lines-of-enquiry",
      "soft: no-report-to-meeting",
      "soft: no-corporate-plan-outcome",
      "soft: ends-between-meetings",
      "soft: topic-left-out",
    ]);
    const sentences = found.map(({ sentence }) => sentence);
    expect(sentences).toContain(
      "28 February 2017 is between meetings. The next is 20 March. Say which meeting gets the report.",
    );
    expect(sentences).toContain(
      "“Support for carers” is left out. The topic “Care Review” has it. Add it, or say that it stays behind.",
    );
  });

  test("Fair Charges: Cabinet has already considered it, and its decision is unrecorded", () => {
    const { allowed, codes } = codesFor(scopingWorkflow, "putForward", fairCharges("draft"));
    expect(allowed).toBe(true);
    expect(codes).toEqual([
      "no-lines-of-enquiry",
      "no-report-to-meeting",
      "no-corporate-plan-outcome",
      "implementation-without-report",
      "already-considered",
    ]);
    const [move] = movesFor(scopingWorkflow, fairCharges("draft"), { actor: PEOPLE.author, today: TODAY });
    expect(move?.warnings.map(({ sentence }) => sentence)).toContain(
      "Cabinet has already considered this on 28 September; its decision is not recorded. Record it.",
    );
  });

  test("as found, either is approved once the committee resolves it: rules judge moves, not found states", () => {
    for (const found of [qualityAndCostOfCare("on_agenda"), fairCharges("on_agenda")])
      expect(codesFor(scopingWorkflow, "approve", found, { authority: resolution })).toEqual({
        allowed: true,
        codes: [],
      });
  });
});

describe("on an agenda", () => {
  test("it is listed under an item", () =>
    expect(codesFor(scopingWorkflow, "list", proposal("ready", { agendaItemId: null })).codes).toEqual([
      "no-agenda-item",
    ]));

  test("a lead lost at an election is a warning", () => {
    const orphan = proposal("deferred", { leads: [lead({ sitsOnBody: false })] });
    expect(needsLead(orphan)).toBe(true);
    expect(needsLead(proposal("complete", { leads: [] }))).toBe(false);
    expect(codesFor(scopingWorkflow, "list", orphan)).toEqual({ allowed: true, codes: ["needs-lead"] });
  });

  test("a revision short of its template is warned of", () =>
    expect(codesFor(scopingWorkflow, "list", proposal("revision", { leadOfficer: null }))).toEqual({
      allowed: true,
      codes: ["no-lead-officer"],
    }));

  test("only a resolution of a held, quorate meeting of this committee, on this item, approves", () => {
    const approve = (authority?: Parameters<typeof codesFor>[3] extends infer A ? A : never) =>
      codesFor(scopingWorkflow, "approve", proposal("on_agenda"), authority).codes;
    expect(approve({})).toEqual(["no-authority"]);
    expect(approve({ authority: officer_decision })).toEqual(["no-authority"]);
    expect(approve({ authority: { ...resolution, held: false } })).toEqual(["meeting-not-held"]);
    expect(approve({ authority: { ...resolution, quorate: false } })).toEqual(["meeting-not-quorate"]);
    expect(approve({ authority: { ...resolution, concerns: ["another"] } })).toEqual(["not-before-the-meeting"]);
    expect(approve({ authority: { ...resolution, bodyId: "board" } })).toEqual(["another-body"]);
  });

  test("nobody in the executive records it, whatever post they hold", () => {
    const both = { ...PEOPLE.executive, posts: PEOPLE.democratic_services.posts };
    expect(codesFor(scopingWorkflow, "approve", proposal("on_agenda"), { actor: both, authority: resolution })).toEqual(
      {
        allowed: false,
        codes: ["not-permitted"],
      },
    );
  });

  test("approved amended says what was amended", () =>
    expect(
      codesFor(scopingWorkflow, "approveAmended", proposal("on_agenda", { amendments: "" }), { authority: resolution })
        .codes,
    ).toEqual(["no-amendments"]));

  test("an officer may defer it after consulting, with a reason", () => {
    const defer = (asking: object) => codesFor(scopingWorkflow, "defer", proposal("on_agenda"), asking).codes;
    expect(defer({ authority: officer_decision })).toEqual([]);
    expect(defer({ authority: officer_decision, reason: "" })).toEqual(["needs-reason"]);
    expect(defer({ authority: { ...officer_decision, consulted: " " } })).toEqual(["nobody-consulted"]);
  });
});

test("work that ends without a report is warned of", () =>
  expect(codesFor(scopingWorkflow, "complete", proposal("commissioned", { reportConsideredOn: null })).codes).toEqual([
    "nothing-reported",
  ]));

test("what was on an agenda stays public when it is withdrawn", () => {
  expect(audienceOf(scopingWorkflow, proposal("withdrawn"))).toBe("members");
  expect(audienceOf(scopingWorkflow, proposal("withdrawn", { firstOnAgendaOn: "2016-09-30" }))).toBe("public");
});
