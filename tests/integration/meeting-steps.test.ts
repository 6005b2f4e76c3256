import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { db, inTransaction, publicDb } from "@/server/db";
import { editArrangements, createMeeting as makeMeeting } from "@/server/meetings/arrangements";
import { meetingSteps } from "@/server/meetings/steps";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createItem, createMeeting } from "../support/papers";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";
import { day } from "../support/typed-day";

beginWithCouncil();
beforeEach(() => setClock());

const status = async (id: string) => (await db.meeting.findUniqueOrThrow({ where: { id } })).status;
type Step = { name: string; reason?: string; typed?: Typed; version?: number; actor?: Person };
const take = async (id: string, { name, reason, typed = {}, version, actor = who.clerk }: Step) => {
  const read = version ?? (await db.meeting.findUniqueOrThrow({ where: { id } })).version;
  return inTransaction((tx) => meetingSteps.take(tx, actor, { id, version: read, name, reason, typed }));
};
const make = (typed: Typed, actor: Person = who.clerk) =>
  inTransaction((tx) => makeMeeting(tx, actor, { bodyId: here.committee, answers: answersFrom(typed) }));
const planned = async () => {
  await make({ ...day("date", "2016-10-25"), startTime: "10:00", place: "Committee Room 1" });
  return (await db.meeting.findFirstOrThrow()).id;
};
const published = (over: { date?: string } = {}) =>
  createMeeting(here.committee, { status: "published", publishedAt: new Date("2016-09-20T08:00:00Z"), ...over });

const attend = async (meetingId: string, present: readonly Person[]) => {
  await db.attendance.createMany({
    data: [who.chair, who.lead, who.member].map(({ personId }) => ({
      meetingId,
      personId,
      kind: present.some((one) => one.personId === personId) ? ("present" as const) : ("apologies" as const),
    })),
  });
};

describe("making a meeting", () => {
  it("puts it into the calendar with the items its agendas always have, and a second on the day ends in -2", async () => {
    await db.body.update({
      where: { id: here.committee },
      data: {
        agendaTemplate: [
          { kind: "apologies", title: "Apologies" },
          { kind: "minutes", title: "Minutes" },
          { kind: "nonsense", title: "Left out" },
        ],
      },
    });
    const last = await createMeeting(here.committee, { date: "2016-06-16", status: "held" });
    const typed = { ...day("date", "2016-10-25"), startTime: "9.30", place: "Committee Room 1" };
    expect(await make(typed)).toEqual({ body: "our-committee", slug: "2016-10-25" });
    const made = await Promise.all([make(typed), make(typed)]);
    expect(made.map(({ slug }) => slug).sort()).toEqual(["2016-10-25-2", "2016-10-25-3"]);
    const meeting = await db.meeting.findFirstOrThrow({ where: { slug: "2016-10-25" }, include: { agenda: true } });
    expect(meeting).toMatchObject({ status: "planned", audience: "inside", startTime: "09:30" });
    expect(meeting.agenda.map(({ title, place, minutesOfId }) => [title, place, minutesOfId])).toEqual([
      ["Apologies", 1, null],
      ["Minutes", 2, last],
    ]);
    expect(await trail(meeting.id)).toEqual(["create by clerk"]);
  });

  it("is for democratic services, wants a day, and a time that is one", async () => {
    const typed = day("date", "2016-10-25");
    for (const actor of [who.officer, who.chair, who.administrator])
      expect(await codesOf(make(typed, actor))).toEqual(["not-permitted"]);
    expect(await failureOf(make({}))).toMatchObject({ fields: { date: ["Give the day of the meeting."] } });
    expect(await failureOf(make({ ...typed, startTime: "10 am" }))).toMatchObject({ kind: "invalid" });
    expect(await db.meeting.count()).toBe(0);
  });
});

