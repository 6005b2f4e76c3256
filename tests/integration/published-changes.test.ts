import { describe, expect, it } from "vitest";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { urgencyWords } from "@/domain/meetings/urgency";
import { db, inTransaction, publicDb } from "@/server/db";
import { addAgendaItem, editAgendaItem } from "@/server/meetings/agenda-items";
import { listReportUnderItem } from "@/server/meetings/agenda-papers";
import { publishErratum } from "@/server/meetings/errata";
import { recordIndication } from "@/server/meetings/indications";
import { previewPublication } from "@/server/meetings/publication-preview";
import { hashOf } from "@/server/meetings/publication-snapshot";
import { getMeeting } from "@/server/meetings/queries";
import { addSession } from "@/server/meetings/sessions";
import { meetingSteps } from "@/server/meetings/steps";
import { recordUrgency } from "@/server/meetings/urgency";
import { startMinutes } from "@/server/minutes/start";
import { takeDownPaper } from "@/server/papers/commands";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { failureOf, trail } from "../support/outcomes";
import { createFile, createMeeting } from "../support/papers";
import { setClock, TODAY } from "../support/people";
import {
  beginWithMeeting,
  committee,
  desk,
  item,
  meeting,
  member,
  paper,
  publish,
  version,
} from "../support/publication";
import { day } from "../support/typed-day";

beginWithMeeting();

const HERE = { body: "people-and-communities", meeting: "2016-10-11" };
const inPublic = () => getMeeting(PUBLIC_SCOPE, HERE, TODAY);
const snapshots = () => publicDb.publication.findMany({ orderBy: { number: "asc" } });
const correct = (typed: Typed, actor = desk) =>
  inTransaction((tx) => publishErratum(tx, actor, { meetingId: meeting, answers: answersFrom(typed) }));
const adjourn = async (typed: Typed, more: { actor?: typeof desk; version?: number } = {}) => {
  const read = more.version ?? (await version());
  return inTransaction((tx) =>
    addSession(tx, more.actor ?? desk, { meetingId: meeting, version: read, answers: answersFrom(typed) }),
  );
};
const NEXT_WEEK = { ...day("date", "2016-10-18"), startTime: "14:00", place: "Room 2", note: "The budget was left." };

describe("the preview of an agenda", () => {
  const look = async (actor = desk) =>
    previewPublication(actor, {
      ...{ id: meeting, slug: HERE.meeting, body: { slug: HERE.body } },
      version: await version(),
    });
  const read = ({ agenda, papers, status }: Awaited<ReturnType<typeof inPublic>>) => ({
    status,
    papers: papers.length,
    agenda: agenda.map(({ number, title, papers }) => [
      number,
      title,
      papers.map((on) => [on.title, on.file?.mediaType]),
    ]),
  });

  it("is what the public reads once it is published, and publishes nothing", async () => {
    await createFile(committee, await paper({ title: "Revenue budget" }));
    const secret = { restriction: "exempt" as const, paragraphs: [3], restrictionSignedById: desk.personId };
    await createFile(committee, await paper({ ...secret, title: "Appendix 3", position: 2 }));
    const before = await version();
    const seen = read((await look()).meeting);
    expect(seen.agenda).toEqual([
      [
        "1",
        "Budget monitoring",
        [
          ["Revenue budget", "application/pdf"],
          ["Appendix 3", undefined],
        ],
      ],
    ]);
    expect(await version()).toBe(before);
    expect(await db.publication.count()).toBe(0);
    expect(await db.auditEntry.count()).toBe(0);
    expect((await inPublic()).agenda).toEqual([]);
    await publish({ reason: "No reason is recorded yet." });
    expect(read(await inPublic())).toEqual(seen);
  });

  it("is not for others, and not while something stops the publication", async () => {
    expect(await failureOf(look(member))).toMatchObject({ refusal: { code: "not-permitted" } });
    await paper({ restriction: "exempt", paragraphs: [3] });
    expect(await failureOf(look())).toMatchObject({ refusal: { code: "against-rule" } });
  });
});

