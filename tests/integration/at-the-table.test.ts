import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { addAttendee, recordAttendance } from "@/server/attendance/commands";
import { seatField } from "@/server/attendance/form";
import { getInTheRoom } from "@/server/attendance/in-the-room";
import { recordMovement, removeMovement } from "@/server/attendance/movements";
import { recordSittings } from "@/server/attendance/sittings";
import { db, inTransaction } from "@/server/db";
import { excludePublic } from "@/server/minutes/exclusion";
import { recordOutcome } from "@/server/minutes/outcome";
import { takeItem } from "@/server/minutes/taking";
import { getProgressReport } from "@/server/progress/queries";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { begin, heldMeeting, write } from "../support/minutes";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createMeeting, createPaper } from "../support/papers";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

let meetingId: string;
let minutesId: string;
let minuteIds: string[];
let itemIds: string[];
beforeEach(async () => {
  await setClock();
  ({ meetingId, itemIds } = await heldMeeting(here.committee, "2016-09-28", [
    { title: "Libraries" },
    { title: "Schools", educationFunction: true },
    { title: "Land" },
  ]));
  ({ minutesId, minuteIds } = await begin(meetingId));
  await attend({ chair: "present", lead: "present", member: "present", coOptee: "present" });
});

const attend = async (kinds: Partial<Record<keyof typeof who, string>>) => {
  const { version } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const typed = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [seatField(who[name as keyof typeof who].personId), kind]),
  );
  await inTransaction((tx) => recordAttendance(tx, who.clerk, { meetingId, version, answers: answersFrom(typed) }));
};
const minuteOf = async (id: string | undefined) => db.minute.findUniqueOrThrow({ where: { id: id ?? "" } });
const decide = (minuteId: string | undefined, typed: Typed, actor: Person = who.clerk) =>
  inTransaction((tx) => recordOutcome(tx, actor, { minutesId, minuteId, answers: answersFrom(typed) }));

describe("who is in the room", () => {
  const note = (minuteId: string | undefined, typed: Typed, actor: Person = who.clerk) =>
    inTransaction((tx) => recordMovement(tx, actor, { meetingId, minuteId, answers: answersFrom(typed) }));
  const counted = async (at: number) => {
    const meeting = { id: meetingId, bodyId: here.committee, date: "2016-09-28" };
    const taken = minuteIds.map((id, index) => ({
      id,
      agendaItemId: itemIds[index] ?? null,
      educationFunction: index === 1,
    }));
    const room = await getInTheRoom(db, meeting, taken, minuteIds[at] ?? "");
    return room && `${room.quorum.counted} of ${room.quorum.needed}`;
  };

  it("is counted for each item: co-optees where they vote, nobody who left or whom an interest keeps away", async () => {
    expect(await Promise.all([0, 1, 2].map(counted))).toEqual(["3 of 3", "4 of 3", "3 of 3"]);
    await note(minuteIds[2], { personId: who.member.personId, kind: "left", at: "10:45" });
    await db.declaration.create({
      data: {
        ...{ meetingId, agendaItemId: itemIds[1] ?? null, personId: who.lead.personId, kind: "general" },
        ...{ effect: "withdraws", publicText: "A governor" },
      },
    });
    expect(await Promise.all([0, 1, 2].map(counted))).toEqual(["3 of 3", "3 of 3", "2 of 3"]);
    expect(await trail(meetingId)).toContain("recordMovement by clerk");
  });

  it("takes down what can follow, and takes it back; nothing for others, or once minutes are published", async () => {
    const left = { personId: who.member.personId, kind: "left" };
    expect(await failureOf(note(minuteIds[0], { personId: who.member.personId, kind: "returned" }))).toMatchObject({
      fields: { kind: ["Note first when they left."] },
    });
    expect(await failureOf(note(minuteIds[0], { personId: who.officer.personId, kind: "left" }))).toMatchObject({
      fields: { personId: [expect.any(String)] },
    });
    expect(await failureOf(note(minuteIds[0], { ...left, at: "quarter" }))).toMatchObject({ kind: "invalid" });
    expect(await codesOf(note(minuteIds[0], left, who.chair))).toEqual(["not-permitted"]);
    expect(await codesOf(note(itemIds[0], left))).toEqual(["not-found"]);
    await note(minuteIds[0], left);
    const { id } = await db.movement.findFirstOrThrow();
    expect(
      await codesOf(inTransaction((tx) => removeMovement(tx, who.clerk, { meetingId, movementId: meetingId }))),
    ).toEqual(["not-found"]);
    await inTransaction((tx) => removeMovement(tx, who.clerk, { meetingId, movementId: id }));
    expect(await db.movement.count()).toBe(0);
    await db.minutes.update({ where: { id: minutesId }, data: { status: "published_draft", audience: "public" } });
    expect(await codesOf(note(minuteIds[0], left))).toEqual(["wrong-status"]);
  });

  it("knows when it sat, and that it cannot end before it began", async () => {
    const sit = async (typed: Typed) => {
      const { version } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
      return inTransaction((tx) => recordSittings(tx, who.clerk, { meetingId, version, answers: answersFrom(typed) }));
    };
    expect(await failureOf(sit({ "start-1": "10:00", "end-1": "09:00" }))).toMatchObject({
      fields: { "end-1": [expect.any(String)] },
    });
    await sit({ "start-1": "10.05", "end-1": "12:15", "note-1": "An interval of ten minutes." });
    expect(await db.meetingSession.findFirst()).toMatchObject({ startTime: "10:05", endTime: "12:15" });
    const stale = inTransaction((tx) =>
      recordSittings(tx, who.clerk, { meetingId, version: 1, answers: answersFrom({}) }),
    );
    expect(await codesOf(stale)).toEqual(["stale"]);
  });
});

