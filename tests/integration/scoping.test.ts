import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { HeldPost, HeldSeat, Person, PostKind, SeatRole } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import type { ScopingStatus } from "@/domain/scoping/scoping-proposal";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { DORSET_2016 } from "@/domain/scoping/templates";
import { decide } from "@/domain/workflow/workflow";
import { db, inTransaction } from "@/server/db";
import { expectedFailure } from "@/server/errors";
import { dropDraft, keepDraft, listDrafts } from "@/server/forms/drafts";
import { once } from "@/server/forms/once";
import { getProposalChoices, listBodiesToPropose, listTopicsToTakeIn } from "@/server/scoping/choices";
import { moveProposal, putForward, saveProposal, startProposal } from "@/server/scoping/commands";
import { type ProposalChanges, typedFrom } from "@/server/scoping/form";
import { getProposal, getVersion, listProposals } from "@/server/scoping/queries";
import { emptyDatabase } from "../support/database";
import { createBody, createPerson, createPost, createSeat, TODAY } from "../support/people";

type Council = Awaited<ReturnType<typeof createCouncil>>;
let council: Council;
let here: Council["bodies"];
let who: Council["people"];

beforeEach(async () => {
  await emptyDatabase();
  council = await createCouncil();
  here = council.bodies;
  who = council.people;
});

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
      expect(await refusal(start(person))).toEqual({ kind: "not-found" });
    expect(await db.scopingProposal.count()).toBe(4);
  });

  it("leaves no trace where it is refused", async () => {
    expect(await refusal(start(who.officer, { item: "  " }))).toEqual({
      kind: "invalid",
      fields: { item: ["Say what the item is called."] },
    });
    expect(await refusal(start(who.officer, { bodyId: here.cabinet }))).toEqual({ kind: "not-found" });
    const elsewhere = await createTopic("Roads", { bodyId: here.other });
    expect(await refusal(start(who.officer, { topicIds: [elsewhere] }))).toMatchObject({ kind: "invalid" });
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
    expect(await refusal(getProposal(readScope(who.otherOfficer), id, TODAY))).toEqual({ kind: "not-found" });
  });

  it("of what one has read in an older version shows what stands there now, and loses nothing", async () => {
    const id = await start(who.officer);
    await save(who.chair, id, 1, { suggestedScope: "The chair's scope." });
    const failure = await refusal(save(who.officer, id, 1, { suggestedScope: "The officer's scope." }));
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
    expect(await refusal(inTransaction((tx) => saveProposal(tx, who.chair, again)))).toMatchObject({ kind: "stale" });
  });

  it("by many at once lets one win, and shows the others what it wrote", async () => {
    const id = await start(who.officer);
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) => refusal(save(who.officer, id, 1, { budget: `£${index}` }))),
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
      expect(await refusal(save(who.officer, id, 1, { leadMember: person.personId }))).toEqual({
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
    expect(await refusal(forward(who.officer, id, version + 1))).toMatchObject({
      kind: "refused",
      refusal: { findings: expect.arrayContaining([expect.objectContaining({ code: "lead-not-on-body" })]) },
    });
  });

  it("is refused for what was put forward", async () => {
    const id = await completeDraft();
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    await forward(who.officer, id, version);
    expect(await refusal(save(who.officer, id, version + 1, { budget: "£1" }))).toMatchObject({
      kind: "refused",
      refusal: { code: "wrong-status" },
    });
    expect(await refusal(save(who.member, id, version + 1, { budget: "£1" }))).toMatchObject({
      kind: "refused",
      refusal: { code: "not-permitted" },
    });
  });
});