describe("what changes after publication", () => {
  it("is a snapshot of its own each time, with a hash that what is read back still has", async () => {
    await publish();
    await inTransaction((tx) =>
      addAgendaItem(tx, desk, { meetingId: meeting, answers: answersFrom({ title: "Coastal paths" }) }),
    );
    const { version: read } = await db.agendaItem.findUniqueOrThrow({ where: { id: item } });
    await inTransaction((tx) =>
      editAgendaItem(tx, desk, {
        meetingId: meeting,
        itemId: item,
        version: read,
        answers: answersFrom({ title: "Budget" }),
      }),
    );
    const kept = await snapshots();
    expect(kept.map(({ number, byId }) => [number, byId])).toEqual([1, 2, 3].map((number) => [number, desk.personId]));
    expect(kept.every(({ hash, snapshot }) => hash === hashOf(snapshot))).toBe(true);
    expect(new Set(kept.map(({ hash }) => hash)).size).toBe(3);
    const titles = kept.map(({ snapshot }) =>
      (snapshot as { agenda: { title: string }[] }).agenda.map((on) => on.title),
    );
    expect(titles).toEqual([
      ["Budget monitoring"],
      ["Budget monitoring", "Coastal paths"],
      ["Budget", "Coastal paths"],
    ]);
    expect((await inPublic()).entries.map(({ kind }) => kind)).toEqual(["erratum", "supplement"]);
  });

  it("is nothing while nobody outside has read it", async () => {
    await inTransaction((tx) =>
      addAgendaItem(tx, desk, { meetingId: meeting, answers: answersFrom({ title: "Coastal paths" }) }),
    );
    expect(await db.meetingEntry.count()).toBe(0);
    expect(await db.publication.count()).toBe(0);
  });

  it("of two at once gives each its own number", async () => {
    await publish();
    const one = (title: string) =>
      inTransaction((tx) => addAgendaItem(tx, desk, { meetingId: meeting, answers: answersFrom({ title }) }));
    await Promise.all([one("A"), one("B")]);
    expect((await snapshots()).map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

describe("an erratum", () => {
  const SAID = { wrong: "Paragraph 2.1 said 2.11 to 2.16", right: "It is 2.12 to 2.16." };

  it("says what is right and what was wrong, about an item or the whole agenda", async () => {
    await publish();
    await correct({ ...SAID, itemId: item });
    await correct(SAID);
    const text = "Correction: It is 2.12 to 2.16. It said: Paragraph 2.1 said 2.11 to 2.16.";
    const entries = await publicDb.meetingEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries).toMatchObject([
      { kind: "erratum", text, agendaItemId: item },
      { kind: "erratum", text, agendaItemId: null },
    ]);
    expect(await snapshots()).toHaveLength(3);
    expect(await trail(meeting)).toEqual([
      "publish by Helen Whitby",
      ...Array(2).fill("publishErratum by Helen Whitby"),
    ]);
  });

  it("wants both, a published agenda, and democratic services", async () => {
    expect(await failureOf(correct(SAID))).toMatchObject({ refusal: { code: "wrong-status" } });
    await publish();
    expect(await failureOf(correct({ wrong: "x" }))).toMatchObject({ fields: { right: [expect.any(String)] } });
    expect(await failureOf(correct({ right: "x" }))).toMatchObject({ fields: { wrong: [expect.any(String)] } });
    expect(await failureOf(correct(SAID, member))).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await failureOf(correct({ ...SAID, itemId: meeting }))).toMatchObject({ kind: "not-found" });
    await db.meeting.update({ where: { id: meeting }, data: { audience: "keepers" } });
    expect(await failureOf(correct(SAID, member))).toEqual({ kind: "not-found" });
    expect(await db.meetingEntry.count()).toBe(0);
  });
});

describe("what is said of a paper that is taken down", () => {
  it("closes with it, in public and in the office, and so does every snapshot that names it", async () => {
    await publish();
    const { id: reportId } = await db.report.create({
      data: { slug: "x", title: "Somebody's address", bodyId: committee, status: "draft" },
    });
    await inTransaction((tx) => listReportUnderItem(tx, desk, { meetingId: meeting, itemId: item, reportId }));
    const paper = await db.paper.findFirstOrThrow();
    expect((await inPublic()).entries).toMatchObject([{ text: "“Somebody's address” was added." }]);
    await setClock("2016-10-04");
    await inTransaction((tx) =>
      takeDownPaper(tx, desk, { paperId: paper.id, version: paper.version, reason: "Personal" }),
    );
    const said = [await inPublic(), await getMeeting(readScope(member), HERE, TODAY)];
    for (const { entries } of said) expect(entries.map(({ kind }) => kind)).toEqual(["takedown"]);
    // Whatever is done with the meeting afterwards.
    await inTransaction((tx) =>
      addAgendaItem(tx, desk, { meetingId: meeting, answers: answersFrom({ title: "Coastal paths" }) }),
    );
    await db.meeting.update({ where: { id: meeting }, data: { audience: "inside" } });
    await db.meeting.update({ where: { id: meeting }, data: { audience: "public" } });
    const open = JSON.stringify([await publicDb.meetingEntry.findMany(), await snapshots()]);
    expect(open).not.toContain("address");
    expect(open).toContain("Coastal paths");
  });
});

describe("a further session", () => {
  it("is said in public with its day, time, place and why, beside the first", async () => {
    await publish();
    await adjourn(NEXT_WEEK);
    const { sessions, entries } = await inPublic();
    expect(sessions).toMatchObject([
      { number: 1, date: "2016-10-11", startTime: "10:00", place: "Committee Room 1" },
      { number: 2, date: "2016-10-18", startTime: "14:00", place: "Room 2", note: "The budget was left." },
    ]);
    expect(entries).toMatchObject([
      {
        kind: "further_session",
        text: "The meeting was adjourned and goes on on Tuesday 18 October 2016, 2.00 pm, Room 2. The budget was left.",
      },
    ]);
    expect(await trail(meeting)).toEqual(["publish by Helen Whitby", "addSession by Helen Whitby"]);
  });

  it("is refused where nothing was published, before the last one, with a field missing, to others, and once of two", async () => {
    expect(await failureOf(adjourn(NEXT_WEEK))).toMatchObject({ refusal: { code: "wrong-status" } });
    await publish();
    for (const field of ["date-day", "startTime", "place", "note"])
      expect(await failureOf(adjourn({ ...NEXT_WEEK, [field]: "" }))).toMatchObject({ kind: "invalid" });
    const before = { ...NEXT_WEEK, ...day("date", "2016-10-10") };
    expect(await failureOf(adjourn(before))).toMatchObject({ fields: { date: [expect.any(String)] } });
    expect(await failureOf(adjourn(NEXT_WEEK, { actor: member }))).toMatchObject({
      refusal: { code: "not-permitted" },
    });
    expect(await db.meetingSession.count()).toBe(0);
    const read = await version();
    const both = await Promise.all([1, 2].map(() => failureOf(adjourn(NEXT_WEEK, { version: read }))));
    expect(both.filter((failure) => failure === undefined)).toHaveLength(1);
    expect(await db.meetingSession.count()).toBe(2);
  });
});

describe("the opinion that an item is urgent", () => {
  const URGENT = { urgency: "The bid closes on Friday." };
  const record = async (typed: Typed, actor = desk) => {
    const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id: item } });
    return inTransaction((tx) =>
      recordUrgency(tx, actor, { meetingId: meeting, itemId: item, version, answers: answersFrom(typed) }),
    );
  };

  it("is recorded with whose it is and when, is public, and opens the item's minute", async () => {
    await publish();
    await setClock("2016-10-12");
    await record({ ...URGENT, urgencyById: member.personId });
    expect((await inPublic()).agenda[0]).toMatchObject({ ...URGENT, urgencyBy: { name: "Ros Kayes" } });
    expect(await db.agendaItem.findFirst()).toMatchObject({ urgencyAt: new Date("2016-10-12T08:00:00Z") });
    await inTransaction((tx) => startMinutes(tx, desk, { meetingId: meeting }));
    const minuted = async () => (await db.minuteText.findFirstOrThrow()).markdown;
    expect(await minuted()).toBe(
      "Ros Kayes, who presided, was of the opinion that this item should be considered as a matter of urgency, by reason of special circumstances: The bid closes on Friday.",
    );
    await record({ urgency: "It closes on Thursday.", urgencyById: member.personId });
    expect(await minuted()).toContain("It closes on Thursday.\n\nRos Kayes");
  });

  it("is nobody's before the meeting, and wants the person who presided and the circumstances", async () => {
    const said = { ...URGENT, urgencyById: member.personId };
    await publish();
    expect(await failureOf(record(said))).toMatchObject({ refusal: { code: "wrong-status" } });
    await setClock("2016-10-11");
    expect(await failureOf(record(URGENT))).toMatchObject({ fields: { urgencyById: [expect.any(String)] } });
    expect(await failureOf(record({ urgencyById: desk.personId, ...URGENT }))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(record({ ...said, urgency: "" }))).toMatchObject({
      fields: { urgency: [expect.any(String)] },
    });
    expect(await failureOf(record(said, member))).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await db.agendaItem.findFirst()).toMatchObject({ urgency: null, urgencyById: null });
  });
});