describe("how an item is taken", () => {
  const take = async (minuteId: string | undefined, typed: Typed, version?: number) => {
    const at = version ?? (await minuteOf(minuteId)).version;
    await inTransaction((tx) =>
      takeItem(tx, who.clerk, { minutesId, minuteId, version: at, answers: answersFrom(typed) }),
    );
  };

  it("changes the order of the minutes and their numbers, and leaves the agenda's alone", async () => {
    const { version } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    const visitor = { personId: who.cabinet.personId, kind: "in_attendance", under: "SO 54(1)", forMinutes: ["3"] };
    await inTransaction((tx) => addAttendee(tx, who.clerk, { meetingId, version, answers: answersFrom(visitor) }));
    await take(minuteIds[2], { after: "first", startedAt: "10:10" });
    const order = await db.minute.findMany({
      where: { minutesId },
      orderBy: { position: "asc" },
      include: { agendaItem: true },
    });
    expect(order.map(({ headings, number, agendaItem }) => [headings[0], number, agendaItem?.place])).toEqual([
      ["Land", 1, 3],
      ["Libraries", 2, 1],
      ["Schools", 3, 2],
    ]);
    expect(await codesOf(take(minuteIds[2], { after: "first" }, 1))).toEqual(["stale"]);
    // Whoever came for a minute came for the same one under its new number.
    expect(await db.attendance.findFirst({ where: { kind: "in_attendance" } })).toMatchObject({ forMinutes: [1] });
    expect(await failureOf(take(minuteIds[2], { after: "nowhere" }))).toMatchObject({ kind: "invalid" });
  });

  it("excludes the public by a resolution that names item and paragraph, or by law where a paper is confidential", async () => {
    const exclude = async (typed: Typed) => {
      const { version } = await minuteOf(minuteIds[0]);
      return inTransaction((tx) =>
        excludePublic(tx, who.clerk, { minutesId, minuteId: minuteIds[0], version, answers: answersFrom(typed) }),
      );
    };
    expect(await codesOf(take(minuteIds[2], { publicAccess: "excluded" }))).toEqual(["wrong-status"]);
    expect(await codesOf(exclude({}))).toContain("no-item-named");
    expect(await codesOf(exclude({ items: itemIds[2] ?? "" }))).toContain("no-paragraph-named");
    expect(await codesOf(exclude({ items: itemIds[2] ?? "", paragraphs: "3" }))).toContain("differs-from-agenda");
    expect(await db.decision.count()).toBe(0);
    await createPaper(here.committee, {
      meetingId,
      agendaItemId: itemIds[2] ?? "",
      restriction: "exempt",
      paragraphs: [3],
    });
    await exclude({ items: itemIds[2] ?? "" });
    const { text } = await db.decision.findFirstOrThrow();
    expect(text).toContain("item 3 (Land), paragraph 3.");
    expect((await minuteOf(minuteIds[2])).publicAccess).toBe("excluded");
    await take(minuteIds[2], { publicAccess: "exempt_not_discussed" });
    expect((await minuteOf(minuteIds[2])).publicAccess).toBe("exempt_not_discussed");
  });
});

