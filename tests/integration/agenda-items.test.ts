import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it } from "vitest";
import { AgendaList } from "@/app/_record/agenda-list";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { numberAgenda } from "@/domain/meetings/agenda";
import type { Direction, Place } from "@/domain/meetings/agenda-order";
import { getSite } from "@/server/council/queries";
import { db, inTransaction, publicDb } from "@/server/db";
import { agendaDocument } from "@/server/documents/agenda-document";
import { addAgendaItem, editAgendaItem, moveAgendaItem, withdrawAgendaItem } from "@/server/meetings/agenda-items";
import { listReportUnderItem, unlistReport } from "@/server/meetings/agenda-papers";
import { getMeeting } from "@/server/meetings/queries";
import { packFront } from "@/server/packs/front";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { failureOf, trail } from "../support/outcomes";
import { createMeeting } from "../support/papers";
import { setClock, TODAY } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

let meetingId: string;
beforeEach(async () => {
  await setClock();
  meetingId = await createMeeting(here.committee);
});

const publish = () =>
  db.meeting.update({
    where: { id: meetingId },
    data: { status: "published", publishedAt: new Date("2016-09-30T08:00:00Z") },
  });
const add = (title: string, typed: Typed = {}, actor: Person = who.clerk) =>
  inTransaction((tx) => addAgendaItem(tx, actor, { meetingId, answers: answersFrom({ title, ...typed }) }));
const edit = (itemId: string, version: number, typed: Typed, actor: Person = who.clerk) =>
  inTransaction((tx) => editAgendaItem(tx, actor, { meetingId, itemId, version, answers: answersFrom(typed) }));
const move = async (itemId: string, to: Direction | Place, version?: number) =>
  inTransaction(async (tx) =>
    moveAgendaItem(tx, who.clerk, {
      meetingId,
      itemId,
      to,
      version: version ?? (await db.meeting.findUniqueOrThrow({ where: { id: meetingId } })).version,
    }),
  );
const withdraw = (itemId: string, version = 1, actor: Person = who.clerk) =>
  inTransaction((tx) => withdrawAgendaItem(tx, actor, { meetingId, itemId, version, reason: "" }));
const agenda = async () =>
  (await db.agendaItem.findMany({ where: { meetingId }, orderBy: [{ parentId: "asc" }, { place: "asc" }] })).map(
    ({ title }) => title,
  );
const inPublic = async () =>
  (await getMeeting(PUBLIC_SCOPE, { body: "our-committee", meeting: "2016-10-11" }, TODAY)).agenda.map(
    ({ number, title, withdrawnAt }) => `${number} ${title}${withdrawnAt ? " withdrawn" : ""}`,
  );