describe("what is said of urgency before the meeting", () => {
  const SAID = {
    indicated: "The bid closes on Friday.",
    ...day("indicatedOn", "2016-10-03"),
    indicatedTo: "Helen Whitby",
  };
  const said = () => ({ ...SAID, indicatedById: member.personId });
  const add = (typed: Typed) =>
    inTransaction((tx) =>
      addAgendaItem(tx, desk, {
        meetingId: meeting,
        answers: answersFrom({ title: "A bid", kind: "urgent", ...typed }),
      }),
    );
  const record = async (typed: Typed, more: { actor?: typeof desk; version?: number } = {}) => {
    const read = more.version ?? (await db.agendaItem.findUniqueOrThrow({ where: { id: item } })).version;
    const sent = { meetingId: meeting, itemId: item, version: read, answers: answersFrom(typed) };
    return inTransaction((tx) => recordIndication(tx, more.actor ?? desk, sent));
  };
  const minuted = async (agendaItemId: string) =>
    (await db.minuteText.findFirstOrThrow({ where: { minute: { agendaItemId } } })).markdown;

  it("comes with a late item, is public as to be confirmed, stands so in the minutes, and gives way to the opinion", async () => {
    await publish();
    const id = await add(said());
    const late = (await inPublic()).agenda.find((each) => each.id === id);
    expect(late && urgencyWords(late)).toMatch(
      /^To be confirmed at the meeting: Ros Kayes, who is to preside, told Helen Whitby on 3 October 2016 .* Friday.$/,
    );
    expect((await inPublic()).entries.map(({ text }) => text)).toEqual([
      "“A bid” was added. Whoever is to preside thinks it urgent, which is to be confirmed at the meeting.",
    ]);
    expect(JSON.stringify((await snapshots()).at(-1)?.snapshot)).toContain("The bid closes on Friday.");

    await setClock("2016-10-12");
    await inTransaction((tx) => startMinutes(tx, desk, { meetingId: meeting }));
    expect(await minuted(id)).toBe(
      "To be confirmed: Ros Kayes, who presided, was of the opinion that this item should be considered as a matter of urgency, by reason of special circumstances: The bid closes on Friday.",
    );
    const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id } });
    const opinion = answersFrom({ urgency: "It closes on Thursday.", urgencyById: member.personId });
    await inTransaction((tx) => recordUrgency(tx, desk, { meetingId: meeting, itemId: id, version, answers: opinion }));
    expect(await minuted(id)).toMatch(/^Ros Kayes, who presided, was .*: It closes on Thursday.$/);
  });

  it("is recorded of an item that is there, told in public, taken back, and recorded in its history", async () => {
    await publish();
    await record(said());
    expect((await inPublic()).agenda[0]).toMatchObject({
      indicated: SAID.indicated,
      indicatedBy: { name: "Ros Kayes" },
    });
    await record({});
    expect((await inPublic()).agenda[0]).toMatchObject({ indicated: null, indicatedBy: null, indicatedOn: null });
    expect((await inPublic()).entries.map(({ text }) => text)).toEqual([
      "It is no longer said to be urgent.",
      "Whoever is to preside thinks it urgent, which is to be confirmed at the meeting.",
    ]);
    expect((await trail(meeting)).slice(-2)).toEqual([
      "recordIndication by Helen Whitby",
      "recordIndication by Helen Whitby",
    ]);
  });

  it("wants who may preside, why, a day that has come and to whom; democratic services; and once of two", async () => {
    await publish();
    for (const [field, wrong] of [
      ["indicatedById", { indicatedById: desk.personId }],
      ["indicatedById", { indicatedById: "" }],
      ["indicated", { indicated: "" }],
      ["indicatedOn", day("indicatedOn", "2016-10-04")],
      ["indicatedTo", { indicatedTo: " " }],
    ] as const) {
      const typed = { ...said(), ...wrong };
      expect(await failureOf(record(typed)), field).toMatchObject({ fields: { [field]: [expect.any(String)] } });
      expect(await failureOf(add(typed)), field).toMatchObject({ fields: { [field]: [expect.any(String)] } });
    }
    expect(await failureOf(record(said(), { actor: member }))).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await failureOf(record(said(), { version: 99 }))).toEqual({ kind: "stale" });
    expect(await db.agendaItem.findMany()).toMatchObject([{ indicated: null, indicatedById: null }]);
    const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id: item } });
    const both = await Promise.all([1, 2].map(() => failureOf(record(said(), { version }))));
    expect(both.filter((failure) => failure === undefined)).toHaveLength(1);
    await db.agendaItem.update({ where: { id: item }, data: { urgency: "It was urgent." } });
    expect(await failureOf(record(said()))).toMatchObject({ refusal: { code: "wrong-status" } });
    await db.agendaItem.update({ where: { id: item }, data: { urgency: null, withdrawnAt: new Date() } });
    expect(await failureOf(record(said()))).toMatchObject({ refusal: { code: "wrong-status" } });
    await db.meeting.update({ where: { id: meeting }, data: { audience: "keepers" } });
    expect(await failureOf(record(said(), { actor: member }))).toEqual({ kind: "not-found" });
  });
});

