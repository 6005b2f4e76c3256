import { describe, expect, it } from "vitest";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { db } from "@/server/db";
import { getProposal, getVersion } from "@/server/scoping/queries";
import { scopingSteps } from "@/server/scoping/steps";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { createResolution } from "../support/resolutions";
import { beginWithCouncil, createMeeting, createTopic, here, save, start, take, who } from "../support/scoping";
import { decided, traces } from "../support/scoping-decisions";

beginWithCouncil();

describe("what the committee decided of it", () => {
  it.each([
    ["approve", "approved", {}],
    ["approveAmended", "approved_amended", { amendments: "Adds footways." }],
    ["referBack", "referred_back", {}],
    ["reject", "rejected", {}],
    ["defer", "deferred", {}],
  ] as const)("%s is recorded with its resolution", async (name, status, typed) => {
    const { id, decisionId } = await decided();
    const offered = (await scopingSteps.offer(who.clerk, id)).steps.find((step) => step.name === name);
    expect(offered?.grounds?.resolutions.map((each) => each.id)).toEqual([decisionId]);
    await take(who.clerk, id, name, { grounds: { decisionId }, typed });
    const row = await db.scopingProposal.findUniqueOrThrow({ where: { id }, include: { authority: true } });
    expect(row).toMatchObject({ status, audience: "public", authority: { kind: "resolution", decisionId } });
    const last = (await getProposal(readScope(who.clerk), id, TODAY)).history[0];
    expect(last).toMatchObject({ verb: name, by: "clerk", ground: { kind: "resolution", minute: { number: 1 } } });
  });

  it("amended, it says what was changed, in the next version", async () => {
    const { id, decisionId } = await decided();
    expect(await codesOf(take(who.clerk, id, "approveAmended", { grounds: { decisionId } }))).toEqual([
      "against-rule",
      "no-amendments",
    ]);
    await take(who.clerk, id, "approveAmended", { grounds: { decisionId }, typed: { amendments: "Adds footways." } });
    const version = await getVersion(PUBLIC_SCOPE, id, 2);
    expect(version.content).toMatchObject({ title: "Winter", amendments: "Adds footways." });
    expect((await getVersion(PUBLIC_SCOPE, id, 1)).content.amendments).toBeUndefined();
    expect((await getProposal(PUBLIC_SCOPE, id, TODAY)).content.amendments).toBe("Adds footways.");
  });

  it.each(["approve", "approveAmended", "referBack", "reject", "defer"])("%s rests on something", async (name) => {
    const { id, itemId } = await decided();
    const before = await traces();
    const typed = { amendments: "Adds footways." };
    expect(await codesOf(take(who.clerk, id, name, { typed }))).toEqual([
      "against-rule",
      name === "defer" ? "nobody-consulted" : "no-authority",
    ]);
    const { decisionId: unheld } = await createResolution({
      bodyId: here.committee,
      meeting: { status: "published", quorate: null },
    });
    const { decisionId: elsewhere } = await createResolution({ bodyId: here.other });
    expect(await codesOf(take(who.clerk, id, name, { grounds: { decisionId: unheld }, typed }))).toEqual([
      "against-rule",
      "meeting-not-held",
      "meeting-not-quorate",
      "not-before-the-meeting",
    ]);
    expect(await codesOf(take(who.clerk, id, name, { grounds: { decisionId: elsewhere }, typed }))).toEqual([
      "against-rule",
      "not-before-the-meeting",
      "another-body",
    ]);
    expect((await db.scopingProposal.findUniqueOrThrow({ where: { id } })).agendaItemId).toBe(itemId);
    expect((await traces()).slice(4)).toEqual(before.slice(4));
  });

  it("a decision that was voted down is none", async () => {
    const { id, decisionId } = await decided({ votesFor: 2, votesAgainst: 5 });
    expect(await failureOf(take(who.clerk, id, "approve", { grounds: { decisionId } }))).toMatchObject({
      kind: "invalid",
    });
  });

  it.each(["referBack", "reject", "defer"])("%s gives a reason", async (name) => {
    const { id, decisionId } = await decided();
    expect(await failureOf(take(who.clerk, id, name, { grounds: { decisionId }, reason: "" }))).toMatchObject({
      refusal: { code: "needs-reason" },
    });
  });

  it("is recorded by democratic services alone, and never by a member of the executive", async () => {
    const { id, decisionId } = await decided();
    for (const person of [who.officer, who.lead, who.chair, who.scrutinyOfficer, who.cabinet, who.properOfficer])
      expect(await failureOf(take(person, id, "approve", { grounds: { decisionId } }))).toMatchObject({
        refusal: { code: "not-permitted" },
      });
  });

  it("an officer may defer it between meetings, after consulting the chair", async () => {
    const { id } = await decided();
    await take(who.clerk, id, "defer", { grounds: { consulted: "the Chairman" } });
    expect(await db.scopingProposal.findUniqueOrThrow({ where: { id }, include: { authority: true } })).toMatchObject({
      status: "deferred",
      authority: { kind: "officer_decision", statement: "the Chairman" },
    });
    const next = await createMeeting("2017-01-11");
    await take(who.clerk, id, "list", { typed: { agendaItemId: next } });
    // What has been public stays so.
    expect(await getProposal(PUBLIC_SCOPE, id, TODAY)).toMatchObject({ status: "on_agenda" });
  });

  it("by two at once is recorded once, and the other is told where it stands", async () => {
    const { id, decisionId } = await decided();
    const [one, two] = await Promise.all([
      failureOf(take(who.clerk, id, "approve", { grounds: { decisionId } })),
      failureOf(take(who.clerk, id, "reject", { grounds: { decisionId } })),
    ]);
    expect([one, two].filter((failure) => failure === undefined)).toHaveLength(1);
  });
});

