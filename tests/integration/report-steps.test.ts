import { beforeEach, describe, expect, it } from "vitest";
import type { HeldPost, Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import type { ReportStatus } from "@/domain/reports/report";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { db, inTransaction, publicDb } from "@/server/db";
import { listReportUnderItem } from "@/server/meetings/agenda-papers";
import {
  fillFrontSheet,
  proposeRestriction,
  recordClearance,
  signRestriction,
  writeReport,
} from "@/server/reports/commands";
import { commissionReport } from "@/server/reports/commission";
import { getReportDesk } from "@/server/reports/office";
import { getReport } from "@/server/reports/queries";
import { reportSteps } from "@/server/reports/steps";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createItem, createMeeting } from "../support/papers";
import { createPerson, createPost, setClock, TODAY } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

let areaId: string;
let director: Person;
beforeEach(async () => {
  await setClock();
  areaId = (await db.area.create({ data: { slug: "coast", name: "Coast" } })).id;
  const personId = await createPerson("director");
  await createPost(personId, "director", "Director");
  const post: HeldPost = { kind: "director", areaId, portfolioIds: [], bodyIds: [] };
  director = { kind: "person", personId, name: "director", day: TODAY, seats: [], posts: [post] };
  const template = [
    { key: "summary", label: "Executive summary", kind: "text", need: "required", noneIsAnswer: false },
    { key: "budget", label: "Budget", kind: "text", need: "required", noneIsAnswer: true },
    { key: "risk", label: "Risk", kind: "choice", choices: ["LOW", "HIGH"], need: "expected", noneIsAnswer: false },
    { key: "papers", label: "Background papers", kind: "list", need: "optional", noneIsAnswer: true },
  ];
  await db.body.update({
    where: { id: here.committee },
    data: { frontSheet: template, rules: { clearance: { steps: ["director"], fourEyes: true } } },
  });
});

const SHEET = { "sheet-summary": "In short.", "sheet-budget": "None", "sheet-risk": "LOW" };
const commission = async (typed: Typed = {}, actor: Person = who.clerk) => {
  const all = { title: "Coastal paths", authorId: who.officer.personId, areaId, ...typed };
  const slug = await inTransaction((tx) =>
    commissionReport(tx, actor, { bodyId: here.committee, answers: answersFrom(all) }),
  );
  return (await db.report.findUniqueOrThrow({ where: { slug } })).id;
};
/** Found so, with the front sheet that is needed. */
const found = async (status: ReportStatus, typed: Typed = {}) => {
  const id = await commission(typed);
  await db.reportText.update({
    where: { reportId: id },
    data: { frontSheet: { summary: "In short.", budget: "None", risk: "LOW" } },
  });
  await db.report.update({ where: { id }, data: { status, audience: reportWorkflow.statuses[status].audience } });
  return id;
};
const versionOf = async (id: string) => (await db.report.findUniqueOrThrow({ where: { id } })).version;
type Step = { name: string; reason?: string; typed?: Typed; version?: number; actor?: Person };
const take = async (id: string, { actor = who.clerk, typed = {}, version, ...step }: Step) => {
  const read = version ?? (await versionOf(id));
  return inTransaction((tx) => reportSteps.take(tx, actor, { id, version: read, typed, ...step }));
};
type Command = (typeof COMMANDS)[number];
const COMMANDS = [fillFrontSheet, writeReport, proposeRestriction, signRestriction, recordClearance] as const;
const run = async (command: Command, id: string, typed: Typed, actor: Person = who.officer, version?: number) => {
  const read = version ?? (await versionOf(id));
  return inTransaction((tx) => command(tx, actor, { reportId: id, version: read, answers: answersFrom(typed) }));
};
const status = async (id: string) => (await db.report.findUniqueOrThrow({ where: { id } })).status;
const restrict = (id: string, actor: Person = who.officer) =>
  run(
    proposeRestriction,
    id,
    { restriction: "exempt", paragraphs: "3", publicInterest: "Bidders would learn it." },
    actor,
  );

describe("commissioning a report", () => {
  it("gives it to its author, and a second of the same name has an address of its own", async () => {
    const id = await commission();
    expect(await db.report.findUnique({ where: { id }, include: { authors: true } })).toMatchObject({
      slug: "coastal-paths",
      status: "commissioned",
      audience: "keepers",
      areaId,
      keepers: [who.officer.personId],
      authors: [{ titleAsPrinted: "officer", signs: true }],
    });
    await commission({ title: "Coastal paths!" });
    expect(await db.report.count({ where: { slug: "coastal-paths-2" } })).toBe(1);
    expect(await trail(id)).toEqual(["commission by clerk"]);
    expect(await publicDb.report.count()).toBe(0);
  });

  it("is for officers, wants a title and an author, and takes in what comes from outside", async () => {
    for (const actor of [who.chair, who.member, who.administrator])
      expect(await codesOf(commission({}, actor))).toEqual(["not-permitted"]);
    expect(await failureOf(commission({ title: " " }))).toMatchObject({ fields: { title: [expect.any(String)] } });
    expect(await failureOf(commission({ authorId: who.member.personId }))).toMatchObject({ kind: "invalid" });
    expect(await db.report.count()).toBe(0);
    expect(await status(await commission({ received: "yes" }, who.otherOfficer))).toBe("received");
  });
});