describe("an agenda before publication", () => {
  it("takes items in the order they come, nested ones under theirs, and nobody outside sees them", async () => {
    const progress = await add("Progress");
    await add("Work Programme");
    await add("Registration", { parentId: progress, kind: "ordinary", educationFunction: "no" });
    const items = await db.agendaItem.findMany({ where: { meetingId }, orderBy: { id: "asc" } });
    expect(
      items.map(({ title, parentId, place, audience, openSince }) => [title, parentId, place, audience, openSince]),
    ).toEqual([
      ["Progress", null, 1, "inside", null],
      ["Work Programme", null, 2, "inside", null],
      ["Registration", progress, 1, "inside", null],
    ]);
    expect(await inPublic()).toEqual([]);
    expect(await trail(meetingId)).toEqual(Array(3).fill("addItem by clerk"));
    expect(await db.meetingEntry.count()).toBe(0);
  });

  it("is changed, ordered anew and emptied, each recorded with the meeting", async () => {
    const [first, second] = [await add("First"), await add("Second")];
    await edit(first, 1, { title: "The first", purpose: "To note" });
    await move(second, "up");
    expect(await agenda()).toEqual(["Second", "The first"]);
    await withdraw(second, 2);
    expect(await agenda()).toEqual(["The first"]);
    expect((await trail(meetingId)).slice(2)).toEqual([
      "editItem by clerk",
      "moveItem by clerk",
      "withdrawItem by clerk",
    ]);
    const changed = await db.auditEntry.findFirstOrThrow({ where: { action: "meeting.editItem" } });
    expect(changed).toMatchObject({
      before: { "item title": "First", "item purpose": "" },
      after: { "item title": "The first", "item purpose": "To note" },
    });
  });

  it("is moved in, out and to where it was dropped, with what stands under it; and not where nothing can stand", async () => {
    const [a, b, c] = [await add("A"), await add("B"), await add("C")];
    await move(c, "in");
    await move(b, { parentId: null, beforeId: a });
    const numbers = async () =>
      numberAgenda(await db.agendaItem.findMany({ where: { meetingId } })).map(
        ({ number, item }) => `${number} ${item.title}`,
      );
    expect(await numbers()).toEqual(["1 B", "1(a) C", "2 A"]);
    await move(c, "out");
    expect(await numbers()).toEqual(["1 B", "2 C", "3 A"]);
    for (const to of ["up", { parentId: b, beforeId: null }, { parentId: meetingId, beforeId: null }] as const)
      expect(await failureOf(move(b, to))).toMatchObject({ refusal: { code: "wrong-status" } });
    expect(await failureOf(move(a, { parentId: null, beforeId: b }, 1))).toEqual({ kind: "stale" });
    expect(await numbers()).toEqual(["1 B", "2 C", "3 A"]);
    expect((await trail(meetingId)).slice(3)).toEqual(Array(3).fill("moveItem by clerk"));
  });

  it("keeps what something hangs on, and does not let an item stand under itself or too deep", async () => {
    const a = await add("A");
    const b = await add("B", { parentId: a });
    const c = await add("C", { parentId: b });
    expect(await failureOf(withdraw(a))).toMatchObject({ refusal: { sentence: expect.stringContaining("under it") } });
    expect(await failureOf(add("D", { parentId: c }))).toMatchObject({ fields: { parentId: [expect.any(String)] } });
    expect(await failureOf(edit(a, 1, { title: "A", parentId: b }))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(add(" "))).toMatchObject({ fields: { title: ["Say what the item is called."] } });
  });

  it("is for democratic services, and not there for whoever does not see the meeting", async () => {
    const id = await add("A");
    for (const actor of [who.officer, who.chair, who.properOfficer, who.administrator]) {
      expect(await failureOf(add("B", {}, actor))).toMatchObject({ refusal: { code: "not-permitted" } });
      expect(await failureOf(edit(id, 1, { title: "B" }, actor))).toMatchObject({ refusal: { code: "not-permitted" } });
      expect(await failureOf(withdraw(id, 1, actor))).toMatchObject({ refusal: { code: "not-permitted" } });
    }
    await db.meeting.update({ where: { id: meetingId }, data: { audience: "keepers" } });
    expect(await failureOf(add("B", {}, who.member))).toMatchObject({ kind: "not-found" });
    expect(await agenda()).toEqual(["A"]);
    expect(await trail(meetingId)).toEqual(["addItem by clerk"]);
  });

  it("shows who was second what stands there, and lets one of two who move at once do it", async () => {
    const [a, b] = [await add("A"), await add("B")];
    await edit(a, 1, { title: "A2" });
    expect(await failureOf(edit(a, 1, { title: "Mine" }))).toMatchObject({
      kind: "stale",
      current: { version: 2, values: { title: "A2" } },
    });
    expect(await failureOf(withdraw(a, 1))).toMatchObject({ kind: "stale" });
    const { version } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    const both = await Promise.all([failureOf(move(b, "up", version)), failureOf(move(b, "up", version))]);
    expect(both.filter((failure) => failure === undefined).length).toBe(1);
    expect(await agenda()).toEqual(["B", "A2"]);
  });
});

