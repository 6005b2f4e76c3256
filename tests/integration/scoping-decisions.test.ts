import { describe, expect, it } from "vitest";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { clearDays } from "@/domain/calendar/clear-days";
import { londonDate } from "@/domain/calendar/london-time";
import { db, inTransaction, publicDb } from "@/server/db";
import { openProposals } from "@/server/scoping/agenda-place";
import { getProposal, getVersion } from "@/server/scoping/queries";
import { scopingSteps } from "@/server/scoping/steps";
import { failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { createResolution, minute } from "../support/resolutions";
import {
  beginWithCouncil,
  completeDraft,
  createMeeting,
  createTopic,
  forward,
  here,
  save,
  start,
  take,
  who,
} from "../support/scoping";

beginWithCouncil();

const PUBLISHED = {
  status: "published",
  startTime: "10:00",
  place: "County Hall",
  publishedAt: new Date("2016-09-30T15:20:00Z"),
} as const;

async function ready(): Promise<string> {
  const id = await completeDraft();
  const { version } = await getProposal(readScope(who.officer), id, TODAY);
  await forward(who.officer, id, version);
  return id;
}

/** On the agenda of a meeting that is then held, with what was decided under its item. */
async function decided(decision: Parameters<typeof minute>[0]["decision"] = {}) {
  const id = await ready();
  const meetingId = await createMeeting("2016-10-03", PUBLISHED);
  await take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } });
  const { agendaItemId } = await db.scopingProposal.findUniqueOrThrow({ where: { id } });
  await db.meeting.update({ where: { id: meetingId }, data: { status: "held", quorate: true } });
  const decisionId = await minute({ bodyId: here.committee, meetingId, itemId: agendaItemId ?? "", decision });
  return { id, meetingId, decisionId, itemId: agendaItemId ?? "" };
}

const codes = async (work: Promise<unknown>) => {
  const failure = await failureOf(work);
  return failure?.kind === "refused" ? failure.refusal.findings.map(({ code }) => code) : failure?.kind;
};

/** Everything a step could leave behind. */
const traces = async () => [
  await db.scopingProposal.findMany({ orderBy: { id: "asc" } }),
  await db.agendaItem.count(),
  await db.paper.count(),
  await db.meetingEntry.count(),
  await db.authority.count(),
  await db.scopingVersion.count(),
  await db.auditEntry.count(),
];

