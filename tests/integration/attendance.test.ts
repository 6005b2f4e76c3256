import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { addAttendee, recordAttendance, removeAttendee } from "@/server/attendance/commands";
import { declareInterest, withdrawDeclaration } from "@/server/attendance/declarations";
import { getAttendanceDesk } from "@/server/attendance/desk";
import { db, inTransaction, publicDb } from "@/server/db";
import { getQuorumAtStart } from "@/server/meetings/quorum-at-start";
import { getPerson } from "@/server/people/queries";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { begin, heldMeeting } from "../support/minutes";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createMeeting } from "../support/papers";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

let meetingId: string;
let itemId: string;
beforeEach(async () => {
  await setClock();
  const held = await heldMeeting(here.committee, "2016-09-28", [{ title: "Registration" }]);
  meetingId = held.meetingId;
  itemId = held.itemIds[0] ?? "";
});

const seat = (person: Person) => `seat-${person.personId}`;
const version = async () => (await db.meeting.findUniqueOrThrow({ where: { id: meetingId } })).version;
const record = async (typed: Typed, actor: Person = who.clerk, read?: number) => {
  const of = read ?? (await version());
  return inTransaction((tx) => recordAttendance(tx, actor, { meetingId, version: of, answers: answersFrom(typed) }));
};
const add = async (typed: Typed, actor: Person = who.clerk) => {
  const of = await version();
  return inTransaction((tx) => addAttendee(tx, actor, { meetingId, version: of, answers: answersFrom(typed) }));
};
const listed = async () =>
  (await db.attendance.findMany({ where: { meetingId }, orderBy: { position: "asc" }, include: { person: true } })).map(
    ({ person, kind }) => `${person.name} ${kind}`,
  );
const declare = (typed: Typed, actor: Person = who.clerk) =>
  inTransaction((tx) => declareInterest(tx, actor, { meetingId, answers: answersFrom(typed) }));
const interest = (over: Typed = {}) => ({
  personId: who.lead.personId,
  agendaItemId: itemId,
  kind: "disclosable_pecuniary",
  effect: "withdraws",
  publicText: "Owns a farm.",
  ...over,
});
const publishMinutes = async () => {
  const { minutesId } = await begin(meetingId);
  await db.minutes.update({ where: { id: minutesId }, data: { status: "published_draft", audience: "public" } });
};

describe("attendance", () => {
  it("is recorded seat by seat, again in the place of what was, and counted for the quorum", async () => {
    const meeting = { id: meetingId, bodyId: here.committee, date: "2016-09-28" };
    expect(await getQuorumAtStart(db, meeting)).toBeNull();
    await record({ [seat(who.chair)]: "present", [seat(who.lead)]: "present", [seat(who.member)]: "apologies" });
    expect(await getQuorumAtStart(db, meeting)).toEqual({ needed: 3, counted: 2, met: false });
    await record({ [seat(who.chair)]: "present", [seat(who.lead)]: "present", [seat(who.member)]: "present" });
    expect(await getQuorumAtStart(db, meeting)).toEqual({ needed: 3, counted: 3, met: true });
    expect(await listed()).toEqual(["chair present", "lead present", "member present"]);
    expect(await trail(meetingId)).toEqual(Array(2).fill("recordAttendance by clerk"));
  });

  it("takes whoever nothing is said of for present where it is asked to, but for whose seat a substitute has", async () => {
    await record({ [seat(who.member)]: "apologies" });
    await add({ personId: who.elsewhere.personId, kind: "substitute", substituteForId: who.member.personId });
    await record({ [seat(who.lead)]: "absent", others: "yes" });
    const kinds = await listed();
    expect(kinds).toEqual(expect.arrayContaining(["chair present", "lead absent", "coOptee present"]));
    expect(kinds.filter((each) => each.startsWith("member "))).toEqual([]);
  });

  it("has substitutes, who count, and others who do not, and they can be taken off again", async () => {
    await record({ [seat(who.chair)]: "present", [seat(who.lead)]: "present", [seat(who.member)]: "apologies" });
    await add({ personId: who.elsewhere.personId, kind: "substitute", substituteForId: who.member.personId });
    await add({ personId: who.officer.personId, kind: "officer", title: "Head of Registration" });
    await add({ personId: who.cabinet.personId, kind: "in_attendance", under: "Standing Order 54(1)" });
    expect((await listed()).slice(3)).toEqual(["elsewhere substitute", "officer officer", "cabinet in_attendance"]);
    const meeting = { id: meetingId, bodyId: here.committee, date: "2016-09-28" };
    expect(await getQuorumAtStart(db, meeting)).toEqual({ needed: 3, counted: 3, met: true });
    await record({ [seat(who.chair)]: "present" });
    expect((await listed()).length).toBe(4);
    const { id } = await db.attendance.findFirstOrThrow({ where: { kind: "officer" } });
    const of = await version();
    await inTransaction((tx) => removeAttendee(tx, who.clerk, { meetingId, version: of, attendanceId: id }));
    expect((await listed()).length).toBe(3);
  });

  it("says who, as what and for whom", async () => {
    await record({ [seat(who.chair)]: "present" });
    const wrong: [Typed, string][] = [
      [{ kind: "officer" }, "personId"],
      [{ personId: who.chair.personId, kind: "officer" }, "personId"],
      [{ personId: who.officer.personId }, "kind"],
      [{ personId: who.elsewhere.personId, kind: "substitute" }, "substituteForId"],
      [
        { personId: who.elsewhere.personId, kind: "substitute", substituteForId: who.chair.personId },
        "substituteForId",
      ],
    ];
    for (const [typed, field] of wrong)
      expect(await failureOf(add(typed))).toMatchObject({ fields: { [field]: [expect.any(String)] } });
    expect(await failureOf(record({ [seat(who.chair)]: "officer" }))).toMatchObject({ kind: "invalid" });
    expect(await listed()).toEqual(["chair present"]);
  });

  it("is for democratic services, not before the day, not after the minutes are published, and never twice", async () => {
    const typed = { [seat(who.chair)]: "present" };
    for (const actor of [who.chair, who.officer, who.properOfficer])
      expect(await codesOf(record(typed, actor))).toEqual(["not-permitted"]);
    await record(typed);
    expect(await failureOf(record({}, who.clerk, 1))).toMatchObject({
      kind: "stale",
      current: { version: 2, values: { [seat(who.chair)]: "present" } },
    });
    const ahead = await createMeeting(here.committee);
    const early = inTransaction((tx) =>
      recordAttendance(tx, who.clerk, { meetingId: ahead, version: 1, answers: answersFrom({}) }),
    );
    expect(await codesOf(early)).toEqual(["wrong-status"]);
    await publishMinutes();
    expect(await codesOf(record({}))).toEqual(["wrong-status"]);
    expect(await listed()).toEqual(["chair present"]);
    await db.meeting.update({ where: { id: meetingId }, data: { audience: "keepers" } });
    expect(await codesOf(record(typed, who.officer))).toEqual(["not-found"]);
  });

  it("is public with the minutes and not before", async () => {
    await record({ [seat(who.chair)]: "present" });
    expect(await publicDb.attendance.count()).toBe(0);
    await publishMinutes();
    expect(await publicDb.attendance.count()).toBe(1);
  });
});

