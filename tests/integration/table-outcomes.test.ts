import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { recordAttendance } from "@/server/attendance/commands";
import { seatField } from "@/server/attendance/form";
import { db, inTransaction } from "@/server/db";
import { writeSheet } from "@/server/decision-sheets/queries";
import { bringInFields } from "@/server/meetings/bring-in";
import { recordOutcome } from "@/server/minutes/outcome";
import { listItemHistory } from "@/server/programme/item-history";
import { getProgressReport } from "@/server/progress/queries";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { begin, heldMeeting, write } from "../support/minutes";
import { codesOf, failureOf } from "../support/outcomes";
import { createMeeting } from "../support/papers";
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
    { title: "Schools" },
    { title: "Land" },
  ]));
  ({ minutesId, minuteIds } = await begin(meetingId));
  const present = Object.fromEntries(
    [who.chair, who.lead, who.member].map(({ personId }) => [seatField(personId), "present"]),
  );
  const { version } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  await inTransaction((tx) => recordAttendance(tx, who.clerk, { meetingId, version, answers: answersFrom(present) }));
});

const decide = (minuteId: string | undefined, typed: Typed, actor: Person = who.clerk) =>
  inTransaction((tx) => recordOutcome(tx, actor, { minutesId, minuteId, answers: answersFrom(typed) }));

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

  it("go to several at once, each clause to its own, and say of each which clause is left or stands twice", async () => {
    const several = {
      kind: "recommendation",
      text: "That:\n(a) the Cabinet keep the vans;\n(b) the bus company run them;\n(c) the Council pay; and\n(d) the Cabinet tell everybody.",
      reason: "They are needed.",
      to: "executive",
      title: "Libraries",
    };
    const bus = { clauses2: "b", to2: "partner", toName2: "First Bus" };
    const council = { clauses3: "(c)", to3: "committee", toBody3: here.other };
    const wrong = [
      [{ clauses2: "(b) and (e)", to2: "partner", toName2: "First Bus" }, "clauses2"],
      [{ to2: "partner", toName2: "First Bus" }, "clauses2"],
      [{ clauses2: "b", toName2: "First Bus" }, "to2"],
      [{ clauses2: "b", to2: "partner" }, "toName2"],
      [{ ...bus, ...council, clauses3: "b, c" }, "clauses3"],
      [{ ...bus, to: "" }, "to"],
      [{ to: "", toName: "First Bus" }, "to"],
      [{ ...bus, clauses2: "a to d" }, "to"],
    ] as const;
    for (const [typed, field] of wrong)
      expect(await failureOf(decide(minuteIds[0], { ...several, ...typed })), JSON.stringify(typed)).toMatchObject({
        fields: { [field]: [expect.any(String)] },
      });
    expect(await db.decision.count()).toBe(0);
    await decide(minuteIds[0], { ...several, ...bus, ...council });
    const clauses = await db.recommendationClause.findMany({ orderBy: { number: "asc" } });
    expect(clauses.map(({ number, recipientId, recipientName }) => [number, recipientId ?? recipientName])).toEqual([
      [1, here.cabinet],
      [2, "First Bus"],
      [3, here.other],
      [4, here.cabinet],
    ]);
    expect(await db.recommendation.count()).toBe(1);
    const [line] = await writeSheet(db, meetingId);
    expect(line?.decisions[0]?.to).toBe(
      "The cabinet (clauses 1, 4), First Bus (clause 2), Another committee (clause 3)",
    );
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

  it("give an item that is deferred its new place: the minute is its authority, and the agenda there waits for it", async () => {
    const { id: programmeId } = await db.programme.create({
      data: { bodyId: here.committee, year: "2016/17" },
    });
    const item = await db.programmeItem.create({
      data: {
        ...{ programmeId, bodyId: here.committee, title: "Land", type: "progress", status: "on_agenda" },
        ...{ audience: "public", slotKind: "meeting", meetingId },
      },
    });
    await db.agendaItem.update({ where: { id: itemIds[2] ?? "" }, data: { programmeItemId: item.id } });
    const next = { date: "2016-10-11", bodyId: here.committee };
    const nextId = await createMeeting(here.committee, { slug: next.date, date: next.date, status: "convened" });

    const deferred = { kind: "deferral", text: "That this wait for the survey.", newSlot: nextId };
    expect(await codesOf(decide(minuteIds[2], deferred, who.chair))).toEqual(["not-permitted"]);
    expect(await failureOf(decide(minuteIds[0], deferred))).toMatchObject({
      fields: { newSlot: [expect.any(String)] },
    });
    expect(await failureOf(decide(minuteIds[2], { ...deferred, newSlot: meetingId }))).toMatchObject({
      kind: "invalid",
    });
    expect(await db.programmeItem.findFirst()).toMatchObject({ meetingId, deferrals: 0, version: 1 });

    await decide(minuteIds[2], { ...deferred, reason: "The survey is late." });
    expect(await db.programmeItem.findFirst()).toMatchObject({ status: "scheduled", meetingId: nextId, deferrals: 1 });
    const [line] = await listItemHistory(readScope(who.member), item.id);
    expect(line).toMatchObject({
      verb: "deferTo",
      deferral: true,
      from: "Wednesday 28 September 2016",
      to: "Tuesday 11 October 2016",
      reason: "The survey is late.",
      ground: { kind: "resolution", minute: { number: 3, on: "2016-09-28" } },
    });
    expect(line?.happenedOn).toBe("2016-09-28");
    const waiting = await bringInFields(
      db,
      readScope(who.clerk),
      { ...next, id: nextId, agenda: [], isPublished: false },
      "2016-10-03",
    );
    expect(waiting.find(({ name }) => name === "programme")).toMatchObject({
      options: [{ label: "Land" }],
      value: [`programme:${item.id}`],
    });
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