describe("a published agenda", () => {
  it("takes an item as a supplement, open from this instant, and says so", async () => {
    await publish();
    await add("Registration services");
    expect(await publicDb.agendaItem.findFirst()).toMatchObject({ openSince: new Date("2016-10-03T08:00:00Z") });
    expect(await publicDb.meetingEntry.findMany()).toMatchObject([
      { kind: "supplement", text: "“Registration services” was added.", at: new Date("2016-10-03T08:00:00Z") },
    ]);
  });

  it("keeps a withdrawn item under its number, struck out, and says so", async () => {
    const first = await add("First");
    await add("Second");
    await publish();
    await db.agendaItem.updateMany({ data: { audience: "public" } });
    await withdraw(first);
    expect(await inPublic()).toEqual(["1 First withdrawn", "2 Second"]);
    expect(await publicDb.meetingEntry.findMany()).toMatchObject([{ kind: "withdrawn_item", agendaItemId: first }]);
    expect(await failureOf(withdraw(first, 2))).toMatchObject({ refusal: { code: "wrong-status" } });
  });

  it("is corrected with the old words said, and no longer ordered anew", async () => {
    const [first, second] = [await add("First"), await add("Second")];
    await publish();
    await db.agendaItem.updateMany({ data: { audience: "public" } });
    await edit(first, 1, { title: "The first", purpose: "To note" });
    expect(await publicDb.meetingEntry.findMany()).toMatchObject([
      { kind: "erratum", text: "The title was “First”. Its purpose was added." },
    ]);
    expect(await failureOf(move(second, "up"))).toMatchObject({ refusal: { code: "wrong-status" } });
    expect(await failureOf(edit(second, 1, { title: "Second", parentId: first }))).toMatchObject({
      refusal: { code: "wrong-status" },
    });
  });

  it("stays as it was once the meeting is over", async () => {
    const first = await add("First");
    await db.meeting.update({ where: { id: meetingId }, data: { status: "held" } });
    const doings = [() => add("Second"), () => edit(first, 1, { title: "Other" }), () => withdraw(first)];
    for (const doing of doings) expect(await failureOf(doing())).toMatchObject({ refusal: { code: "wrong-status" } });
  });
});

describe("an item that is likely to be taken in private", () => {
  const SALE = { title: "Sale of land", reporting: "oral", inPrivate: "exempt", paragraphs: ["5", "3"] };
  const kept = () =>
    db.agendaItem.findFirst({
      select: { inPrivate: true, paragraphs: true, publicInterest: true, confidentialGround: true },
    });
  const OPEN = { inPrivate: "public", paragraphs: [], publicInterest: null, confidentialGround: null };

  it("is refused without a paragraph or a ground, and leaves no trace", async () => {
    expect(await failureOf(add("Sale", { ...SALE, paragraphs: [] }))).toMatchObject({
      fields: { paragraphs: [expect.stringContaining("Choose the paragraph of Schedule 12A")] },
    });
    expect(await failureOf(add("Sale", { ...SALE, paragraphs: ["8"] }))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(add("Sale", { inPrivate: "confidential" }))).toMatchObject({
      fields: { confidentialGround: [expect.stringContaining("Say what forbids disclosure")] },
    });
    expect(await agenda()).toEqual([]);
    expect(await trail(meetingId)).toEqual([]);
    const id = await add("Sale");
    expect(await failureOf(edit(id, 1, { ...SALE, paragraphs: [] }))).toMatchObject({ kind: "invalid" });
    await edit(id, 1, { title: "Sale of land" });
    expect(await failureOf(edit(id, 1, SALE))).toMatchObject({
      kind: "stale",
      current: { values: { paragraphs: "" } },
    });
    expect(await failureOf(edit(id, 2, SALE, who.chair))).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await failureOf(edit(crypto.randomUUID(), 1, SALE))).toMatchObject({ kind: "not-found" });
    expect(await kept()).toEqual(OPEN);
  });

  it("is refused by the database as exempt under no paragraph, or open under one", async () => {
    const id = await add("Sale");
    const unfit: { inPrivate?: "exempt"; paragraphs: number[] }[] = [
      { inPrivate: "exempt", paragraphs: [] },
      { inPrivate: "exempt", paragraphs: [8] },
      { paragraphs: [3] },
    ];
    for (const data of unfit)
      await expect(db.agendaItem.update({ where: { id }, data })).rejects.toThrow(/check constraint/);
  });

  it("keeps only what belongs to how it is private, and says what changed", async () => {
    const id = await add("Sale of land", {
      ...SALE,
      publicInterest: "Bidders would know.",
      confidentialGround: "enactment",
    });
    const exempt = { ...OPEN, inPrivate: "exempt", paragraphs: [3, 5], publicInterest: "Bidders would know." };
    expect(await kept()).toEqual(exempt);
    await edit(id, 1, { ...SALE, paragraphs: ["3", "5"], publicInterest: "Bidders would know." });
    expect(await trail(meetingId)).toEqual(["addItem by clerk"]);
    await edit(id, 1, { ...SALE, inPrivate: "confidential", confidentialGround: "enactment" });
    expect(await kept()).toEqual({ ...OPEN, inPrivate: "confidential", confidentialGround: "enactment" });
    await edit(id, 2, { title: "Sale of land", reporting: "oral" });
    expect(await kept()).toEqual(OPEN);
  });

  it("is public with its paragraphs and its reason, dated where it is said later, and part of the snapshot", async () => {
    const id = await add("Sale of land", { reporting: "oral" });
    await publish();
    await db.agendaItem.updateMany({ data: { audience: "public" } });
    await edit(id, 1, SALE);
    expect(await publicDb.meetingEntry.findMany()).toMatchObject([
      { kind: "erratum", text: "What is said of taking it in private was corrected." },
    ]);
    expect((await db.publication.findFirstOrThrow()).snapshot).toMatchObject({
      agenda: [{ title: "Sale of land", inPrivate: "exempt", paragraphs: [3, 5], publicInterest: null }],
    });
    const meeting = await getMeeting(PUBLIC_SCOPE, { body: "our-committee", meeting: "2016-10-11" }, TODAY);
    await db.council.create({ data: { name: "Our Council", shortName: "Ours" } });
    const site = await getSite(PUBLIC_SCOPE);
    const shown = [
      JSON.stringify(agendaDocument(site, meeting, [])),
      renderToStaticMarkup(createElement(AgendaList, { meeting, today: TODAY, calendar: site.calendar })),
    ];
    const order = {
      meetingId,
      kind: "public",
      rightHand: false,
      site: undefined,
      withheld: {},
      takenDown: [],
    } as const;
    shown.push(
      JSON.stringify(
        packFront({ order, site, meeting, papers: [] }, { front: 1, parts: [], blanks: [], pages: 1 }, []),
      ),
    );
    for (const words of shown) {
      expect(words).toContain("Likely to be taken in private: exempt under paragraphs 3 and 5");
      expect(words).toContain("covered by legal professional privilege");
      expect(words).toContain("No public-interest reason is recorded.");
    }
    expect(shown.filter((words) => words.includes("as taking this item in private would need")).length).toBe(2);
  });
});