describe("after it was approved", () => {
  async function approved(): Promise<string> {
    const { id, decisionId } = await decided();
    await take(who.clerk, id, "approve", { grounds: { decisionId } });
    return id;
  }

  it("the work is commissioned and closed as complete; with nothing reported, why", async () => {
    const id = await approved();
    await take(who.clerk, id, "commission");
    expect(await codesOf(take(who.clerk, id, "complete", { reason: "" }))).toEqual([
      "needs-reason",
      "nothing-reported",
    ]);
    await take(who.clerk, id, "complete", { reason: "A briefing was enough." });
    expect((await trail(id)).slice(-2)).toEqual(["commission by clerk", "complete by clerk"]);
    expect((await failureOf(take(who.officer, id, "commission")))?.kind).toBe("refused");
  });

  it("it is revised as a draft is written, closed to others, and comes before the committee as its next version", async () => {
    const id = await approved();
    expect(await failureOf(take(who.officer, id, "revise", { reason: "" }))).toMatchObject({
      refusal: { code: "needs-reason" },
    });
    await take(who.officer, id, "revise");
    expect(await failureOf(getProposal(PUBLIC_SCOPE, id, TODAY))).toEqual({ kind: "not-found" });
    expect((await getVersion(PUBLIC_SCOPE, id, 1)).content.answers.suggestedScope).toBe("Gritting.");
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    await save(who.officer, id, version, { suggestedScope: "Gritting and footways." });
    expect((await getVersion(PUBLIC_SCOPE, id, 1)).content.answers.suggestedScope).toBe("Gritting.");

    const meetingId = await createMeeting("2017-01-11");
    await take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } });
    expect(await getProposal(readScope(who.member), id, TODAY)).toMatchObject({ audience: "members" });
    expect((await getVersion(readScope(who.member), id, 2)).content.answers.suggestedScope).toBe(
      "Gritting and footways.",
    );
    expect(await failureOf(getVersion(PUBLIC_SCOPE, id, 2))).toEqual({ kind: "not-found" });
  });

  it("withdrawing is too late", async () => {
    const id = await approved();
    expect(await failureOf(take(who.officer, id, "withdraw"))).toMatchObject({ refusal: { code: "wrong-status" } });
  });
});

describe("a topic that a new proposal takes in", () => {
  const shortlisted = async (title: string) => {
    const id = await createTopic(title);
    const { id: authorityId } = await db.authority.create({ data: { kind: "import", statement: "The pack" } });
    await db.topic.update({ where: { id }, data: { status: "shortlisted", authorityId } });
    return id;
  };

  it("is in scoping from then on, by its own machine, if it was shortlisted", async () => {
    const taken = await shortlisted("Care");
    const triaged = await createTopic("Carers");
    await start(who.officer, { topicIds: [taken, triaged] });
    expect(await db.topic.findUniqueOrThrow({ where: { id: taken } })).toMatchObject({
      status: "in_scoping",
      statusOn: TODAY,
    });
    expect(await db.topic.findUniqueOrThrow({ where: { id: triaged } })).toMatchObject({ status: "triaged" });
    expect(await trail(taken)).toEqual(["startScoping by officer"]);
  });

  it("stays as it was where the proposal is refused", async () => {
    const taken = await shortlisted("Care");
    expect(await failureOf(start(who.elsewhere, { topicIds: [taken] }))).toEqual({ kind: "not-found" });
    expect((await db.topic.findUniqueOrThrow({ where: { id: taken } })).status).toBe("shortlisted");
  });
});