describe("writing a report", () => {
  it("keeps the front sheet as it was answered: blank is absent, None is a word", async () => {
    const id = await found("draft");
    await run(fillFrontSheet, id, { "sheet-budget": "None", "sheet-papers": "One\n\n Two ", "sheet-summary": " " });
    expect((await db.reportText.findUniqueOrThrow({ where: { reportId: id } })).frontSheet).toEqual({
      budget: "None",
      papers: ["One", "Two"],
    });
    expect(await failureOf(run(fillFrontSheet, id, { "sheet-risk": "SOME" }))).toMatchObject({
      fields: { "sheet-risk": [expect.any(String)] },
    });
  });

  it("numbers its paragraphs, whose anchors stay with what they say", async () => {
    const id = await found("draft");
    await run(writeReport, id, { title: "Coastal paths", markdown: "## Costs\n\nDear." });
    await run(writeReport, id, { title: "Paths", markdown: "## Aims\n\nMany.\n\n## Costs\n\nDear." });
    const paragraphs = await db.reportParagraph.findMany({ where: { reportId: id }, orderBy: { position: "asc" } });
    expect(paragraphs.map(({ number, anchor, heading, markdown }) => [number, anchor, heading ?? markdown])).toEqual([
      ["1", "1-v2", "Aims"],
      ["1.1", "1-1-v2", "Many."],
      ["2", "1", "Costs"],
      ["2.1", "1-1", "Dear."],
    ]);
    expect(await db.report.findUnique({ where: { id } })).toMatchObject({ title: "Paths", slug: "coastal-paths" });
  });

  it("is its author's while it is a draft; others do not know of it, and who is second sees what stands there", async () => {
    const id = await found("draft");
    const typed = { title: "Mine", markdown: "Mine." };
    for (const actor of [who.otherOfficer, who.member, who.chair, who.properOfficer])
      expect(await codesOf(run(writeReport, id, typed, actor))).toEqual(["not-found"]);
    expect(await codesOf(run(writeReport, id, typed, director))).toEqual(["not-permitted"]);
    await run(writeReport, id, { title: "Theirs", markdown: "Theirs." });
    expect(await failureOf(run(writeReport, id, typed, who.officer, 1))).toMatchObject({
      kind: "stale",
      current: { version: 2, values: { title: "Theirs", markdown: "Theirs." } },
    });
    await db.report.update({ where: { id }, data: { status: "in_clearance" } });
    expect(await codesOf(run(writeReport, id, typed))).toEqual(["wrong-status"]);
    expect(await codesOf(run(fillFrontSheet, id, SHEET))).toEqual(["wrong-status"]);
  });
});

describe("a restriction", () => {
  it("is proposed by the author, signed by the proper officer alone, and proposed anew unsigned", async () => {
    const id = await found("draft");
    expect(await codesOf(run(signRestriction, id, {}, who.properOfficer))).toEqual(["not-found"]);
    await restrict(id);
    expect((await getReportDesk(who.properOfficer, "coastal-paths")).maySign).toBe(true);
    expect(await codesOf(run(writeReport, id, { markdown: "Else." }, who.properOfficer))).toEqual(["not-permitted"]);
    expect(await codesOf(run(fillFrontSheet, id, SHEET, who.properOfficer))).toEqual(["not-permitted"]);
    for (const actor of [who.officer, who.clerk])
      expect(await codesOf(run(signRestriction, id, {}, actor))).toEqual(["not-permitted"]);
    await run(signRestriction, id, {}, who.properOfficer);
    expect(await db.report.findUnique({ where: { id } })).toMatchObject({
      restrictionSignedById: who.properOfficer.personId,
      restrictionSignedOn: TODAY,
    });
    await restrict(id);
    expect(await db.report.findUnique({ where: { id } })).toMatchObject({ restrictionSignedById: null });
  });

  it("says its paragraph or its ground, and is copied to where the report is listed", async () => {
    const id = await found("draft");
    const meetingId = await createMeeting(here.committee);
    const itemId = await createItem(here.committee, meetingId);
    await inTransaction((tx) => listReportUnderItem(tx, who.clerk, { meetingId, itemId, reportId: id }));
    expect(await failureOf(run(proposeRestriction, id, { restriction: "exempt" }))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(run(proposeRestriction, id, { restriction: "confidential" }))).toMatchObject({
      fields: { confidentialGround: [expect.any(String)] },
    });
    await restrict(id);
    expect(await db.paper.findFirst()).toMatchObject({
      restriction: "exempt",
      paragraphs: [3],
      restrictionSignedById: null,
    });
    await run(proposeRestriction, id, { restriction: "public" });
    expect(await codesOf(run(signRestriction, id, {}, who.properOfficer))).toEqual(["wrong-status"]);
    expect(await db.paper.findFirst()).toMatchObject({ restriction: "public", paragraphs: [] });
  });
});

