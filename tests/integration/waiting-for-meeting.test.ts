import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { numberAgenda } from "@/domain/meetings/agenda";
import { db, inTransaction, publicDb } from "@/server/db";
import { createMeeting } from "@/server/meetings/arrangements";
import { bringIn, bringInFields } from "@/server/meetings/bring-in";
import { motionFields, nameMotionMeetings } from "@/server/meetings/motions";
import { listWaitingItems } from "@/server/meetings/waiting-for-meeting";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { emptyDatabase } from "../support/database";
import { failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { type Council, createCouncil, createItem } from "../support/programme";
import { day } from "../support/typed-day";

let at: Council;
let january: string;
beforeEach(async () => {
  await emptyDatabase();
  at = await createCouncil();
  january = at.meetings.january;
  await db.meeting.update({ where: { id: at.meetings.october }, data: { status: "held" } });
  await db.body.update({
    where: { id: at.bodies.committee },
    data: {
      agendaTemplate: [
        { kind: "apologies", title: "Apologies" },
        { kind: "minutes", title: "Minutes", purpose: "To confirm the minutes of {day}." },
        { kind: "matters_raised", title: "Matters raised" },
        { kind: "motions", title: "Motions" },
        { kind: "heading", title: "Scrutiny items" },
        { kind: "work_programme", title: "Work programme" },
        { kind: "ordinary", title: "Changes to it", nested: true },
      ],
    },
  });
});

const bring = async (typed: Typed, more: { actor?: Person; meetingId?: string; version?: number } = {}) => {
  const { meetingId = january, actor = at.people.clerk } = more;
  const version = more.version ?? (await db.meeting.findUniqueOrThrow({ where: { id: meetingId } })).version;
  return inTransaction((tx) => bringIn(tx, actor, { meetingId, version, answers: answersFrom(typed) }));
};
const offered = async (meetingId = january) => {
  const meeting = await db.meeting.findUniqueOrThrow({ where: { id: meetingId }, include: { agenda: true } });
  const isPublished = meeting.publishedAt !== null;
  const scope = readScope(at.people.clerk);
  const fields = await bringInFields(db, scope, { ...meeting, isPublished }, "2016-10-12");
  return Object.fromEntries(fields.flatMap((field) => (field.kind === "several" ? [[field.name, field]] : [])));
};
const agenda = async (meetingId = january) =>
  numberAgenda(await db.agendaItem.findMany({ where: { meetingId } })).map(
    ({ number, item }) => `${number} ${item.title}`,
  );

const followUp = async (over: object = {}) => {
  const { id: authorityId } = await db.authority.create({
    data: { kind: "import", decidedOn: "2016-06-16", statement: "As printed.", audience: "public" },
  });
  return db.followUp.create({
    data: {
      authorityId,
      bodyId: at.bodies.committee,
      text: "Report on the bid.",
      raisedOn: "2016-06-16",
      dueNextMeeting: true,
      audience: "public",
      owners: { create: [{ personId: at.people.officer.personId }] },
      ...over,
    },
  });
};
const motion = (over: object = {}) =>
  db.motion.create({
    data: {
      slug: "hate",
      title: "Hate crime",
      text: "That it be condemned.",
      moverId: at.people.member.personId,
      meetingId: at.meetings.june,
      referredToId: at.bodies.committee,
      audience: "public",
      ...over,
    },
  });
const motions = async (meetingId: string, actor = at.people.clerk) => {
  const meeting = await db.meeting.findUniqueOrThrow({ where: { id: meetingId }, include: { agenda: true } });
  const waiting = await listWaitingItems(db, readScope(actor), meeting, "2016-10-12");
  return waiting.flatMap(({ group, item }) => (group === "motions" ? [item.title] : []));
};

describe("a new meeting", () => {
  it("has the council's standing items with the minutes by link, motions and follow-ups that wait for it, each in its place", async () => {
    await followUp();
    await motion();
    const { slug } = await inTransaction((tx) =>
      createMeeting(tx, at.people.clerk, {
        bodyId: at.bodies.committee,
        answers: answersFrom({ ...day("date", "2016-12-01"), startTime: "10:00", place: "Room 1" }),
      }),
    );
    const meeting = await db.meeting.findFirstOrThrow({ where: { slug }, include: { agenda: true } });
    expect(await agenda(meeting.id)).toEqual([
      "1 Apologies",
      "2 Minutes",
      "3 Matters raised",
      "3(a) Report on the bid",
      "4 Motions",
      "4(a) Hate crime: motion from member",
      "5 Scrutiny items",
      "6 Work programme",
      "6(a) Changes to it",
    ]);
    expect(meeting.agenda.find(({ kind }) => kind === "minutes")).toMatchObject({
      minutesOfId: at.meetings.october,
      purpose: "To confirm the minutes of 11 October 2016.",
    });
    expect(meeting.agenda.every(({ audience }) => audience === "inside")).toBe(true);
    expect(await trail(meeting.id)).toEqual(["create by clerk"]);
  });

  it("that is not the next one has no motion, and no follow-up that is due before", async () => {
    await followUp();
    await motion();
    const { slug } = await inTransaction((tx) =>
      createMeeting(tx, at.people.clerk, {
        bodyId: at.bodies.committee,
        answers: answersFrom({ ...day("date", "2017-02-20") }),
      }),
    );
    const { id } = await db.meeting.findFirstOrThrow({ where: { slug } });
    expect(await db.agendaItem.count({ where: { meetingId: id } })).toBe(7);
  });
});

describe("a motion", () => {
  const HATE = "Hate crime: motion from member";
  const name = async (typed: Typed, more: { actor?: Person; version?: number } = {}) => {
    const version =
      more.version ??
      (await db.meeting.findUniqueOrThrow({ where: { id: january }, select: { version: true } })).version;
    const sent = { meetingId: january, version, answers: answersFrom(typed) };
    return inTransaction((tx) => nameMotionMeetings(tx, more.actor ?? at.people.clerk, sent));
  };

  it("waits for the meeting it names, and for the next one where it names none, or one that is off", async () => {
    const { id } = await motion();
    expect([await motions(january), await motions(at.meetings.march)]).toEqual([[HATE], []]);
    const [field] = await motionFields(
      db,
      readScope(at.people.clerk),
      { id: january, bodyId: at.bodies.committee },
      TODAY,
    );
    expect(field).toMatchObject({
      name: `motion-${id}`,
      label: "Hate crime",
      hint: "Referred on 16 June 2016",
      none: "The next meeting",
      value: null,
      options: [{ label: "11 January 2017" }, { label: "20 March 2017" }],
    });

    await name({ [`motion-${id}`]: at.meetings.march });
    expect([await motions(january), await motions(at.meetings.march)]).toEqual([[], [HATE]]);
    expect(await trail(january)).toEqual(["nameMotions by clerk"]);
    await db.meeting.update({ where: { id: at.meetings.march }, data: { status: "cancelled" } });
    expect(await motions(january)).toEqual([HATE]);
    await name({});
    expect(await db.motion.findUniqueOrThrow({ where: { id } })).toMatchObject({ forMeetingId: null });
  });

  it("waits again when the item it had was withdrawn, or its meeting is off", async () => {
    const { id: motionId } = await motion();
    const item = await db.agendaItem.create({
      data: { bodyId: at.bodies.committee, meetingId: january, position: 1, title: "It", motionId },
    });
    expect(await motions(at.meetings.march)).toEqual([]);
    await db.agendaItem.update({ where: { id: item.id }, data: { withdrawnAt: new Date() } });
    expect(await motions(january)).toEqual([HATE]);
    await db.agendaItem.update({ where: { id: item.id }, data: { withdrawnAt: null } });
    await db.meeting.update({ where: { id: january }, data: { status: "cancelled" } });
    expect(await motions(at.meetings.march)).toEqual([HATE]);
  });

  it("is offered and named only by whom it is open to", async () => {
    await motion({ audience: "keepers", forMeetingId: january });
    expect(await motions(january, at.people.member)).toEqual([]);
    expect(await motions(january)).toEqual(["A motion referred by the Our committee on 16 June 2016"]);
  });

  it("is named by democratic services, for a meeting of the body to come, and once of two", async () => {
    const { id } = await motion();
    const typed = { [`motion-${id}`]: at.meetings.march };
    expect(await failureOf(name(typed, { actor: at.people.member }))).toMatchObject({
      refusal: { code: "not-permitted" },
    });
    for (const wrong of [at.meetings.elsewhere, at.meetings.june, at.meetings.lost])
      expect(await failureOf(name({ [`motion-${id}`]: wrong }))).toMatchObject({
        fields: { [`motion-${id}`]: [expect.any(String)] },
      });
    expect(await db.auditEntry.count()).toBe(0);
    const { version } = await db.meeting.findUniqueOrThrow({ where: { id: january } });
    const both = await Promise.all([1, 2].map(() => failureOf(name(typed, { version }))));
    expect(both.filter((failure) => failure === undefined)).toHaveLength(1);
    await db.meeting.update({ where: { id: january }, data: { audience: "keepers" } });
    expect(await failureOf(name(typed, { actor: at.people.councillor }))).toEqual({ kind: "not-found" });
  });
});

describe("what is waiting for a meeting", () => {
  it("is offered with what every agenda has, what the programme placed there, and what is due; and no more once it is there", async () => {
    const item = await createItem(at, "scheduled", { title: "Coastal paths", meetingId: january });
    await db.programmeItem.update({ where: { id: item }, data: { purpose: "To hear of the paths." } });
    await db.programmeLead.createMany({
      data: [
        { itemId: item, personId: at.people.member.personId, role: "member" },
        { itemId: item, personId: at.people.officer.personId, role: "officer" },
      ],
    });
    await followUp({ dueMeetingId: january });
    await followUp({ text: "Due in March.", dueMeetingId: at.meetings.march });
    await followUp({ text: "Done.", status: "closed", evidence: "It was reported." });
    const { programme, followUps, standing } = await offered();
    expect(standing?.options.length).toBe(7);
    expect(programme?.options).toEqual([{ value: `programme:${item}`, label: "Coastal paths" }]);
    expect(followUps?.options.map(({ label }) => label)).toEqual(["Report on the bid (asked for on 16 June 2016)"]);

    await bring({
      standing: standing?.options.map(({ value }) => value) ?? [],
      programme: [`programme:${item}`],
      followUps: followUps?.options.map(({ value }) => value) ?? [],
    });
    expect((await agenda()).filter((line) => line.includes("("))).toEqual([
      "3(a) Report on the bid",
      "5(a) Coastal paths",
      "6(a) Changes to it",
    ]);
    expect(await db.agendaItem.findFirst({ where: { programmeItemId: item } })).toMatchObject({
      purpose: "To hear of the paths.",
      reporting: "to_follow",
      leadMemberId: at.people.member.personId,
      officerId: at.people.officer.personId,
    });
    expect(await db.programmeItem.findUnique({ where: { id: item } })).toMatchObject({ status: "on_agenda" });
    expect(await trail(january)).toEqual(["bringIn by clerk"]);
    expect(await offered()).toEqual({});
  });

  it("says no more of what is not public than what it is", async () => {
    await followUp({ text: "The child's carers.", audience: "inside" });
    const { followUps } = await offered();
    await bring({ followUps: followUps?.options.map(({ value }) => value) ?? [] });
    expect(await agenda()).toEqual(["1 A matter raised on 16 June 2016"]);
  });

  it("is a supplement on a published agenda, open from then", async () => {
    await db.meeting.update({
      where: { id: january },
      data: { status: "published", publishedAt: new Date("2016-10-01T08:00Z") },
    });
    const { standing } = await offered();
    expect(standing?.value).toEqual([]);
    await bring({ standing: ["standing:0"] });
    expect(await publicDb.agendaItem.findMany({ where: { meetingId: january } })).toMatchObject([
      { title: "Apologies" },
    ]);
    expect(await publicDb.meetingEntry.findMany()).toMatchObject([
      { kind: "supplement", text: "“Apologies” was added." },
    ]);
  });

  it("is democratic services' to bring in, ticked, still waiting, and once of two", async () => {
    const typed = { standing: ["standing:0"] };
    expect(await failureOf(bring({}))).toMatchObject({ fields: { standing: [expect.any(String)] } });
    expect(await failureOf(bring({ standing: ["standing:99"] }))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(bring(typed, { actor: at.people.member }))).toMatchObject({
      refusal: { code: "not-permitted" },
    });
    await db.meeting.update({ where: { id: january }, data: { audience: "keepers" } });
    expect(await failureOf(bring(typed, { actor: at.people.councillor }))).toEqual({ kind: "not-found" });
    expect(await failureOf(bring(typed, { version: 99 }))).toEqual({ kind: "stale" });
    const { version } = await db.meeting.findUniqueOrThrow({ where: { id: january } });
    const both = await Promise.all([1, 2].map(() => failureOf(bring(typed, { version }))));
    expect(both.filter((failure) => failure === undefined)).toHaveLength(1);
    expect(await agenda()).toEqual(["1 Apologies"]);
  });
});
