import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import type { FollowUpStatus, Prisma } from "@/generated/prisma/client";
import { db, inTransaction, publicDb } from "@/server/db";
import { expectedFailure } from "@/server/errors";
import { followUpActs } from "@/server/follow-ups/acts";
import { addFollowUp } from "@/server/follow-ups/commands";
import { getOfficeFollowUp, listOfficeFollowUps } from "@/server/follow-ups/office";
import { followUpSteps } from "@/server/follow-ups/steps";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import type { Taken } from "@/server/workflow/steps";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { createItem } from "../support/programme";
import { at, beginWithCouncil, council, WRONG, who } from "../support/programme-commands";
import { createResolution } from "../support/resolutions";

beginWithCouncil();

const row = (id: string) =>
  db.followUp.findUniqueOrThrow({
    where: { id },
    include: { owners: { orderBy: { position: "asc" } }, notes: true },
  });

async function take(person: Person, id: string, name: string, taken: Partial<Taken> = {}): Promise<void> {
  const { version } = await row(id);
  await inTransaction((tx) => followUpSteps.take(tx, person, { id, version, name, typed: {}, ...taken }));
}

async function record(person: Person, id: string, name: string, typed: Typed, version?: number): Promise<void> {
  const now = version ?? (await row(id)).version;
  await inTransaction((tx) => followUpActs.record(tx, person, { id, version: now, name, answers: answersFrom(typed) }));
}

const enter = (person: Person, typed: Typed, bodyId = council.bodies.committee): Promise<string> =>
  inTransaction((tx) => addFollowUp(tx, person, bodyId, answersFrom(typed)));

