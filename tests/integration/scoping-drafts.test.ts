import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { db, inTransaction } from "@/server/db";
import { dropDraft, keepDraft, listDrafts } from "@/server/forms/drafts";
import { once } from "@/server/forms/once";
import { getProposalChoices, listBodiesToPropose, listTopicsToTakeIn } from "@/server/scoping/choices";
import { saveProposal, startProposal } from "@/server/scoping/commands";
import { typedFrom } from "@/server/scoping/form";
import { getProposal } from "@/server/scoping/queries";
import { failureOf, trail } from "../support/outcomes";
import { createSeat, TODAY } from "../support/people";
import {
  beginWithCouncil,
  completeDraft,
  createMeeting,
  createTopic,
  forward,
  here,
  save,
  start,
  who,
} from "../support/scoping";

beginWithCouncil();

describe("beginning a proposal", () => {
  it("is done and recorded: an officer's own draft, with its topics", async () => {
    const topicId = await createTopic("Care Review");
    const id = await start(who.officer, { topicIds: [topicId] });

    const proposal = await getProposal(readScope(who.officer), id, TODAY);
    expect(proposal).toMatchObject({ status: "draft", audience: "chair", version: 1, content: { title: "Winter" } });
    expect(proposal.content.topics).toMatchObject([{ title: "Care Review", leavesOut: [] }]);
    expect(proposal.content.leadOfficer?.id).toBe(who.officer.personId);
    expect(await trail(id)).toEqual(["start by officer"]);
  });

  it("is for officers, the chair and those who serve scrutiny; for others the committee takes no proposals", async () => {
    for (const person of [who.officer, who.chair, who.clerk, who.scrutinyOfficer]) await start(person);
    for (const person of [who.member, who.elsewhere, who.cabinet, who.cabinetSupport, who.administrator])
      expect(await failureOf(start(person))).toEqual({ kind: "not-found" });
    expect(await db.scopingProposal.count()).toBe(4);
  });

  it("leaves no trace where it is refused", async () => {
    expect(await failureOf(start(who.officer, { item: "  " }))).toEqual({
      kind: "invalid",
      fields: { item: ["Say what the item is called."] },
    });
    expect(await failureOf(start(who.officer, { bodyId: here.cabinet }))).toEqual({ kind: "not-found" });
    const elsewhere = await createTopic("Roads", { bodyId: here.other });
    expect(await failureOf(start(who.officer, { topicIds: [elsewhere] }))).toMatchObject({ kind: "invalid" });
    expect(await db.scopingProposal.count()).toBe(0);
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("is done once, however often its form is sent", async () => {
    const key = randomUUID();
    const addresses = await Promise.all(
      Array.from({ length: 20 }, () =>
        once(who.officer, key, async (tx) => {
          const id = await startProposal(tx, who.officer, { bodyId: here.committee, item: "Winter", topicIds: [] });
          return `/office/scoping/${id}`;
        }),
      ),
    );
    expect(new Set(addresses).size).toBe(1);
    expect(await db.scopingProposal.count()).toBe(1);
    expect(await db.auditEntry.count()).toBe(1);
  });

  it("offers a person the bodies that take proposals, and the topics that are open to them", async () => {
    await createTopic("Care Review");
    await createTopic("Nobody has looked at this yet", { status: "suggested" });
    await createTopic("Roads", { bodyId: here.other });
    const names = async (person: Person) => (await listBodiesToPropose(person)).map(({ name }) => name);
    expect(await names(who.officer)).toEqual(["Another committee", "Our committee"]);
    expect(await names(who.chair)).toEqual(["Our committee"]);
    expect(await names(who.cabinet)).toEqual([]);
    const topics = await listTopicsToTakeIn(readScope(who.officer), here.committee);
    expect(topics.map(({ title }) => title)).toEqual(["Care Review"]);
  });
});

describe("saving a draft", () => {
  it("works with any gaps, changes only what was on the form, and records which fields, not what they say", async () => {
    const id = await start(who.officer);
    await save(who.officer, id, 1, { suggestedScope: "A secret scope.", endsOn: "2017-02-28" });
    await save(who.officer, id, 2, { linesOfEnquiry: ["Who decides?", "Who pays?"] });

    const { content, version } = await getProposal(readScope(who.officer), id, TODAY);
    expect(version).toBe(3);
    expect(content).toMatchObject({
      answers: { suggestedScope: "A secret scope." },
      endsOn: "2017-02-28",
      linesOfEnquiry: ["Who decides?", "Who pays?"],
    });
    expect(await trail(id)).toEqual(["start by officer", "save by officer", "save by officer"]);
    const entries = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entries.map(({ after }) => after)).toEqual([
      { status: "draft" },
      { fields: ["suggestedScope", "endsOn"] },
      { fields: ["linesOfEnquiry"] },
    ]);
    expect(JSON.stringify(entries)).not.toContain("secret");
  });

  it("takes every field, and takes each out again", async () => {
    const topicId = await createTopic("Care Review", { parts: ["Cost of care", "Support for carers"] });
    const outcome = await db.corporateOutcome.create({
      data: { slug: "healthy", name: "Healthy", plan: "Plan", from: "2015-01-01" },
    });
    const meetingId = await createMeeting("2017-01-11");
    const id = await start(who.officer);
    await save(who.officer, id, 1, {
      item: "Care",
      leadMember: who.lead.personId,
      leadOfficer: who.otherOfficer.personId,
      reportToMeeting: meetingId,
      inForceOn: "2017-04-01",
      corporatePlanOutcome: [outcome.id],
      topics: [{ id: topicId, leavesOut: ["Support for carers"] }],
      timescale: "By spring.",
    });
    const full = await getProposal(readScope(who.officer), id, TODAY);
    expect(full.content).toMatchObject({
      title: "Care",
      leadMember: { name: "lead" },
      leadOfficer: { name: "otherOfficer" },
      reportTo: { date: "2017-01-11" },
      outcomes: [{ name: "Healthy" }],
      topics: [{ title: "Care Review", leavesOut: ["Support for carers"] }],
      answers: { timescale: "By spring." },
    });
    expect(full.typed).toEqual(typedFrom(full.content));

    const nothing = { leadMember: null, leadOfficer: null, reportToMeeting: null, inForceOn: null, timescale: "" };
    await save(who.officer, id, 2, { ...nothing, item: "", corporatePlanOutcome: [], topics: [] });
    const { content } = await getProposal(readScope(who.officer), id, TODAY);
    expect(content).toMatchObject({
      title: "",
      leadMember: null,
      leadOfficer: null,
      outcomes: [],
      topics: [],
      answers: {},
    });
  });

  it("that changes nothing leaves no trace", async () => {
    const id = await start(who.officer);
    await save(who.officer, id, 1, { item: "Winter ", suggestedScope: "", topics: [] });
    expect((await getProposal(readScope(who.officer), id, TODAY)).version).toBe(1);
    expect(await trail(id)).toEqual(["start by officer"]);
  });

  it("is for whoever began it, its lead officer and lead member, the chair, democratic services and the scrutiny officer", async () => {
    const id = await start(who.officer);
    await save(who.officer, id, 1, { leadMember: who.lead.personId, leadOfficer: who.otherOfficer.personId });
    const editors = [who.officer, who.otherOfficer, who.lead, who.chair, who.clerk, who.scrutinyOfficer];
    for (const [index, person] of editors.entries()) await save(person, id, index + 2, { budget: `${index}` });
    expect((await trail(id)).length).toBe(editors.length + 2);
  });

  it("stays open to whoever began it when the lead officer changes, and closes to the one who is taken off", async () => {
    const id = await start(who.officer);
    await save(who.officer, id, 1, { leadOfficer: who.otherOfficer.personId });
    await save(who.officer, id, 2, { leadOfficer: who.clerk.personId });
    await getProposal(readScope(who.officer), id, TODAY);
    expect(await failureOf(getProposal(readScope(who.otherOfficer), id, TODAY))).toEqual({ kind: "not-found" });
  });

  it("of what one has read in an older version shows what stands there now, and loses nothing", async () => {
    const id = await start(who.officer);
    await save(who.chair, id, 1, { suggestedScope: "The chair's scope." });
    const failure = await failureOf(save(who.officer, id, 1, { suggestedScope: "The officer's scope." }));
    expect(failure).toMatchObject({
      kind: "stale",
      current: { version: 2, changedBy: "chair", values: { suggestedScope: "The chair's scope." } },
    });
    expect(await trail(id)).toEqual(["start by officer", "save by chair"]);
  });

  it("goes through where somebody saved only other fields in the meantime", async () => {
    const id = await start(who.officer);
    const was = { methodology: "" };
    await save(who.chair, id, 1, { suggestedScope: "The chair's scope." });
    await inTransaction((tx) =>
      saveProposal(tx, who.officer, { id, version: 1, changes: { methodology: "Interviews." }, was }),
    );
    const { content } = await getProposal(readScope(who.officer), id, TODAY);
    expect(content.answers).toEqual({ suggestedScope: "The chair's scope.", methodology: "Interviews." });
    const again = { id, version: 1, changes: { methodology: "An inquiry day." }, was };
    expect(await failureOf(inTransaction((tx) => saveProposal(tx, who.chair, again)))).toMatchObject({ kind: "stale" });
  });

  it("by many at once lets one win, and shows the others what it wrote", async () => {
    const id = await start(who.officer);
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) => failureOf(save(who.officer, id, 1, { budget: `£${index}` }))),
    );
    const lost = results.filter((failure) => failure !== undefined);
    expect(lost.length).toBe(11);
    const { content, version } = await getProposal(readScope(who.officer), id, TODAY);
    expect(version).toBe(2);
    expect(await trail(id)).toEqual(["start by officer", "save by officer"]);
    for (const failure of lost)
      expect(failure).toMatchObject({ kind: "stale", current: { values: { budget: content.answers.budget } } });
  });

  it("never takes a member of the executive, or somebody from outside the committee, as lead member", async () => {
    await createSeat(who.cabinet.personId, here.committee);
    const id = await start(who.officer);
    for (const person of [who.cabinet, who.elsewhere, who.officer])
      expect(await failureOf(save(who.officer, id, 1, { leadMember: person.personId }))).toEqual({
        kind: "invalid",
        fields: { leadMember: ["Choose a member of the committee who is not in the Cabinet."] },
      });
    const { leadMembers } = await choicesOf(id);
    expect(leadMembers.map(({ label }) => label)).toEqual(["chair", "lead", "member"]);
  });

  it("keeps a lead member who lost the seat, so that something else can be saved, and does not put that forward", async () => {
    const id = await completeDraft();
    await db.seat.updateMany({ where: { personId: who.lead.personId }, data: { until: "2016-10-01" } });
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    await save(who.officer, id, version, { leadMember: who.lead.personId, budget: "None." });
    expect(await failureOf(forward(who.officer, id, version + 1))).toMatchObject({
      kind: "refused",
      refusal: { findings: expect.arrayContaining([expect.objectContaining({ code: "lead-not-on-body" })]) },
    });
  });

  it("is refused for what was put forward", async () => {
    const id = await completeDraft();
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    await forward(who.officer, id, version);
    expect(await failureOf(save(who.officer, id, version + 1, { budget: "£1" }))).toMatchObject({
      kind: "refused",
      refusal: { code: "wrong-status" },
    });
    expect(await failureOf(save(who.member, id, version + 1, { budget: "£1" }))).toMatchObject({
      kind: "refused",
      refusal: { code: "not-permitted" },
    });
  });
});