describe("when and where", () => {
  const edit = (meetingId: string, version: number, typed: Typed, actor: Person = who.clerk) =>
    inTransaction((tx) => editArrangements(tx, actor, { meetingId, version, answers: answersFrom(typed) }));

  it("changes freely with its address while nobody outside knows of it", async () => {
    const id = await planned();
    expect(await edit(id, 1, { ...day("date", "2016-11-08"), startTime: "14:00" })).toBe("2016-11-08");
    expect(await db.meeting.findFirst()).toMatchObject({ date: "2016-11-08", startTime: "14:00", place: null });
    expect(await trail(id)).toEqual(["create by clerk", "arrange by clerk"]);
  });

  it("changes by a dated entry once it is published, and stays complete", async () => {
    const id = await published();
    await edit(id, 1, { startTime: "10:30", place: "Committee Room 2", ...day("date", "2016-12-01") });
    expect(await publicDb.meeting.findFirst()).toMatchObject({ date: "2016-10-11", place: "Committee Room 2" });
    expect(await publicDb.meetingEntry.findMany()).toMatchObject([
      {
        kind: "changed_arrangements",
        text: "The meeting is now at 10.30 am, Committee Room 2; it was to be at 10.00 am, Committee Room 1.",
      },
    ]);
    expect(await failureOf(edit(id, 2, { startTime: "10:30" }))).toMatchObject({
      fields: { place: [expect.any(String)] },
    });
    expect(await failureOf(edit(id, 2, { place: "Room" }))).toMatchObject({
      fields: { startTime: [expect.any(String)] },
    });
  });

  it("is refused to others, stale with what stands there, not found where hidden, and over with the meeting", async () => {
    const id = await planned();
    expect(await codesOf(edit(id, 1, day("date", "2016-11-08"), who.chair))).toEqual(["not-permitted"]);
    await edit(id, 1, { ...day("date", "2016-11-08"), place: "Room 5" });
    expect(await failureOf(edit(id, 1, day("date", "2016-11-09")))).toMatchObject({
      kind: "stale",
      current: { version: 2, values: { place: "Room 5" } },
    });
    await db.meeting.update({ where: { id }, data: { audience: "keepers" } });
    expect(await codesOf(edit(id, 2, day("date", "2016-11-09"), who.officer))).toEqual(["not-found"]);
    await db.meeting.update({ where: { id }, data: { status: "cancelled", audience: "public" } });
    expect(await codesOf(edit(id, 2, day("date", "2016-11-09")))).toEqual(["wrong-status"]);
  });
});