const day = (name: string, date: string): Record<string, string> => {
  const [year = "", month = "", dayOf = ""] = date.split("-");
  return { [`${name}-day`]: dayOf, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** A minute of June that may ask for something. */
async function minuteOfJune(): Promise<string> {
  const { decisionId } = await createResolution({
    bodyId: council.bodies.committee,
    meeting: { date: "2016-06-15" },
  });
  return (await db.decision.findUniqueOrThrow({ where: { id: decisionId } })).minuteId;
}

/** One of June with the officer, found in a status as an import would have it. */
async function found(status: FollowUpStatus, facts: Partial<Prisma.FollowUpUncheckedCreateInput> = {}) {
  const { id } = await db.followUp.create({
    data: {
      bodyId: council.bodies.committee,
      minuteId: await minuteOfJune(),
      text: "Send members the figures for each district.",
      status,
      audience: "public",
      raisedOn: "2016-06-15",
      dueOn: "2016-12-01",
      keepers: [who.officer.personId],
      owners: { create: { personId: who.officer.personId } },
      ...facts,
    },
  });
  return id;
}

/** Carried under the matters arising of a later meeting of the committee. */
const laterDecision = async () =>
  (await createResolution({ bodyId: council.bodies.committee, item: { kind: "matters_raised" } })).decisionId;

describe("a follow-up is entered", () => {
  it("from a minute, with who answers for it and by when; the public sees it at once", async () => {
    const minuteId = await minuteOfJune();
    const id = await enter(who.clerk, {
      text: "Send the figures.",
      minuteId,
      ownerIds: who.officer.personId,
      owner2: who.chair.personId,
      ...day("dueOn", "2016-11-01"),
    });
    expect(await row(id)).toMatchObject({
      status: "open",
      audience: "public",
      minuteId,
      authorityId: null,
      raisedOn: "2016-06-15",
      dueOn: "2016-11-01",
      keepers: [who.officer.personId, who.chair.personId],
      owners: [{ personId: who.officer.personId }, { personId: who.chair.personId }],
    });
    expect(await publicDb.followUp.count()).toBe(1);
    expect(await trail(id)).toEqual(["enter by clerk"]);
  });

  it("on an officer’s authority, due at the next meeting", async () => {
    const id = await enter(who.scrutinyOfficer, {
      text: "Ask the bus company.",
      consulted: "the Chairman",
      ownerIds: who.officer.personId,
      dueNextMeeting: "yes",
    });
    const { authorityId } = await row(id);
    expect(await row(id)).toMatchObject({
      minuteId: null,
      dueNextMeeting: true,
      dueMeetingId: at.october,
      raisedOn: TODAY,
    });
    expect(await db.authority.findUniqueOrThrow({ where: { id: authorityId ?? "" } })).toMatchObject({
      kind: "officer_decision",
      statement: "the Chairman",
    });
  });

  it("is refused with everything that is missing, and leaves nothing behind", async () => {
    expect(await codesOf(enter(who.clerk, { text: "Do something." }))).toEqual([
      "against-rule",
      "no-source",
      "no-owner",
      "no-due-date",
    ]);
    expect(await failureOf(enter(who.clerk, {}))).toMatchObject({
      kind: "invalid",
      fields: { text: expect.any(Array) },
    });
    expect([await db.followUp.count(), await db.auditEntry.count(), await db.authority.count()]).toEqual([0, 0, 0]);
  });

  it("by nobody else, for nobody’s minute, and to nobody unknown", async () => {
    const minuteId = await minuteOfJune();
    const typed = { text: "Send it.", minuteId, ownerIds: who.officer.personId, dueNextMeeting: "yes" };
    for (const name of WRONG) expect(await codesOf(enter(who[name], typed)), name).toEqual(["not-permitted"]);
    expect(await failureOf(enter(who.scrutinyOfficer, typed, council.bodies.other))).toMatchObject({
      fields: { minuteId: expect.any(Array) },
    });
    expect(await failureOf(enter(who.clerk, { ...typed, ownerIds: council.bodies.other }))).toMatchObject({
      fields: { ownerIds: expect.any(Array) },
    });
    expect(await failureOf(enter(who.clerk, typed, who.officer.personId))).toEqual({ kind: "not-found" });
    expect(await db.followUp.count()).toBe(0);
  });
});

describe("work on a follow-up", () => {
  it("is started and reported done by its owner, with evidence", async () => {
    const id = await found("open");
    await take(who.officer, id, "start");
    await take(who.officer, id, "claimDone", { typed: { evidence: "Sent on 1 October." } });
    expect(await row(id)).toMatchObject({ status: "done_claimed", evidence: "Sent on 1 October.", statusOn: TODAY });
    expect(await trail(id)).toEqual(["start by officer", "claimDone by officer"]);
  });

  it("is nobody else’s to report on", async () => {
    const id = await found("open");
    for (const name of ["member", "chair", "councillor", "cabinet", "otherClerk"] as const)
      expect(await codesOf(take(who[name], id, "start")), name).toEqual(["not-permitted"]);
    const another = await found("open", { keepers: [] });
    expect(await codesOf(take(who.officer, another, "start"))).toEqual(["not-permitted"]);
    expect((await row(id)).status).toBe("open");
  });

  it("wants a source, an owner and a day: found without, it does not start", async () => {
    const id = await found("open", { dueOn: null, owners: { create: [] } });
    expect(await codesOf(take(who.clerk, id, "start"))).toEqual(["against-rule", "no-owner", "no-due-date"]);
    expect(await trail(id)).toEqual([]);
  });

  it("is sent back with a reason", async () => {
    const id = await found("done_claimed", { evidence: "Sent." });
    expect(await codesOf(take(who.clerk, id, "sendBack"))).toEqual(["needs-reason"]);
    expect(await codesOf(take(who.scrutinyOfficer, id, "sendBack", { reason: "One is missing." }))).toEqual([
      "not-permitted",
    ]);
    await take(who.clerk, id, "sendBack", { reason: "One district is missing." });
    expect(await row(id)).toMatchObject({ status: "in_progress", statusReason: "One district is missing." });
  });

  it("rests until a day ahead and goes on from where it was", async () => {
    const id = await found("in_progress");
    const reason = "The census comes first.";
    expect(await codesOf(take(who.scrutinyOfficer, id, "putOnHold", { reason }))).toEqual([
      "against-rule",
      "no-review-date",
    ]);
    expect(
      await codesOf(take(who.scrutinyOfficer, id, "putOnHold", { reason, typed: day("reviewOn", TODAY) })),
    ).toEqual(["against-rule", "no-review-date"]);
    await take(who.scrutinyOfficer, id, "putOnHold", { reason, typed: day("reviewOn", "2016-12-01") });
    expect(await row(id)).toMatchObject({ status: "on_hold", heldFrom: "in_progress", reviewOn: "2016-12-01" });
    await take(who.clerk, id, "resume");
    expect(await row(id)).toMatchObject({ status: "in_progress", heldFrom: null, reviewOn: null });
  });
});

describe("a follow-up is closed", () => {
  it("by the committee, on evidence, and what it rests on stands with it", async () => {
    const id = await found("done_claimed");
    const decisionId = await laterDecision();
    const offered = await followUpSteps.offer(who.clerk, id);
    expect(offered.steps.find(({ name }) => name === "close")?.grounds?.resolutions.map((one) => one.id)).toEqual([
      decisionId,
    ]);
    expect(await codesOf(take(who.clerk, id, "close", { grounds: { decisionId } }))).toEqual([
      "against-rule",
      "no-evidence",
    ]);
    await take(who.clerk, id, "close", { grounds: { decisionId }, typed: { evidence: "The report of 3 October." } });
    const closed = await row(id);
    expect(closed).toMatchObject({ status: "closed", evidence: "The report of 3 October.", statusOn: "2016-10-03" });
    expect(await db.authority.findUniqueOrThrow({ where: { id: closed.endAuthorityId ?? "" } })).toMatchObject({
      decisionId,
    });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "follow-up.close" } });
    expect(entry).toMatchObject({
      authorityId: closed.endAuthorityId,
      actorName: "clerk",
      before: { status: "done_claimed" },
    });
  });

  it("by an officer only where the settings let one, after consulting the chair", async () => {
    const typed = { evidence: "Seen." };
    const id = await found("done_claimed");
    const grounds = { consulted: "the Chairman" };
    expect(await codesOf(take(who.clerk, id, "close", { typed, grounds }))).toEqual([
      "against-rule",
      "committee-closes",
    ]);
    expect(await db.authority.count({ where: { kind: "officer_decision" } })).toBe(0);
    await db.body.update({
      where: { id: council.bodies.committee },
      data: { rules: { followUps: { closedBy: "officer_after_consulting_chair", staleAfterDays: 30 } } },
    });
    await take(who.clerk, id, "close", { typed, grounds });
    expect((await row(id)).status).toBe("closed");
  });

  it("on no decision that was not about it, and on none of a meeting that was not quorate", async () => {
    const id = await found("done_claimed");
    const typed = { evidence: "Seen." };
    const elsewhere = await createResolution({ bodyId: council.bodies.committee, item: { kind: "minutes" } });
    expect(
      await codesOf(take(who.clerk, id, "close", { typed, grounds: { decisionId: elsewhere.decisionId } })),
    ).toEqual(["against-rule", "not-before-the-meeting"]);
    const earlier = await createResolution({
      bodyId: council.bodies.committee,
      item: { kind: "matters_raised" },
      meeting: { date: "2016-06-01" },
    });
    expect(await codesOf(take(who.clerk, id, "close", { typed, grounds: { decisionId: earlier.decisionId } }))).toEqual(
      ["against-rule", "not-before-the-meeting"],
    );
    const few = await createResolution({
      bodyId: council.bodies.committee,
      item: { kind: "matters_raised" },
      meeting: { quorate: false },
    });
    expect(await codesOf(take(who.clerk, id, "close", { typed, grounds: { decisionId: few.decisionId } }))).toEqual([
      "against-rule",
      "meeting-not-quorate",
    ]);
    expect((await row(id)).status).toBe("done_claimed");
  });

  it.each(["handOver", "cancel"])("or ended by “%s”, with a reason, on a decision", async (name) => {
    const id = await found("open");
    const decisionId = await laterDecision();
    expect(await codesOf(take(who.clerk, id, name, { reason: "Done elsewhere." }))).toEqual([
      "against-rule",
      "committee-closes",
    ]);
    expect(await codesOf(take(who.clerk, id, name, { grounds: { decisionId } }))).toEqual(["needs-reason"]);
    for (const wrong of WRONG)
      expect(await codesOf(take(who[wrong], id, name, { reason: "No.", grounds: { decisionId } })), wrong).toEqual([
        "not-permitted",
      ]);
    await take(who.clerk, id, name, { reason: "The service does it now.", grounds: { decisionId } });
    expect(await row(id)).toMatchObject({
      status: name === "cancel" ? "cancelled" : "business_as_usual",
      statusReason: "The service does it now.",
      endAuthorityId: expect.any(String),
    });
  });
});