describe("putting a proposal on an agenda", () => {
  it("of a published meeting is a supplement: public at once, and its clear days are counted from there", async () => {
    const id = await ready();
    const meetingId = await createMeeting("2016-10-11", PUBLISHED);
    await take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } });

    const item = await publicDb.agendaItem.findFirstOrThrow({ where: { meetingId } });
    expect(item).toMatchObject({ title: "Winter", reporting: "paper", leadMemberId: who.lead.personId });
    const openSince = item.openSince ?? new Date(0);
    expect(clearDays(londonDate(openSince), "2016-10-11", { calendar: { additions: [] } }).count).toBe(5);
    expect(await publicDb.meetingEntry.findFirstOrThrow()).toMatchObject({
      kind: "supplement",
      agendaItemId: item.id,
      at: openSince,
      text: "“Winter”, an item of its own.",
    });
    expect(await publicDb.paper.findFirstOrThrow()).toMatchObject({ proposalId: id, agendaItemId: item.id, openSince });
    expect(await getProposal(PUBLIC_SCOPE, id, TODAY)).toMatchObject({ status: "on_agenda", audience: "public" });
    expect((await getVersion(PUBLIC_SCOPE, id, 1)).number).toBe(1);
    expect((await trail(id)).at(-1)).toBe("list by clerk");
    expect(await trail(meetingId)).toEqual(["addItem by clerk"]);
  });

  it("stands after all that is there, so that no number changes", async () => {
    const meetingId = await createMeeting("2016-10-11", PUBLISHED);
    const of = { meetingId, bodyId: here.committee, audience: "public" } as const;
    await db.agendaItem.create({ data: { ...of, position: 7, title: "Questions" } });
    const id = await ready();
    await take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } });
    const items = await db.agendaItem.findMany({ where: { meetingId }, orderBy: { place: "asc" } });
    expect(items.map(({ title, place }) => [place, title])).toEqual([
      [1, "Questions"],
      [2, "Winter"],
    ]);
  });

  it("under an item that is there adds the paper to it", async () => {
    const meetingId = await createMeeting("2016-10-11", PUBLISHED);
    const { id: itemId } = await db.agendaItem.create({
      data: {
        meetingId,
        bodyId: here.committee,
        audience: "public",
        position: 1,
        title: "Work programme",
        kind: "work_programme",
      },
    });
    const id = await ready();
    await take(who.clerk, id, "list", { typed: { agendaItemId: itemId } });
    expect(await db.agendaItem.count()).toBe(1);
    expect(await publicDb.meetingEntry.findFirstOrThrow()).toMatchObject({ text: "“Winter”, under “Work programme”." });
    expect(await db.scopingProposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ agendaItemId: itemId });
  });

  it("that is not published yet stays the committee's until it is", async () => {
    const id = await ready();
    const meetingId = await createMeeting("2016-10-11");
    await take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } });
    expect(await getProposal(readScope(who.member), id, TODAY)).toMatchObject({
      status: "on_agenda",
      audience: "members",
    });
    expect(await failureOf(getProposal(PUBLIC_SCOPE, id, TODAY))).toEqual({ kind: "not-found" });
    expect(await failureOf(getProposal(readScope(who.elsewhere), id, TODAY))).toEqual({ kind: "not-found" });
    expect([await publicDb.agendaItem.count(), await publicDb.paper.count(), await db.meetingEntry.count()]).toEqual([
      0, 0, 0,
    ]);
    await inTransaction((tx) => openProposals(tx, meetingId));
    expect((await getProposal(PUBLIC_SCOPE, id, TODAY)).status).toBe("on_agenda");
  });

  it("is refused without a place, and takes none that is not its committee's and to come; nothing is left behind", async () => {
    const id = await ready();
    const other = await createMeeting("2016-10-12", { bodyId: here.other });
    const past = await createMeeting("2016-09-01");
    const held = await createMeeting("2016-10-13", { status: "held" });
    const before = await traces();
    expect(await codes(take(who.clerk, id, "list"))).toEqual(["no-agenda-item"]);
    for (const place of [other, past, held, id])
      expect(await failureOf(take(who.clerk, id, "list", { typed: { agendaItemId: place } }))).toMatchObject({
        kind: "invalid",
        fields: { agendaItemId: expect.anything() },
      });
    expect(await traces()).toEqual(before);
  });

  it("is for democratic services", async () => {
    const id = await ready();
    const meetingId = await createMeeting("2016-10-11");
    const before = await traces();
    for (const person of [who.officer, who.lead, who.chair, who.scrutinyOfficer, who.properOfficer])
      expect(await failureOf(take(person, id, "list", { typed: { agendaItemId: meetingId } }))).not.toBeUndefined();
    for (const person of [who.elsewhere, who.cabinet, who.administrator])
      expect(await failureOf(take(person, id, "list", { typed: { agendaItemId: meetingId } }))).toEqual({
        kind: "not-found",
      });
    expect(await traces()).toEqual(before);
  });

  it("by two at once is done once", async () => {
    const id = await ready();
    const meetingId = await createMeeting("2016-10-11", PUBLISHED);
    const both = await Promise.all(
      [0, 1].map(() => failureOf(take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } }))),
    );
    expect(both.map((failure) => failure?.kind).toSorted()).toEqual(["stale", undefined]);
    expect([await db.agendaItem.count(), await db.paper.count()]).toEqual([1, 1]);
  });

  it("is offered with the meetings to come and their items, and what it asks is not in the way", async () => {
    const id = await ready();
    await createMeeting("2016-10-11", PUBLISHED);
    await createMeeting("2017-01-11");
    const { steps } = await scopingSteps.offer(who.clerk, id);
    const list = steps.find(({ name }) => name === "list");
    expect(list?.blockedBy).toEqual([]);
    expect(list?.fields[0]).toMatchObject({
      options: [
        { label: "11 October 2016: a new item, published at once as a supplement" },
        { label: "11 January 2017: a new item" },
      ],
    });
    expect((await scopingSteps.offer(who.member, id)).steps).toEqual([]);
  });
});

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
    expect(await codes(take(who.clerk, id, "approveAmended", { grounds: { decisionId } }))).toEqual(["no-amendments"]);
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
    expect(await codes(take(who.clerk, id, name, { typed }))).toEqual(
      name === "defer" ? ["nobody-consulted"] : ["no-authority"],
    );
    const { decisionId: unheld } = await createResolution({
      bodyId: here.committee,
      meeting: { status: "published", quorate: null },
    });
    const { decisionId: elsewhere } = await createResolution({ bodyId: here.other });
    expect(await codes(take(who.clerk, id, name, { grounds: { decisionId: unheld }, typed }))).toEqual([
      "meeting-not-held",
      "meeting-not-quorate",
      "not-before-the-meeting",
    ]);
    expect(await codes(take(who.clerk, id, name, { grounds: { decisionId: elsewhere }, typed }))).toEqual([
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
    expect(await codes(take(who.clerk, id, "complete", { reason: "" }))).toEqual(["nothing-reported"]);
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