describe("a decision and what follows from it", () => {
  const recommended = {
    kind: "recommendation",
    text: "That the Cabinet be recommended to:\n\n1. keep the vans; and\n2. tell everybody.",
    reason: "They are needed.",
  };

  it("are recorded in one step, in the same words: clauses, somebody's follow-up, and the next report", async () => {
    await decide(minuteIds[0], {
      ...recommended,
      moverId: who.lead.personId,
      seconderId: who.member.personId,
      to: "executive",
      title: "Libraries",
      ownerIds: who.officer.personId,
    });
    expect(await db.decision.findFirst()).toMatchObject({
      moverId: who.lead.personId,
      seconderId: who.member.personId,
    });
    const recommendation = await db.recommendation.findFirstOrThrow({
      include: { clauses: { orderBy: { number: "asc" } } },
    });
    expect(recommendation).toMatchObject({ title: "Libraries", reason: "They are needed.", minuteId: minuteIds[0] });
    expect(recommendation.clauses.map(({ text, recipientId }) => [text, recipientId])).toEqual([
      ["keep the vans; and", here.cabinet],
      ["tell everybody.", here.cabinet],
    ]);
    expect(await db.followUp.findFirst({ include: { owners: true } })).toMatchObject({
      minuteId: minuteIds[0],
      text: recommended.text,
      dueNextMeeting: true,
      owners: [{ personId: who.officer.personId }],
    });
    await createMeeting(here.committee, { slug: "2016-10-11", date: "2016-10-11" });
    const numbered = async () => {
      const { rows } = await getProgressReport(readScope(who.clerk), { body: "our-committee", meeting: "2016-10-11" });
      return rows.map(({ kind, minuteNumber }) => `${minuteNumber} ${kind}`);
    };
    // The number of a minute, and its heading, are the public's once the minutes are.
    expect(await numbered()).toEqual(["null recommendation", "null follow-up"]);
    await db.minutes.update({ where: { id: minutesId }, data: { status: "published_draft", audience: "public" } });
    expect(await numbered()).toEqual(["1 recommendation", "1 follow-up"]);
  });

  it("set a group up with the members it names, on the resolution just recorded", async () => {
    await decide(minuteIds[0], {
      kind: "resolution",
      text: "That a working group look into the vans.",
      groupName: "Vans working group",
      format: "working_group",
      memberIds: [who.lead.personId, who.member.personId],
      inSpite: "The committee wants it now.",
    });
    const group = await db.reviewGroup.findFirstOrThrow({ include: { body: { include: { seats: true } } } });
    expect(group).toMatchObject({
      status: "established",
      agendaItemId: itemIds[0],
      termsOfReference: "That a working group look into the vans.",
    });
    expect(group.body.seats).toHaveLength(2);
  });

  it("leave nothing behind where any part of it is refused, said at the field it is about", async () => {
    const nothing = async () =>
      [
        await db.decision.count(),
        await db.recommendation.count(),
        await db.followUp.count(),
        await db.reviewGroup.count(),
      ].join();
    expect(await failureOf(decide(minuteIds[0], { ...recommended, to: "partner", title: "Vans" }))).toMatchObject({
      fields: { toName: [expect.any(String)] },
    });
    expect(await failureOf(decide(minuteIds[0], { kind: "noted", to: "executive", title: "Vans" }))).toMatchObject({
      fields: { to: [expect.any(String)] },
    });
    expect(await failureOf(decide(minuteIds[0], { kind: "noted", groupName: "Vans" }))).toMatchObject({
      fields: { groupName: [expect.any(String)] },
    });
    expect(await failureOf(decide(minuteIds[0], { kind: "deferral", text: "Later.", newSlot: "none" }))).toMatchObject({
      fields: { newSlot: [expect.any(String)] },
    });
    expect(await failureOf(decide(minuteIds[0], { kind: "noted", ownerIds: who.officer.personId }))).toMatchObject({
      fields: { followUpText: [expect.any(String)] },
    });
    expect(
      await failureOf(
        decide(minuteIds[0], { ...recommended, moverId: who.lead.personId, seconderId: who.lead.personId }),
      ),
    ).toMatchObject({
      fields: { seconderId: [expect.any(String)] },
    });
    const weak = { kind: "recommendation", text: "That the report be noted.", to: "executive", title: "Vans" };
    expect(await codesOf(decide(minuteIds[0], weak))).toContain("weak-clause");
    expect(await codesOf(decide(minuteIds[0], recommended, who.chair))).toEqual(["not-permitted"]);
    await db.meeting.update({
      where: { id: meetingId },
      data: { status: "published", startTime: "10:00", place: "Hall" },
    });
    expect(await codesOf(decide(minuteIds[0], { ...recommended, to: "executive", title: "Vans" }))).toContain(
      "meeting-not-held",
    );
    expect(await nothing()).toBe("0,0,0,0");
  });

  it("take no words from a minute that is not for publication", async () => {
    await write(minutesId, minuteIds[2] ?? "", {
      headings: "Land",
      markdown: "Secret.",
      restriction: "exempt",
      paragraphs: "3",
    });
    const resolved = { kind: "resolution", text: "That the secret land be sold." };
    expect(await failureOf(decide(minuteIds[2], { ...resolved, ownerIds: who.officer.personId }))).toMatchObject({
      fields: { followUpText: [expect.any(String)] },
    });
    expect(
      await failureOf(decide(minuteIds[2], { ...resolved, kind: "recommendation", to: "executive", title: "Land" })),
    ).toMatchObject({ fields: { to: [expect.any(String)] } });
    await decide(minuteIds[2], { ...resolved, ownerIds: who.officer.personId, followUpText: "Write to the county." });
    expect(await db.followUp.findMany({ select: { text: true } })).toEqual([{ text: "Write to the county." }]);
    expect(await db.decision.findFirst()).toMatchObject({ restriction: "exempt" });
  });
});