describe("a follow-up gives way", () => {
  it("to another of its body; several may give way to one", async () => {
    const successor = await found("open", { text: "All figures at once." });
    const stranger = await found("open", { bodyId: council.bodies.other });
    const [first, second] = [await found("open"), await found("on_hold", { reviewOn: "2016-12-01" })];
    const taken = (supersededById: string) => ({ reason: "Asked for together.", typed: { supersededById } });
    expect(await failureOf(take(who.clerk, first, "supersede", taken(stranger)))).toMatchObject({ kind: "invalid" });
    await Promise.all([
      take(who.clerk, first, "supersede", taken(successor)),
      take(who.clerk, second, "supersede", taken(successor)),
    ]);
    for (const id of [first, second])
      expect(await row(id)).toMatchObject({ status: "superseded", supersededById: successor });
  });

  it("to an item of the programme that is there, or one that is made for it", async () => {
    const itemId = await createItem(council, "provisional");
    const [first, second] = [await found("open"), await found("open")];
    await take(who.clerk, first, "moveToProgramme", {
      reason: "It is more than that.",
      typed: { programmeItemId: itemId },
    });
    expect(await row(first)).toMatchObject({ status: "moved_to_programme", programmeItemId: itemId });

    await take(who.clerk, second, "moveToProgramme", {
      reason: "A subject of its own.",
      typed: { newItem: "District figures" },
    });
    const { programmeItemId } = await row(second);
    const made = await db.programmeItem.findUniqueOrThrow({ where: { id: programmeItemId ?? "" } });
    expect(made).toMatchObject({
      title: "District figures",
      status: "proposed",
      audience: "inside",
      purpose: "Send members the figures for each district.",
    });
    expect(await trail(made.id)).toEqual(["add by clerk"]);
  });

  it("makes no item where the step is refused", async () => {
    const id = await found("open");
    const before = await db.programmeItem.count();
    expect(await codesOf(take(who.clerk, id, "moveToProgramme", { typed: { newItem: "Figures" } }))).toEqual([
      "needs-reason",
    ]);
    expect(
      await codesOf(take(who.officer, id, "moveToProgramme", { reason: "So.", typed: { newItem: "Figures" } })),
    ).toEqual(["not-permitted"]);
    expect(
      await failureOf(
        take(who.clerk, id, "moveToProgramme", {
          reason: "So.",
          typed: { newItem: "Figures", programmeItemId: await createItem(council, "provisional") },
        }),
      ),
    ).toMatchObject({ kind: "invalid" });
    expect(await db.programmeItem.count()).toBe(before + 1);
  });
});

