import { describe, expect, test } from "vitest";
import { AUTHORITY, allowedMoves, codesFor, PEOPLE, RELATED, TODAY } from "@/domain/workflow/people.fixture";
import { extensionFindings } from "./group-rules";
import { type GroupMember, type ReviewGroup, type ReviewGroupStatus, USUAL_GROUP_RULES } from "./review-group";
import { reviewGroupWorkflow as workflow } from "./review-group-workflow";

const { officer_decision } = AUTHORITY;
const resolution = { ...AUTHORITY.resolution, bodyId: "parent" } as const;
const member = (name: string, politicalGroup: string | null, onExecutive = false): GroupMember => ({
  personId: name,
  name,
  politicalGroup,
  onExecutive,
});

/** A group with which nothing is wrong; the record's body is the group itself, its parent the committee. */
const group = (status: ReviewGroupStatus, facts: Partial<ReviewGroup> = {}): ReviewGroup => ({
  ...RELATED,
  parentBodyId: "parent",
  status,
  name: "Policy Development Panel on Registration Services",
  format: "policy_development_panel",
  legalStatus: "informal",
  rules: USUAL_GROUP_RULES,
  termsOfReference: "To advise on the future of the service.",
  members: [member("William Trite", "Conservative"), member("Kate Wheller", "Labour")],
  politicallyBalanced: null,
  hasChair: true,
  othersAtWork: 1,
  othersOnSameService: 0,
  lastReviewOfServiceOn: null,
  startsOn: "2016-04-06",
  endsOn: "2016-10-06",
  scopingApproved: true,
  reportId: "report",
  recommendations: 4,
  suspendedFrom: "gathering",
  ...facts,
});

test("the whole matrix", () => {
  const underParent = (status: ReviewGroupStatus) => group(status, { parentBodyId: AUTHORITY.resolution.bodyId });
  expect(allowedMoves(workflow, underParent)).toEqual([
    "proposed --establish--> established  by democratic services",
    "established --settleScope--> scoped  by member, chair, lead member, author, democratic services, scrutiny officer",
    "established --suspend--> suspended  by democratic services",
    "established --lapse--> lapsed  by democratic services",
    "scoped --gather--> gathering  by member, chair, lead member, author, democratic services, scrutiny officer",
    "scoped --suspend--> suspended  by democratic services",
    "scoped --lapse--> lapsed  by democratic services",
    "gathering --draft--> drafting  by member, chair, lead member, author, democratic services, scrutiny officer",
    "gathering --suspend--> suspended  by democratic services",
    "gathering --lapse--> lapsed  by democratic services",
    "drafting --checkFacts--> fact_check  by member, chair, lead member, author, democratic services, scrutiny officer",
    "drafting --suspend--> suspended  by democratic services",
    "drafting --lapse--> lapsed  by democratic services",
    "fact_check --report--> reported  by member, chair, lead member, author, democratic services, scrutiny officer",
    "fact_check --suspend--> suspended  by democratic services",
    "fact_check --lapse--> lapsed  by democratic services",
    "reported --referBack--> referred_back  by democratic services",
    "reported --adopt--> adopted  by democratic services",
    "reported --suspend--> suspended  by democratic services",
    "reported --lapse--> lapsed  by democratic services",
    "referred_back --redraft--> drafting  by member, chair, lead member, author, democratic services, scrutiny officer",
    "referred_back --suspend--> suspended  by democratic services",
    "referred_back --lapse--> lapsed  by democratic services",
    "adopted --suspend--> suspended  by democratic services",
    "adopted --dissolve--> dissolved  by democratic services",
    "adopted --lapse--> lapsed  by democratic services",
    "suspended --resume--> gathering  by democratic services",
    "suspended --lapse--> lapsed  by democratic services",
  ]);
});

test("whoever serves the parent committee serves its group", () => {
  const clerk = {
    ...PEOPLE.democratic_services,
    posts: [{ ...PEOPLE.democratic_services.posts[0]!, bodyIds: ["parent"] }],
  };
  expect(codesFor(workflow, "gather", group("scoped"), { actor: clerk }).allowed).toBe(true);
});