describe("putting forward", () => {
  it("is done and recorded, with the whole of it kept as a version", async () => {
    const id = await completeDraft();
    const { version, content } = await getProposal(readScope(who.officer), id, TODAY);
    await forward(who.officer, id, version);

    const ready = await getProposal(readScope(who.member), id, TODAY);
    expect(ready).toMatchObject({ status: "ready", audience: "members", versions: [{ number: 1 }] });
    expect((await getVersion(readScope(who.member), id, 1)).content).toEqual(content);
    expect((await trail(id)).at(-1)).toBe("putForward by officer");
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "scoping proposal.putForward" } });
    expect(entry).toMatchObject({ reason: "The committee asked for it.", before: { status: "draft" } });
    expect((entry.warnings as { code: string }[]).map(({ code }) => code)).toContain("no-lines-of-enquiry");
  });

  it("is refused with everything that is missing, by name, and leaves no trace", async () => {
    const id = await start(who.officer);
    const failure = await refusal(forward(who.officer, id, 1));
    expect(failure).toMatchObject({ kind: "refused", refusal: { code: "against-rule" } });
    const findings = failure?.kind === "refused" ? failure.refusal.findings : [];
    expect(findings.filter(({ severity }) => severity === "hard").map(({ field }) => field)).toEqual([
      "leadMember",
      "suggestedScope",
      "methodology",
      "timescale",
    ]);
    expect((await getProposal(readScope(who.officer), id, TODAY)).status).toBe("draft");
    expect(await db.scopingVersion.count()).toBe(0);
    expect(await trail(id)).toEqual(["start by officer"]);
  });

  it("asks for a reason where something is worth a look", async () => {
    const id = await completeDraft();
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    expect(await refusal(forward(who.officer, id, version, ""))).toMatchObject({
      kind: "refused",
      refusal: { code: "needs-reason" },
    });
  });

  it("names what the pack's two proposals leave out: Cabinet first, between meetings, carers", async () => {
    const topicId = await createTopic("Care Review", { parts: ["Cost of care", "Support for carers"] });
    await db.forwardPlanEntry.create({
      data: { title: "Care", bodyId: here.cabinet, dueOn: "2016-09-28", topics: { create: { topicId } } },
    });
    await createMeeting("2016-10-11");
    await createMeeting("2017-03-20");
    const id = await completeDraft({
      topics: [{ id: topicId, leavesOut: [] }],
      endsOn: "2017-02-28",
      reportToMeeting: null,
      suggestedScope: "The cost of care.",
    });
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    const failure = await refusal(forward(who.officer, id, version, ""));
    const sentences = failure?.kind === "refused" ? failure.refusal.findings.map(({ sentence }) => sentence) : [];
    expect(sentences).toEqual(
      expect.arrayContaining([
        "28 February 2017 is between meetings. The next is 20 March. Say which meeting gets the report.",
        "Cabinet has already considered this on 28 September; its decision is not recorded. Record it.",
        "“Support for carers” is left out. The topic “Care Review” has it. Add it, or say that it stays behind.",
      ]),
    );
    await save(who.officer, id, version, { topics: [{ id: topicId, leavesOut: ["Support for carers"] }] });
    const then = await refusal(forward(who.officer, id, version + 1, ""));
    const codes = then?.kind === "refused" ? then.refusal.findings.map(({ code }) => code) : [];
    expect(codes).not.toContain("topic-left-out");
  });

  it("of an older version is stale, and of many at once one is done", async () => {
    const id = await completeDraft();
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    expect(await refusal(forward(who.officer, id, version - 1))).toMatchObject({ kind: "stale" });
    const results = await Promise.all(Array.from({ length: 8 }, () => refusal(forward(who.officer, id, version))));
    expect(results.filter((failure) => failure === undefined).length).toBe(1);
    expect(await db.scopingVersion.count()).toBe(1);
  });

  it("is never for a member of the executive, nor is recording that it was approved", async () => {
    const id = await completeDraft();
    const { subject } = await getProposal(readScope(who.officer), id, TODAY);
    const both: Person = { ...who.cabinet, posts: who.clerk.posts, seats: [...who.cabinet.seats, ...who.chair.seats] };
    for (const [name, status] of [
      ["putForward", "draft"],
      ["approve", "on_agenda"],
      ["approveAmended", "on_agenda"],
    ] as const) {
      const decision = decide(
        scopingWorkflow,
        name,
        { ...subject, status },
        { actor: both, today: TODAY, reason: "x" },
      );
      expect(decision).toMatchObject({ allowed: false, refusal: { code: "not-permitted" } });
    }
  });
});

