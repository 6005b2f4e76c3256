import { describe, expect, it } from "vitest";
import { AUTHORITY, allowedMoves, codesFor, PEOPLE, RELATED } from "@/domain/workflow/people.fixture";
import type { MinutedDecision } from "./minuted-decision";
import type { Minute, Minutes } from "./minutes";
import { minutesWorkflow } from "./minutes-workflow";

const noted: MinutedDecision = {
  id: "decision",
  kind: "noted",
  verb: "Noted",
  text: "",
  votesFor: null,
  votesAgainst: null,
  abstentions: null,
  castingVote: null,
  namedVotes: [],
};
const minute = (facts: Partial<Minute> = {}): Minute => ({
  id: "minute",
  agendaItemId: "item",
  position: 10,
  number: 9,
  headings: ["Care Review"],
  restriction: "public",
  publicSummary: null,
  decisions: [noted],
  ...facts,
});
const minutes = (facts: Partial<Minutes> = {}): Minutes => ({
  ...RELATED,
  status: "checked",
  meetingId: "2016-03-22",
  meetingOn: "2016-03-22",
  meetingHeld: true,
  successorBodyIds: [],
  items: [minute()],
  chairClearedOn: "2016-04-01",
  chairAnswersBy: null,
  amendments: [],
  signedById: "chair",
  ...facts,
});
const published = (facts: Partial<Minutes> = {}) => minutes({ status: "published_draft", ...facts });
const resolution = AUTHORITY.resolution;
const amendments = [{ minuteId: "minute", clerical: false, before: "9 January", after: "11 January" }];

describe("minutes", () => {
  it("move as the table says, for these people and nobody else", () => {
    expect(allowedMoves(minutesWorkflow, (status) => minutes({ status, amendments }))).toEqual([
      "draft --check--> checked  by democratic services",
      "checked --publishDraft--> published_draft  by democratic services",
      "published_draft --confirm--> confirmed  by democratic services",
      "published_draft --confirmAmended--> confirmed_amended  by democratic services",
      "confirmed --sign--> signed  by democratic services",
      "confirmed_amended --sign--> signed  by democratic services",
    ]);
  });

  it("are open to the chair, then the members, then the public", () => {
    const audiences = Object.entries(minutesWorkflow.statuses).map(
      ([status, { audience }]) => `${status}: ${audience}`,
    );
    expect(audiences).toEqual([
      "draft: chair",
      "checked: members",
      "published_draft: public",
      "confirmed: public",
      "confirmed_amended: public",
      "signed: public",
    ]);
  });

  it.each([
    ["no-authority", "confirm", published(), undefined],
    ["no-authority", "confirm", published(), AUTHORITY.officer_decision],
    ["meeting-not-held", "confirm", published(), { ...resolution, held: false }],
    ["meeting-not-quorate", "confirm", published(), { ...resolution, quorate: false }],
    ["not-before-the-meeting", "confirm", published(), { ...resolution, concerns: ["other minutes"] }],
    ["another-bodys-meeting", "confirm", published(), { ...resolution, bodyId: "cabinet" }],
    ["confirmed-before-the-meeting", "confirm", published({ meetingOn: "2016-10-11" }), resolution],
    ["no-amendment", "confirmAmended", published(), resolution],
    ["no-signer", "sign", minutes({ status: "confirmed", signedById: null }), undefined],
  ] as const)("are refused: %s", (code, name, subject, authority) => {
    expect(codesFor(minutesWorkflow, name, subject, authority ? { authority } : {})).toEqual({
      allowed: false,
      codes: [code],
    });
  });

  it.each([
    ["no-outcome", "check", minutes({ status: "draft", items: [minute({ decisions: [] })] })],
    ["urgency-to-be-confirmed", "check", minutes({ status: "draft", items: [minute({ toConfirm: true })] })],
    ["meeting-not-recorded-as-held", "publishDraft", minutes({ meetingHeld: false })],
    ["chair-has-not-cleared", "publishDraft", minutes({ chairClearedOn: null })],
    ["chair-has-not-cleared", "publishDraft", minutes({ chairClearedOn: null, chairAnswersBy: "2016-10-03" })],
    ["no-public-summary", "publishDraft", minutes({ items: [minute({ restriction: "exempt" })] })],
    ["amendments-recorded", "confirm", published({ amendments })],
  ] as const)("go ahead with a reason: %s", (code, name, subject) => {
    expect(codesFor(minutesWorkflow, name, subject, { authority: resolution })).toEqual({
      allowed: true,
      codes: [code],
    });
  });

  it("go up without the chair once the chair's time is over", () => {
    const late = minutes({ chairClearedOn: null, chairAnswersBy: "2016-10-02" });
    expect(codesFor(minutesWorkflow, "publishDraft", late)).toEqual({ allowed: true, codes: [] });
  });

  it("ask nothing of a welcome", () => {
    const welcome = minute({ agendaItemId: null, number: null, headings: ["Welcome"], decisions: [] });
    expect(codesFor(minutesWorkflow, "check", minutes({ status: "draft", items: [welcome, minute()] })).codes).toEqual(
      [],
    );
  });

  it("are not amended by putting a slip right", () => {
    const slip = { minuteId: "minute", clerical: true, before: "teh", after: "the" };
    expect(
      codesFor(minutesWorkflow, "confirm", published({ amendments: [slip] }), { authority: resolution }).codes,
    ).toEqual([]);
  });

  it("are confirmed by the meeting itself or by a body's successor", () => {
    expect(
      codesFor(minutesWorkflow, "confirm", published({ meetingOn: resolution.heldOn }), { authority: resolution })
        .allowed,
    ).toBe(true);
    const everyBodys = {
      ...PEOPLE.democratic_services,
      posts: PEOPLE.democratic_services.posts.map((post) => ({ ...post, bodyIds: [] })),
    };
    const merged = published({ bodyId: "adult-services", successorBodyIds: ["pc"] });
    expect(codesFor(minutesWorkflow, "confirm", merged, { actor: everyBodys, authority: resolution })).toEqual({
      allowed: true,
      codes: [],
    });
  });
});