describe("establishment", () => {
  const establish = (
    facts: Partial<ReviewGroup>,
    authority: Parameters<typeof codesFor>[3] = { authority: resolution },
  ) => codesFor(workflow, "establish", group("proposed", facts), authority);

  test("nothing wrong, nothing said", () => expect(establish({})).toEqual({ allowed: true, codes: [] }));

  test("rests on a resolution of its parent", () => {
    expect(establish({}, {}).codes).toEqual(["no-authority"]);
    expect(establish({}, { authority: officer_decision }).codes).toEqual(["no-authority"]);
    for (const bodyId of ["board", RELATED.bodyId])
      expect(establish({}, { authority: { ...resolution, bodyId } }).codes).toEqual(["not-the-parents"]);
  });

  test("needs terms of reference and members", () =>
    expect(
      establish({ termsOfReference: " ", members: [], rules: { ...USUAL_GROUP_RULES, minPoliticalGroups: null } }),
    ).toEqual({
      allowed: false,
      codes: ["no-terms-of-reference", "no-members"],
    }));

  test("nobody of the executive sits on a sub-committee; on an informal group it is a local rule", () => {
    const members = [...group("proposed").members, member("Robert Gould", "Conservative", true)];
    expect(establish({ members, legalStatus: "sub_committee", politicallyBalanced: true })).toEqual({
      allowed: false,
      codes: ["executive-on-sub-committee"],
    });
    expect(establish({ members })).toEqual({ allowed: true, codes: ["executive-on-group"] });
    expect(establish({ members, rules: { ...USUAL_GROUP_RULES, noExecutive: false } }).codes).toEqual([]);
  });

  test.each<[string, Partial<ReviewGroup>]>([
    ["not-politically-balanced", { legalStatus: "sub_committee", politicallyBalanced: null }],
    ["not-politically-balanced", { legalStatus: "sub_committee", politicallyBalanced: false }],
    ["too-many-groups", { othersAtWork: 2 }],
    ["service-has-group", { othersOnSameService: 1 }],
    ["service-reviewed-lately", { lastReviewOfServiceOn: "2015-05-01" }],
    ["one-party", { members: [member("William Trite", "Conservative"), member("An independent", null)] }],
    ["no-end", { endsOn: null }],
    ["too-long", { endsOn: "2016-10-07" }],
  ])("%s is a warning", (code, facts) => expect(establish(facts)).toEqual({ allowed: true, codes: [code] }));

  test("a body without rules for its groups warns of none", () => {
    const rules = {
      ...USUAL_GROUP_RULES,
      maxConcurrent: null,
      onePerService: false,
      monthsSinceReview: null,
      maxMonths: null,
    };
    const crowded = {
      othersAtWork: 9,
      othersOnSameService: 2,
      lastReviewOfServiceOn: "2016-04-01",
      endsOn: "2018-01-01",
    };
    expect(establish({ rules, ...crowded }).codes).toEqual([]);
  });
});

describe("at work", () => {
  test.each<[string, "settleScope" | "report", ReviewGroupStatus, Partial<ReviewGroup>]>([
    ["scoping-not-approved", "settleScope", "established", { scopingApproved: false }],
    ["no-chair", "settleScope", "established", { hasChair: false }],
    ["no-report", "report", "fact_check", { reportId: null }],
    ["many-recommendations", "report", "fact_check", { recommendations: 9 }],
  ])("%s is a warning", (code, name, status, facts) =>
    expect(codesFor(workflow, name, group(status, facts))).toEqual({ allowed: true, codes: [code] }),
  );

  test("a suspended group is taken up where it stopped", () => {
    const lines = (suspendedFrom: ReviewGroup["suspendedFrom"]) =>
      allowedMoves(workflow, (status) => group(status, { parentBodyId: "pc", suspendedFrom })).filter((line) =>
        line.includes("--resume-->"),
      );
    expect(lines("drafting")).toEqual(["suspended --resume--> drafting  by democratic services"]);
    expect(lines(null)).toEqual(["suspended --resume--> established  by democratic services"]);
  });
});

describe("extension", () => {
  const extend = (until: string, authority?: Parameters<typeof extensionFindings>[2]["authority"]) =>
    extensionFindings(group("gathering"), until, { actor: PEOPLE.democratic_services, today: TODAY, authority }).map(
      ({ severity, code }) => `${severity}: ${code}`,
    );

  test("is its parent's to resolve, and later than now", () => {
    expect(extend("2016-12-01")).toContain("hard: not-extended-by-parent");
    expect(extend("2016-12-01", { ...resolution, bodyId: "board" })).toContain("hard: not-extended-by-parent");
    expect(extend("2016-12-01", { ...resolution, quorate: false })).toContain("hard: meeting-not-quorate");
    expect(extend("2016-10-06", resolution)).toEqual(["hard: not-later"]);
  });

  test("beyond the rule it is warned of", () => expect(extend("2016-12-01", resolution)).toEqual(["soft: too-long"]));
});