describe("a report under an item", () => {
  const report = async (over: { restriction?: "exempt"; bodyId?: string } = {}) => {
    const bodyId = over.bodyId ?? here.committee;
    const { id } = await db.report.create({
      data: { slug: `report-${bodyId}`, title: "Coastal paths", bodyId, status: "draft", publicInterest: "Bids" },
    });
    await db.reportText.create({
      data: {
        reportId: id,
        bodyId,
        frontSheet: {},
        ...(over.restriction && { restriction: "exempt", paragraphs: [3] }),
      },
    });
    return id;
  };
  const list = (itemId: string, reportId: string, actor: Person = who.clerk) =>
    inTransaction((tx) => listReportUnderItem(tx, actor, { meetingId, itemId, reportId }));

  it("is listed as restricted as its text is, and can be taken off while nothing is public", async () => {
    const [itemId, reportId] = [await add("Paths"), await report({ restriction: "exempt" })];
    expect(await failureOf(list(itemId, reportId, who.officer))).toMatchObject({ refusal: { code: "not-permitted" } });
    await list(itemId, reportId);
    const paper = await db.paper.findFirstOrThrow();
    expect(paper).toMatchObject({ restriction: "exempt", paragraphs: [3], publicInterest: "Bids", audience: "inside" });
    expect(await db.report.findFirst()).toMatchObject({ meetingId });
    expect(await failureOf(list(itemId, reportId))).toMatchObject({ kind: "invalid" });
    await inTransaction((tx) => unlistReport(tx, who.clerk, { meetingId, paperId: paper.id }));
    expect(await db.paper.count()).toBe(0);
  });

  it("is listed in public at once where the agenda is, with nothing of what it says", async () => {
    const [itemId, reportId] = [await add("Paths"), await report()];
    await publish();
    await db.agendaItem.updateMany({ data: { audience: "public" } });
    await list(itemId, reportId);
    expect(await publicDb.paper.findMany()).toMatchObject([
      { title: "Coastal paths", heldBack: true, openSince: null },
    ]);
    expect(await publicDb.agendaItem.findFirst()).toMatchObject({ reporting: "to_follow" });
    expect(await publicDb.report.count()).toBe(0);
    const { id } = await db.paper.findFirstOrThrow();
    expect(
      await failureOf(inTransaction((tx) => unlistReport(tx, who.clerk, { meetingId, paperId: id }))),
    ).toMatchObject({
      refusal: { code: "wrong-status" },
    });
  });

  it("of another committee is not offered", async () => {
    const [itemId, reportId] = [await add("Paths"), await report({ bodyId: here.other })];
    expect(await failureOf(list(itemId, reportId))).toMatchObject({ kind: "invalid" });
  });
});
