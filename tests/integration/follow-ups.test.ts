import { describe, expect, it } from "vitest";
import { db, publicDb } from "@/server/db";
import { expectedFailure } from "@/server/errors";
import { getOfficeFollowUp, listOfficeFollowUps } from "@/server/follow-ups/office";
import { enter, found, minuteOfJune, record, row, take } from "../support/follow-ups";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { at, beginWithCouncil, council, WRONG, who } from "../support/programme-commands";
import { day } from "../support/typed-day";

beginWithCouncil();

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

  it("due at a meeting of the body that it names", async () => {
    const typed = { text: "Ask the bus company.", consulted: "the Chairman", ownerIds: who.officer.personId };
    const id = await enter(who.clerk, { ...typed, dueMeetingId: at.january });
    expect(await row(id)).toMatchObject({ dueOn: null, dueNextMeeting: false, dueMeetingId: at.january });
    expect(await getOfficeFollowUp(who.officer, id)).toMatchObject({ due: "2017-01-11" });
    for (const [field, wrong] of [
      ["dueMeetingId", { dueMeetingId: at.elsewhere }],
      ["dueMeetingId", { dueMeetingId: at.lost }],
      ["dueOn", { dueMeetingId: at.january, dueNextMeeting: "yes" }],
    ] as const)
      expect(await failureOf(enter(who.clerk, { ...typed, ...wrong }))).toMatchObject({
        kind: "invalid",
        fields: { [field]: [expect.any(String)] },
      });
    expect(await db.followUp.count()).toBe(1);
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

  it("may name the meeting at which it is due, or leave it to the next", async () => {
    const id = await found("open");
    const change = (typed: object) =>
      record(who.clerk, id, "reassign", { ownerIds: who.officer.personId, reason: "So.", ...typed });
    await change({ dueMeetingId: at.january });
    expect(await row(id)).toMatchObject({ dueOn: null, dueNextMeeting: false, dueMeetingId: at.january });
    expect(await failureOf(change({ dueMeetingId: at.january, ...day("dueOn", "2016-12-01") }))).toMatchObject({
      fields: { dueOn: [expect.any(String)] },
    });
    await change({});
    expect(await row(id)).toMatchObject({ dueNextMeeting: true, dueMeetingId: at.october });
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