describe("notes", () => {
  it("are added by its owner with their day, and never changed", async () => {
    const id = await found("open");
    await record(who.officer, id, "note", { text: "Half of them are sent.", ...day("on", "2016-10-01") });
    expect((await row(id)).notes).toMatchObject([
      {
        text: "Half of them are sent.",
        on: "2016-10-01",
        escalation: false,
        audience: "public",
        personId: who.officer.personId,
      },
    ]);
    const [note] = (await row(id)).notes;
    await expect(db.followUpNote.update({ where: { id: note?.id ?? "" }, data: { text: "All." } })).rejects.toThrow();
    expect(await trail(id)).toEqual(["note by officer"]);
    const shown = await getOfficeFollowUp(who.member, id);
    expect(shown.notes).toMatchObject([{ by: "officer" }]);
  });

  it("of two people at once are both kept", async () => {
    const id = await found("open");
    await Promise.all([
      record(who.officer, id, "note", { text: "One." }, 1),
      record(who.clerk, id, "escalate", { text: "The director was asked." }, 1),
    ]);
    expect((await row(id)).notes.map(({ escalation }) => escalation).toSorted()).toEqual([false, true]);
  });

  it("are refused to others, for a day to come, and when it is over", async () => {
    const id = await found("open");
    for (const name of ["member", "chair", "cabinet", "otherClerk"] as const)
      expect(await codesOf(record(who[name], id, "note", { text: "No." })), name).toEqual(["not-permitted"]);
    expect(await codesOf(record(who.officer, id, "escalate", { text: "No." }))).toEqual(["not-permitted"]);
    expect(
      await failureOf(record(who.officer, id, "note", { text: "Soon.", ...day("on", "2016-10-04") })),
    ).toMatchObject({ kind: "invalid" });
    const over = await found("closed", { evidence: "Seen." });
    expect(await codesOf(record(who.officer, over, "note", { text: "More." }))).toEqual(["wrong-status"]);
    expect([await db.followUpNote.count(), await db.auditEntry.count()]).toEqual([0, 0]);
  });

  it("keep a follow-up from going stale", async () => {
    const id = await found("open", { raisedOn: "2016-06-15" });
    const staleNow = async () => (await listOfficeFollowUps(who.officer)).find((each) => each.id === id);
    expect(await staleNow()).toMatchObject({ stale: true, overdue: false, isMine: true });
    await record(who.officer, id, "note", { text: "Asked again." });
    expect(await staleNow()).toMatchObject({ stale: false });
  });
});