describe("the steps of a report", () => {
  it("are drafted, sent for clearance and returned with a reason", async () => {
    const id = await commission();
    await take(id, { name: "startDraft", actor: who.officer });
    await take(id, { name: "sendForClearance", actor: who.officer });
    expect(await db.clearance.findMany()).toMatchObject([{ step: "director", outcome: "waiting" }]);
    expect(await codesOf(take(id, { name: "returnToAuthor", actor: director }))).toEqual(["needs-reason"]);
    await take(id, { name: "returnToAuthor", actor: director, reason: "No costs." });
    expect(await status(id)).toBe("draft");
    expect(await trail(id)).toEqual([
      "commission by clerk",
      "startDraft by officer",
      "sendForClearance by officer",
      "returnToAuthor by director",
    ]);
  });

  it("are not signed off while the front sheet is blank where it may not be", async () => {
    const id = await commission();
    await db.report.update({ where: { id }, data: { status: "in_clearance" } });
    expect(await codesOf(take(id, { name: "signOff", actor: director, reason: "x" }))).toEqual([
      "against-rule",
      "front-sheet-blank",
      "front-sheet-blank",
      "front-sheet-blank",
    ]);
    await db.reportText.update({
      where: { reportId: id },
      data: { frontSheet: { summary: "None", budget: "None", risk: "LOW" } },
    });
    expect(await codesOf(take(id, { name: "signOff", actor: director }))).toEqual([
      "against-rule",
      "front-sheet-blank",
    ]);
    expect(await status(id)).toBe("in_clearance");
  });

  it("are signed off by the director, who has cleared it with that; anybody else waits for the clearance", async () => {
    const id = await found("in_clearance");
    expect(await codesOf(take(id, { name: "signOff" }))).toEqual(["needs-reason", "clearance-outstanding"]);
    await take(id, { name: "signOff", actor: director });
    expect(await db.clearance.findMany()).toMatchObject([
      { step: "director", outcome: "cleared", personId: director.personId },
    ]);
    const other = await found("in_clearance", { title: "Other" });
    const typed = { step: "director", outcome: "cleared", onBehalfOf: "the director" };
    expect(await failureOf(run(recordClearance, other, typed, who.clerk))).toMatchObject({
      fields: { evidence: [expect.any(String)] },
    });
    expect(await codesOf(run(recordClearance, other, typed, who.officer))).toEqual(["not-permitted"]);
    await run(recordClearance, other, { ...typed, evidence: "E-mail of 3 October" }, who.clerk);
    await take(other, { name: "signOff" });
    expect(await status(other)).toBe("signed_off");
  });

  it("ask for four eyes where the author has the post to sign off", async () => {
    const id = await found("in_clearance", { authorId: who.clerk.personId });
    await run(recordClearance, id, { step: "director", outcome: "cleared" }, director);
    expect(await codesOf(take(id, { name: "signOff" }))).toEqual(["needs-reason", "own-work"]);
  });

  it("are published only where a restriction is signed, told of it before", async () => {
    const id = await found("signed_off");
    await restrict(id);
    expect(await codesOf(take(id, { name: "clear" }))).toEqual(["needs-reason", "restriction-unsigned"]);
    await take(id, { name: "clear", reason: "It is signed tomorrow." });
    expect(await codesOf(take(id, { name: "publish", reason: "x" }))).toEqual(["against-rule", "restriction-unsigned"]);
    await run(signRestriction, id, {}, who.properOfficer);
    await take(id, { name: "publish" });
    expect(await publicDb.report.findFirst()).toMatchObject({ status: "published", publishedOn: TODAY });
    expect(await publicDb.reportText.count()).toBe(0);
    expect((await getReport(PUBLIC_SCOPE, "coastal-paths")).text).toBeNull();
    expect((await getReport(readScope(who.member), "coastal-paths")).text).not.toBeNull();
    expect((await getReport(readScope(who.administrator), "coastal-paths")).text).toBeNull();
  });

  it("are published under the item that lists them, which says so", async () => {
    const id = await found("cleared");
    await db.report.update({ where: { id }, data: { status: "draft" } });
    await run(writeReport, id, { title: "Coastal paths", markdown: "Open to all." });
    await db.report.update({ where: { id }, data: { status: "cleared" } });
    const meetingId = await createMeeting(here.committee, {
      status: "published",
      publishedAt: new Date("2016-09-20T08:00:00Z"),
    });
    const itemId = await createItem(here.committee, meetingId, { audience: "public" });
    await inTransaction((tx) => listReportUnderItem(tx, who.clerk, { meetingId, itemId, reportId: id }));
    expect(await publicDb.reportParagraph.count()).toBe(0);
    await take(id, { name: "publish" });
    expect(await publicDb.reportParagraph.findMany()).toMatchObject([{ markdown: "Open to all." }]);
    expect(await publicDb.paper.findFirst()).toMatchObject({
      heldBack: false,
      openSince: new Date("2016-10-03T08:00:00Z"),
    });
    expect((await publicDb.meetingEntry.findMany({ orderBy: { id: "asc" } })).map(({ text }) => text)).toEqual([
      "“Coastal paths” was added.",
      "“Coastal paths” was put up.",
    ]);
    expect(await publicDb.agendaItem.findFirst()).toMatchObject({ reporting: "paper" });
  });

  it("are considered by the meeting that was held with them on its agenda", async () => {
    const id = await found("published");
    expect(await codesOf(take(id, { name: "recordConsidered" }))).toEqual([
      "needs-reason",
      "not-before-a-held-meeting",
    ]);
    const meetingId = await createMeeting(here.committee, {
      date: "2016-09-28",
      publishedAt: new Date("2016-09-20T08:00:00Z"),
    });
    const itemId = await createItem(here.committee, meetingId, { audience: "public" });
    await inTransaction((tx) => listReportUnderItem(tx, who.clerk, { meetingId, itemId, reportId: id }));
    await db.meeting.update({ where: { id: meetingId }, data: { status: "held" } });
    await take(id, { name: "recordConsidered" });
    expect(await publicDb.report.findFirst()).toMatchObject({ status: "considered", consideredOn: "2016-09-28" });
  });

  it("are replaced only by another, and each leads to the other", async () => {
    const [id, other] = [await found("published"), await found("published", { title: "Second" })];
    expect(await codesOf(take(id, { name: "replace", reason: "x" }))).toEqual(["against-rule", "no-replacement"]);
    const strange = take(id, { name: "replace", typed: { replacedById: id } });
    expect(await failureOf(strange)).toMatchObject({ fields: { replacedById: [expect.any(String)] } });
    await take(id, { name: "replace", typed: { replacedById: other } });
    expect(await status(id)).toBe("replaced");
    expect((await getReport(PUBLIC_SCOPE, "coastal-paths")).replacedBy).toMatchObject({ slug: "second" });
  });

  it("are withdrawn with a reason; what was public stays so, what was not never becomes so", async () => {
    const draft = await found("draft");
    expect(await codesOf(take(draft, { name: "withdraw" }))).toEqual(["needs-reason"]);
    await take(draft, { name: "withdraw", reason: "Not needed." });
    const out = await found("cleared", { title: "Out" });
    await take(out, { name: "publish" });
    await take(out, { name: "withdraw", reason: "Wrong figures." });
    expect((await publicDb.report.findMany()).map(({ slug, status }) => [slug, status])).toEqual([
      ["out", "withdrawn"],
    ]);
  });

  it("are refused to everybody else, and not there for whoever does not see them", async () => {
    const id = await found("in_clearance");
    expect(await codesOf(take(id, { name: "signOff", actor: who.officer }))).toEqual(["not-permitted"]);
    for (const actor of [who.member, who.chair, who.otherOfficer, who.administrator])
      expect(await codesOf(take(id, { name: "signOff", actor }))).toEqual(["not-found"]);
    await db.report.update({ where: { id }, data: { status: "cleared", audience: "chair" } });
    for (const name of ["publish", "withdraw"])
      expect(await codesOf(take(id, { name, reason: "x", actor: who.chair }))).toEqual(["not-permitted"]);
    expect(await trail(id)).toEqual(["commission by clerk"]);
  });

  it("of an older version are stale, and of two at once one is taken", async () => {
    const id = await found("cleared");
    const both = await Promise.all([
      codesOf(take(id, { name: "publish", version: 1 })),
      codesOf(take(id, { name: "withdraw", reason: "x", version: 1 })),
    ]);
    expect(both.filter(([code]) => code === undefined).length).toBe(1);
    expect(both.filter(([code]) => code === "stale").length).toBe(1);
  });
});