describe("the steps of a meeting", () => {
  it("convenes it: the public knows of it, and notice is counted from this day", async () => {
    const id = await planned();
    expect(await publicDb.meeting.count()).toBe(0);
    await take(id, { name: "convene" });
    expect(await publicDb.meeting.findFirst()).toMatchObject({ status: "convened", convenedOn: "2016-10-03" });
    expect(await trail(id)).toEqual(["create by clerk", "convene by clerk"]);
  });

  it("convenes one whose day has passed only with a reason", async () => {
    const id = await planned();
    await setClock("2016-10-26");
    expect(await codesOf(take(id, { name: "convene" }))).toEqual(["needs-reason", "day-has-passed"]);
    await take(id, { name: "convene", reason: "Convened on paper in August." });
    expect(await status(id)).toBe("convened");
  });

  it("postpones a published one with its reason and convenes it again on another day, both said in public", async () => {
    const id = await published();
    expect(await codesOf(take(id, { name: "postpone" }))).toEqual(["needs-reason"]);
    await take(id, { name: "postpone", reason: "The chair is ill." });
    await take(id, {
      name: "convene",
      typed: { ...day("date", "2016-10-25"), startTime: "14:00", place: "Committee Room 2" },
    });
    expect(await publicDb.meeting.findFirst()).toMatchObject({
      status: "convened",
      slug: "2016-10-11",
      date: "2016-10-25",
      startTime: "14:00",
    });
    expect(
      (await publicDb.meetingEntry.findMany({ orderBy: { id: "asc" } })).map(({ kind, text }) => [kind, text]),
    ).toEqual([
      ["postponed", "The meeting of Tuesday 11 October 2016 was postponed. Its new day is said here once it is fixed."],
      [
        "changed_arrangements",
        "The meeting is now on Tuesday 25 October 2016, 2.00 pm, Committee Room 2. It was to be on Tuesday 11 October 2016, 10.00 am, Committee Room 1.",
      ],
    ]);
  });

  it("cancels it from any status before it is held, with a reason that stays inside", async () => {
    for (const before of ["planned", "convened", "published", "postponed"] as const) {
      const id = await createMeeting(here.committee, {
        status: before,
        slug: before,
        publishedAt: before === "published" ? new Date("2016-09-20T08:00:00Z") : null,
      });
      expect(await codesOf(take(id, { name: "cancel" }))).toEqual(["needs-reason"]);
      await take(id, { name: "cancel", reason: "No business." });
      expect(await status(id)).toBe("cancelled");
    }
    // The public hears of it also where the agenda was not out.
    expect((await publicDb.meetingEntry.findMany()).map(({ kind, text }) => [kind, text])).toEqual(
      Array(4).fill(["cancelled", "The meeting of Tuesday 11 October 2016 was cancelled."]),
    );
  });

  it("records it as held with its quorum and its sitting, which is what resolutions rest on", async () => {
    const id = await published({ date: "2016-09-28" });
    await attend(id, [who.chair, who.lead, who.member]);
    const { steps } = await meetingSteps.offer(who.clerk, id);
    expect(steps.find(({ name }) => name === "recordHeld")?.fields[0]).toMatchObject({ name: "quorate", value: "yes" });
    await take(id, { name: "recordHeld", typed: { quorate: "yes", endTime: "12:45" } });
    expect(await publicDb.meeting.findFirst()).toMatchObject({ status: "held", quorate: true });
    expect(await publicDb.meetingSession.findFirst()).toMatchObject({
      number: 1,
      startTime: "10:00",
      endTime: "12:45",
    });
    expect(await db.auditEntry.findFirst({ where: { action: "meeting.recordHeld" } })).toMatchObject({
      happenedOn: "2016-09-28",
    });
  });

  it("points out what is missing of one that is to be recorded as held", async () => {
    const id = await published({ date: "2016-09-28" });
    expect(await codesOf(take(id, { name: "recordHeld" }))).toEqual(["needs-reason", "attendance-not-recorded"]);
    await attend(id, [who.chair]);
    expect(await codesOf(take(id, { name: "recordHeld" }))).toEqual(["needs-reason", "inquorate-from-the-start"]);
    await take(id, { name: "recordHeld", reason: "It went on without." });
    expect(await db.meeting.findFirst()).toMatchObject({ status: "held", quorate: false });
  });

  it("refuses one that is still to come, held or abandoned", async () => {
    const id = await published();
    expect(await codesOf(take(id, { name: "recordHeld", reason: "x" }))).toContain("before-its-day");
    expect(await codesOf(take(id, { name: "abandon", reason: "x" }))).toContain("before-its-day");
    expect(await status(id)).toBe("published");
    expect(await trail(id)).toEqual([]);
  });

  it("records one as abandoned for want of a quorum, and doubts it where there was one", async () => {
    const id = await published({ date: "2016-09-28" });
    await attend(id, [who.chair]);
    await take(id, { name: "abandon", reason: "Only the chair came." });
    expect(await db.meeting.findFirst()).toMatchObject({ status: "abandoned", quorate: false });
    const other = await createMeeting(here.committee, { status: "convened", date: "2016-09-20" });
    await attend(other, [who.chair, who.lead, who.member]);
    expect(await codesOf(take(other, { name: "abandon", reason: "" }))).toContain("quorate-at-the-start");
  });

  it("leaves publishing to its own form, where time, place and agenda are hard", async () => {
    const id = await createMeeting(here.committee, { startTime: null, place: null });
    await createItem(here.committee, id);
    const { steps } = await meetingSteps.offer(who.clerk, id);
    expect(steps.find(({ name }) => name === "publish")?.elsewhere).toBe(
      "/office/meetings/our-committee/2016-10-11/publication",
    );
    expect(steps.find(({ name }) => name === "publish")?.blockedBy.map(({ code }) => code)).toEqual([
      "no-time",
      "no-place",
    ]);
    expect(await codesOf(take(id, { name: "publish", reason: "x" }))).toEqual(["not-found"]);
  });

  it("is refused to everybody else, and not found where it is hidden", async () => {
    const id = await planned();
    for (const actor of [who.officer, who.chair, who.properOfficer, who.administrator, who.scrutinyOfficer]) {
      expect((await meetingSteps.offer(actor, id).catch(() => ({ steps: [] }))).steps).toEqual([]);
      expect(["not-permitted", "not-found"]).toContain((await codesOf(take(id, { name: "convene", actor })))[0]);
    }
    await db.meeting.update({ where: { id }, data: { audience: "keepers" } });
    expect(await codesOf(take(id, { name: "convene", actor: who.member }))).toEqual(["not-found"]);
    expect(await trail(id)).toEqual(["create by clerk"]);
  });

  it("of an older version is stale, and of two at once one is taken", async () => {
    const id = await planned();
    const both = await Promise.all([
      failureOf(take(id, { name: "convene", version: 1 })),
      failureOf(take(id, { name: "cancel", reason: "No business.", version: 1 })),
    ]);
    expect(both.filter((failure) => failure === undefined).length).toBe(1);
    expect(both.find((failure) => failure !== undefined)).toMatchObject({ kind: "stale" });
  });
});