describe("who answers for it", () => {
  it("changes with a reason, and with it who may report on it", async () => {
    const id = await found("open");
    expect(await failureOf(record(who.clerk, id, "reassign", { ownerIds: who.cabinet.personId }))).toMatchObject({
      fields: { reason: expect.any(Array) },
    });
    await record(who.clerk, id, "reassign", { ownerIds: who.cabinet.personId, reason: "Portfolio changed." });
    expect(await row(id)).toMatchObject({
      keepers: [who.cabinet.personId],
      owners: [{ personId: who.cabinet.personId }],
      dueOn: null,
      dueNextMeeting: true,
      dueMeetingId: at.october,
      version: 2,
    });
    expect(await codesOf(take(who.officer, id, "start"))).toEqual(["not-permitted"]);
    await take(who.cabinet, id, "start");
  });

  it("is not changed over somebody else’s change", async () => {
    const id = await found("open");
    const change = () => record(who.clerk, id, "reassign", { ownerIds: who.chair.personId, reason: "So." }, 1);
    const results = await Promise.allSettled([change(), change()]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(expectedFailure(lost?.reason)).toMatchObject({ kind: "stale" });
    expect(await trail(id)).toEqual(["reassign by clerk"]);
  });
});

it("a step is taken once by two at once, and refused to whoever read an older version", async () => {
  const id = await found("open");
  const start = () =>
    inTransaction((tx) => followUpSteps.take(tx, who.officer, { id, version: 1, name: "start", typed: {} }));
  const results = await Promise.allSettled([start(), start()]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await failureOf(start())).toMatchObject({
    kind: "stale",
    current: { version: 2, values: { status: "In progress" } },
  });
  expect(await trail(id)).toEqual(["start by officer"]);
});

it("what is hidden is not found", async () => {
  const id = await found("open", { audience: "keepers" });
  for (const person of [who.member, who.otherClerk, who.nobody]) {
    const isDesk = person === who.otherClerk;
    expect(await failureOf(getOfficeFollowUp(person, id)), person.name).toEqual(
      isDesk ? undefined : { kind: "not-found" },
    );
    expect(await codesOf(take(person, id, "start")), person.name).toEqual(isDesk ? ["not-permitted"] : ["not-found"]);
    expect(await codesOf(record(person, id, "note", { text: "I am here." })), person.name).toEqual(
      isDesk ? ["not-permitted"] : ["not-found"],
    );
  }
});