describe("steps that need only a reason", () => {
  it("withdraws a draft, recorded with the reason, and refuses without one", async () => {
    const id = await start(who.officer);
    const step = { id, version: 1, name: "withdraw" } as const;
    expect(await refusal(inTransaction((tx) => moveProposal(tx, who.officer, step)))).toMatchObject({
      refusal: { code: "needs-reason" },
    });
    await inTransaction((tx) => moveProposal(tx, who.officer, { ...step, reason: "Another committee has it." }));
    expect((await getProposal(readScope(who.member), id, TODAY)).status).toBe("withdrawn");
    expect(await trail(id)).toEqual(["start by officer", "withdraw by officer"]);
  });

  it("drafts again what was referred back", async () => {
    const id = await completeDraft();
    await setStatus(id, "referred_back");
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    await inTransaction((tx) => moveProposal(tx, who.lead, { id, version, name: "redraft" }));
    await save(who.officer, id, version + 1, { budget: "None." });
    expect(await refusal(getProposal(readScope(who.member), id, TODAY))).toEqual({ kind: "not-found" });
  });
});

describe("who may read it", () => {
  it("a draft: those who write it, the chair, democratic services and the scrutiny officer; for all others it is not there", async () => {
    const id = await start(who.officer);
    for (const person of [who.officer, who.chair, who.clerk, who.scrutinyOfficer])
      await getProposal(readScope(person), id, TODAY);
    await expectHidden(id, [
      "member",
      "coOptee",
      "elsewhere",
      "otherChair",
      "otherOfficer",
      "cabinet",
      "cabinetSupport",
      "administrator",
      "properOfficer",
    ]);
  });

  it("once put forward, the committee's members too, and nobody else", async () => {
    const id = await completeDraft();
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    await forward(who.officer, id, version);
    for (const person of [who.member, who.lead, who.coOptee]) await getProposal(readScope(person), id, TODAY);
    await expectHidden(id, [
      "elsewhere",
      "otherChair",
      "otherOfficer",
      "cabinet",
      "cabinetSupport",
      "administrator",
      "properOfficer",
    ]);
  });

  it("on an agenda, everybody; but what was done to the draft only those to whom a draft is open", async () => {
    const id = await completeDraft();
    await setStatus(id, "on_agenda");
    const verbs = async (person: Person) =>
      (await getProposal(readScope(person), id, TODAY)).history.map(({ verb }) => verb);
    expect(await verbs(who.officer)).toEqual(["save", "start"]);
    expect(await verbs(who.elsewhere)).toEqual([]);
    expect((await getProposal(PUBLIC_SCOPE, id, TODAY)).history).toEqual([]);
  });

  async function expectHidden(id: string, names: readonly (keyof Council["people"])[]) {
    for (const scope of [PUBLIC_SCOPE, ...names.map((name) => readScope(who[name]))]) {
      expect(await refusal(getProposal(scope, id, TODAY))).toEqual({ kind: "not-found" });
      expect(await refusal(getVersion(scope, id, 1))).toEqual({ kind: "not-found" });
      expect(await listProposals(scope)).toEqual([]);
    }
    for (const name of names) {
      expect(await refusal(save(who[name], id, 1, { item: "Taken over" }))).toEqual({ kind: "not-found" });
      expect(await refusal(forward(who[name], id, 1))).toEqual({ kind: "not-found" });
      expect(await refusal(withdraw(who[name], id))).toEqual({ kind: "not-found" });
    }
  }

  it("what is no key, or nobody's, is not there either", async () => {
    for (const id of ["nothing", randomUUID()])
      expect(await refusal(getProposal(readScope(who.clerk), id, TODAY))).toEqual({ kind: "not-found" });
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

// ── What the tests say for short ────────────────────────────────────────────────────────────────────────────────────────

const start = (person: Person, over: Partial<Parameters<typeof startProposal>[2]> = {}) =>
  inTransaction((tx) => startProposal(tx, person, { bodyId: here.committee, item: "Winter", topicIds: [], ...over }));

const save = (person: Person, id: string, version: number, changes: ProposalChanges) =>
  inTransaction((tx) => saveProposal(tx, person, { id, version, changes }));

const forward = (person: Person, id: string, version: number, reason = "The committee asked for it.") =>
  inTransaction((tx) => putForward(tx, person, { id, version, reason }));

const withdraw = (person: Person, id: string) =>
  inTransaction((tx) => moveProposal(tx, person, { id, version: 1, name: "withdraw", reason: "Because." }));

/** A draft of the officer's with all that Dorset's template requires, and nothing that it only asks for. */
async function completeDraft(changes: ProposalChanges = {}): Promise<string> {
  const id = await start(who.officer);
  await save(who.officer, id, 1, {
    leadMember: who.lead.personId,
    suggestedScope: "Gritting.",
    methodology: "An inquiry day.",
    timescale: "By spring.",
    ...changes,
  });
  return id;
}

async function choicesOf(id: string) {
  const scope = readScope(who.officer);
  return getProposalChoices(scope, await getProposal(scope, id, TODAY), TODAY);
}

async function refusal(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    const failure = expectedFailure(error);
    if (!failure) throw error;
    return failure;
  }
}

async function trail(id: string): Promise<string[]> {
  const entries = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { recordedAt: "asc" } });
  return entries.map(({ action, actorName }) => `${action.split(".")[1]} by ${actorName}`);
}

/** Found so, as an import would have it: the moves that lead there need a meeting. */
const setStatus = (id: string, status: ScopingStatus) =>
  db.scopingProposal.update({ where: { id }, data: { status, audience: scopingWorkflow.statuses[status].audience } });

async function createTopic(
  title: string,
  over: { bodyId?: string; status?: "suggested" | "triaged"; parts?: string[] } = {},
) {
  const { bodyId = here.committee, status = "triaged", parts = [] } = over;
  const { id } = await db.topic.create({
    data: {
      slug: randomUUID(),
      title,
      source: "officer",
      status,
      suggestedOn: TODAY,
      bodyId,
      parts,
      audience: status === "suggested" ? "inside" : "public",
    },
  });
  return id;
}

async function createMeeting(date: string) {
  const { id } = await db.meeting.create({
    data: { bodyId: here.committee, slug: date, date, status: "convened", audience: "public" },
  });
  return id;
}

async function createCouncil() {
  const bodies = {
    council: await createBody("council", "The council"),
    cabinet: await createBody("executive", "The cabinet"),
    committee: await createBody("scrutiny_committee", "Our committee"),
    other: await createBody("scrutiny_committee", "Another committee"),
  };
  await db.body.updateMany({
    where: { kind: "scrutiny_committee" },
    data: { scopingTemplate: JSON.parse(JSON.stringify(DORSET_2016)) },
  });

  const seat = (bodyId: string, role: SeatRole = "member", bodyKind: HeldSeat["bodyKind"] = "scrutiny_committee") =>
    ({ bodyId, bodyKind, role, portfolioId: null }) satisfies HeldSeat;
  const post = (kind: PostKind): HeldPost => ({ kind, areaId: null, portfolioIds: [], bodyIds: [] });
  const person = async (name: string, seats: HeldSeat[], posts: HeldPost[] = []): Promise<Person> => {
    const personId = await createPerson(name);
    for (const held of seats) await createSeat(personId, held.bodyId, held.role);
    for (const held of posts) await createPost(personId, held.kind, held.kind);
    return { kind: "person", personId, name, day: TODAY, seats, posts };
  };
  const councillor = seat(bodies.council, "member", "council");
  const people = {
    officer: await person("officer", [], [post("officer")]),
    otherOfficer: await person("otherOfficer", [], [post("officer")]),
    clerk: await person("clerk", [], [post("democratic_services")]),
    scrutinyOfficer: await person("scrutinyOfficer", [], [post("scrutiny_officer")]),
    properOfficer: await person("properOfficer", [], [post("proper_officer")]),
    administrator: await person("administrator", [], [post("administrator")]),
    cabinetSupport: await person("cabinetSupport", [], [post("executive_support")]),
    chair: await person("chair", [councillor, seat(bodies.committee, "chair")]),
    lead: await person("lead", [councillor, seat(bodies.committee)]),
    member: await person("member", [councillor, seat(bodies.committee)]),
    coOptee: await person("coOptee", [seat(bodies.committee, "education_co_optee")]),
    elsewhere: await person("elsewhere", [councillor, seat(bodies.other)]),
    otherChair: await person("otherChair", [councillor, seat(bodies.other, "chair")]),
    cabinet: await person("cabinet", [councillor, seat(bodies.cabinet, "member", "executive")]),
  };
  return { bodies, people };
}