describe("what is typed and not saved", () => {
  const place = { form: "scoping proposal/scope", subjectId: randomUUID() };

  it("is kept for its writer alone, the newest of it, until it is dropped", async () => {
    await keepDraft(who.officer.personId, place, { suggestedScope: "One" });
    await keepDraft(who.officer.personId, place, { suggestedScope: "Two" });
    const drafts = await listDrafts(readScope(who.officer), place.subjectId);
    expect(drafts.get(place.form)?.values).toEqual({ suggestedScope: "Two" });
    expect((await listDrafts(readScope(who.clerk), place.subjectId)).size).toBe(0);
    expect((await listDrafts(PUBLIC_SCOPE, place.subjectId)).size).toBe(0);

    await inTransaction((tx) => dropDraft(tx, who.officer.personId, place));
    expect((await listDrafts(readScope(who.officer), place.subjectId)).size).toBe(0);
  });

  it("of a form that was carried out is not kept again", async () => {
    const onceKey = randomUUID();
    await once(who.officer, onceKey, async () => "/office");
    expect(await keepDraft(who.officer.personId, place, { onceKey, suggestedScope: "Late" })).toBeNull();
    expect(await db.formDraft.count()).toBe(0);
  });

  it("at many moments at once is kept once", async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => keepDraft(who.officer.personId, place, { item: String(index) })),
    );
    expect(await db.formDraft.count()).toBe(1);
  });
});

async function choicesOf(id: string) {
  const scope = readScope(who.officer);
  return getProposalChoices(scope, await getProposal(scope, id, TODAY), TODAY);
}