describe("a declaration of interest", () => {
  it("is recorded with its item, and stands under its minute", async () => {
    const { minuteIds } = await begin(meetingId);
    await declare(interest({ leftAt: "10:45", returnedAt: "11.05", registered: "yes" }));
    expect(await db.declaration.findFirst()).toMatchObject({
      minuteId: minuteIds[0],
      publicText: "Owns a farm.",
      registered: true,
      declaredOn: "2016-09-28",
      leftAt: "10:45",
      returnedAt: "11:05",
    });
    expect(await trail(meetingId)).toEqual(["declare by clerk"]);
  });

  it("that is sensitive keeps whatever was said apart, for its declarer and who keeps the register", async () => {
    await declare(interest({ sensitive: "yes", publicText: "canary words", detail: "canary detail" }));
    await publishMinutes();
    expect(await publicDb.declaration.findMany()).toMatchObject([
      { publicText: "A sensitive interest.", sensitive: true },
    ]);
    expect(JSON.stringify([await publicDb.declaration.findMany(), await db.auditEntry.findMany()])).not.toContain(
      "canary",
    );
    await expect(publicDb.declarationDetail.findMany()).rejects.toThrow();
    const desk = (person: Person) => getAttendanceDesk(person, { id: meetingId });
    expect((await desk(who.lead)).declarations[0]?.detail).toBe("canary detail\ncanary words");
    expect(JSON.stringify(await desk(who.member))).not.toContain("canary");
    expect((await desk(who.clerk)).declarations.length).toBe(1);
  });

  it("is one's own to make before the meeting, and nobody else's", async () => {
    await declare(interest(), who.lead);
    expect(await failureOf(declare(interest(), who.member))).toMatchObject({
      fields: { personId: [expect.any(String)] },
    });
    expect(await codesOf(declare(interest({ personId: who.administrator.personId }), who.administrator))).toEqual([
      "not-permitted",
    ]);
    const { id } = await db.declaration.findFirstOrThrow();
    const withdraw = (actor: Person) =>
      inTransaction((tx) => withdrawDeclaration(tx, actor, { meetingId, declarationId: id }));
    expect(await codesOf(withdraw(who.member))).toEqual(["not-found"]);
    await withdraw(who.lead);
    expect(await db.declaration.count()).toBe(0);
  });

  it("says what was declared, what followed and what the minutes say, and is over with them", async () => {
    const wrong: [Typed, string][] = [
      [{ kind: "" }, "kind"],
      [{ effect: "" }, "effect"],
      [{ publicText: "" }, "publicText"],
      [{ agendaItemId: meetingId }, "agendaItemId"],
      [{ personId: who.elsewhere.personId }, "personId"],
      [{ leftAt: "early" }, "leftAt"],
    ];
    for (const [over, field] of wrong)
      expect(await failureOf(declare(interest(over)))).toMatchObject({ fields: { [field]: [expect.any(String)] } });
    await publishMinutes();
    expect(await codesOf(declare(interest()))).toEqual(["wrong-status"]);
    expect(await db.declaration.count()).toBe(0);
  });
});

it("counts what was held: a meeting that was cancelled or abandoned is held against nobody", async () => {
  await record({ [seat(who.member)]: "present" });
  for (const [status, date] of [
    ["cancelled", "2016-09-01"],
    ["abandoned", "2016-09-02"],
    ["postponed", "2016-09-03"],
  ] as const) {
    const id = await createMeeting(here.committee, { status, date, slug: date });
    await db.attendance.create({ data: { meetingId: id, personId: who.member.personId, kind: "absent" } });
  }
  const { slug } = await db.person.findUniqueOrThrow({ where: { id: who.member.personId } });
  const { meetings } = await getPerson(readScope(who.clerk), slug);
  expect(meetings.map(({ date, attendance }) => [date, attendance?.kind])).toEqual([["2016-09-28", "present"]]);
});