describe("a meeting that is off", () => {
  const take = async (name: string, typed: Typed = {}) => {
    const read = await version();
    return inTransaction((tx) =>
      meetingSteps.take(tx, desk, { id: meeting, version: read, name, reason: "Snow.", typed }),
    );
  };

  it("keeps its address, says so in public also before its agenda is out, and leads to the one in its place", async () => {
    const instead = await createMeeting(committee, { date: "2016-10-25" });
    const offered = await meetingSteps.offer(desk, meeting);
    expect(offered.steps.find(({ name }) => name === "cancel")?.fields).toMatchObject([
      { name: "insteadId", options: [{ value: instead, label: "Tuesday 25 October 2016, 10.00 am" }] },
    ]);
    await take("cancel", { insteadId: instead });
    expect(await inPublic()).toMatchObject({
      slug: "2016-10-11",
      status: "cancelled",
      postponedTo: { slug: "2016-10-25" },
      entries: [{ kind: "cancelled", text: "The meeting of Tuesday 11 October 2016 was cancelled." }],
    });
  });

  it("is postponed and called anew at the same address, with the old day said", async () => {
    await publish();
    await take("postpone");
    await take("convene", { ...day("date", "2016-10-25"), startTime: "10:00", place: "Room 2" });
    const { slug, entries } = await inPublic();
    expect(slug).toBe("2016-10-11");
    expect(entries.map(({ text }) => text)).toEqual([
      "The meeting is now on Tuesday 25 October 2016, 10.00 am, Room 2. It was to be on Tuesday 11 October 2016, 10.00 am, Committee Room 1.",
      "The meeting of Tuesday 11 October 2016 was postponed. Its new day is said here once it is fixed.",
    ]);
    expect(await snapshots()).toHaveLength(3);
  });

  it("takes no meeting of another body in its place", async () => {
    const other = await createMeeting(
      await db.body
        .create({ data: { slug: "o", kind: "scrutiny_committee", name: "O", shortName: "O" } })
        .then(({ id }) => id),
      { date: "2016-10-25" },
    );
    expect(await failureOf(take("cancel", { insteadId: other }))).toMatchObject({
      fields: { insteadId: [expect.any(String)] },
    });
  });
});
