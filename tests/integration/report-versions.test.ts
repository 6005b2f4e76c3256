import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { getCalendar, getClock } from "@/server/clock/queries";
import { db, inTransaction, publicDb } from "@/server/db";
import { findDraft, keepDraft } from "@/server/forms/drafts";
import { commentOnReport, readReport, recordClearance } from "@/server/reports/clearance";
import { getReportVersion } from "@/server/reports/desk-work";
import { mergeTyping } from "@/server/reports/merging";
import { getReportDesk } from "@/server/reports/office";
import { checkTyped, mayWrite, numberTyped } from "@/server/reports/typing";
import { partVersion } from "@/server/reports/versions";
import { fillFrontSheet, takeWordSheet, writeFromWord, writeReport } from "@/server/reports/writing";
import { reportsWaiting } from "@/server/waiting/reports";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createPost, TODAY } from "../support/people";
import { beginWithFrontSheet, director, found, run, SHEET, status, take } from "../support/reports";
import { here, who } from "../support/scoping";

beginWithFrontSheet();

const SLUG = "coastal-paths";
const numbersOf = async (id: string) =>
  (await db.reportVersion.findMany({ where: { reportId: id }, orderBy: { number: "asc" } })).map(
    ({ number, way, byId }) => `${number} ${way} ${byId ? "by somebody" : "as it was"}`,
  );
const write = (id: string, markdown: string, actor?: Person, version?: number) =>
  run(writeReport, id, { title: "Coastal paths", markdown }, actor, version);
const workOf = async (person: Person) => (await getReportDesk(person, SLUG)).work;

async function wordFile(texts: readonly string[], sheet?: Table): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "report-")), "report.docx");
  const children = [...(sheet ? [sheet] : []), ...texts.map((text) => new Paragraph(text))];
  await writeFile(path, await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return path;
}
const fromWord = async (
  id: string,
  file: { path: string } | { refusal: string },
  actor = who.officer,
  version?: number,
) => {
  const read = version ?? (await partVersion(db, id, "text"));
  return inTransaction((tx) => writeFromWord(tx, actor, { reportId: id, version: read, file }));
};

describe("the versions of a report", () => {
  it("are kept whole with every save that says something else, and stay as they are", async () => {
    const id = await found("draft");
    await write(id, "One.");
    await write(id, "One.");
    await run(fillFrontSheet, id, SHEET);
    await run(fillFrontSheet, id, { ...SHEET, "sheet-budget": "£5" });
    // What stood on the front sheet before anything was saved is the first.
    expect(await numbersOf(id)).toEqual(["1 typed as it was", "2 typed by somebody", "3 sheet by somebody"]);
    await expect(db.reportVersion.deleteMany({ where: { reportId: id } })).rejects.toThrow("append-only");
    const version = await getReportVersion(who.officer, SLUG, { number: 3 });
    expect(version.changes.map(({ what, kind }) => `${what} ${kind}`)).toEqual(["Budget changed"]);
    expect((await getReportVersion(who.officer, SLUG, { number: 3, from: 1 })).changes.length).toBe(2);
  });

  it("are for those who write and clear it, also once it is public", async () => {
    const id = await found("draft");
    await write(id, "Secret, and taken out.");
    await run(commentOnReport, id, { text: "Take it out." }, who.clerk);
    await write(id, "Open.");
    await db.report.update({ where: { id }, data: { status: "published", audience: "public" } });
    for (const actor of [who.member, who.chair, who.otherOfficer, who.administrator]) {
      expect(await codesOf(getReportVersion(actor, SLUG, { number: 2 }))).toEqual(["not-found"]);
      expect(await workOf(actor)).toBeNull();
    }
    expect(await codesOf(getReportVersion(who.officer, SLUG, { number: 9 }))).toEqual(["not-found"]);
    for (const table of ["ReportVersion", "ReportComment", "ReportSeen"])
      await expect(publicDb.$queryRawUnsafe(`SELECT * FROM "${table}"`)).rejects.toThrow("permission denied");
  });

  it("of the text and of the front sheet are two people's to save at once; of the same part the second is told who was first", async () => {
    const id = await found("draft");
    await write(id, "One.");
    const text = await partVersion(db, id, "text");
    await run(fillFrontSheet, id, { ...SHEET, "sheet-budget": "£5" }, who.clerk);
    await write(id, "Two.", who.officer, text);
    expect(await failureOf(write(id, "Three.", who.clerk, text))).toMatchObject({
      kind: "stale",
      current: { version: await partVersion(db, id, "text"), changedBy: "officer", values: { markdown: "Two." } },
    });
    // Both have the same version before them, whoever is quicker.
    const now = await partVersion(db, id, "text");
    const both = await Promise.all([
      codesOf(write(id, "Four.", who.officer, now)),
      codesOf(write(id, "Five.", who.clerk, now)),
    ]);
    expect(both.flat().filter((code) => code === "stale").length).toBe(1);
  });
});

describe("two who write in one text", () => {
  const typing = (id: string, markdown: string, more: Record<string, string> = {}, actor = who.officer) =>
    run(mergeTyping, id, { title: "Coastal paths", markdown, ...more }, actor, 0);
  const typed = async (id: string) =>
    (await findDraft(db, who.officer.personId, { form: "report/text", subjectId: id }))?.values;

  it("get both versions put together as their own typing, where they touched no paragraph both, and nothing is saved", async () => {
    const id = await found("draft");
    await write(id, "One.\n\nTwo.\n\nThree.");
    const began = String(await partVersion(db, id, "text"));
    await run(writeReport, id, { title: "Coastal walks", markdown: "One.\n\nTwo.\n\nThree, by the clerk." }, who.clerk);
    const before = await numbersOf(id);
    await typing(id, "One, by the officer.\n\nTwo.\n\nThree.", { began });
    const version = String(await partVersion(db, id, "text"));
    expect(await typed(id)).toEqual({
      ...{ id, version, began: version, title: "Coastal walks" },
      markdown: "One, by the officer.\n\nTwo.\n\nThree, by the clerk.",
    });
    expect(await numbersOf(id)).toEqual(before);
    await write(id, String((await typed(id))?.markdown), who.officer, Number(version));
    expect((await numbersOf(id)).length).toBe(before.length + 1);
  });

  it("are told which paragraphs both changed, and what was typed stays as it is; others put nothing together", async () => {
    const id = await found("draft");
    await write(id, "One.");
    const began = String(await partVersion(db, id, "text"));
    await write(id, "One, by the clerk.", who.clerk);
    expect(await failureOf(typing(id, "One, by the officer.", { began }))).toEqual({
      ...{ kind: "invalid", fields: { markdown: [expect.stringContaining("“One.”")] } },
    });
    expect(await typed(id)).toBeUndefined();
    expect(await codesOf(typing(id, "Mine.", { began }, who.otherOfficer))).toEqual(["not-found"]);
    expect(await codesOf(typing(id, "Mine.", { began }, director))).toEqual(["not-permitted"]);
    await db.report.update({ where: { id }, data: { status: "in_clearance" } });
    expect(await codesOf(typing(id, "Mine.", { began }))).toEqual(["wrong-status"]);
  });
});

describe("a Word file", () => {
  it("gives the text, keeps what stood there as the version before, and says what was left out", async () => {
    const id = await found("draft");
    await write(id, "Old.");
    await fromWord(id, { path: await wordFile(["1. Costs", "1.1 Dear, see paragraph 1.2.", "1.2 Dearer."]) });
    const paragraphs = await db.reportParagraph.findMany({ where: { reportId: id }, orderBy: { position: "asc" } });
    expect(paragraphs.map(({ number, heading, markdown }) => [number, heading ?? markdown])).toEqual([
      ["1", "Costs"],
      ["1.1", "Dear, see paragraph 1.2."],
      ["1.2", "Dearer."],
    ]);
    expect((await numbersOf(id)).at(-1)).toBe("3 word by somebody");
    expect(await trail(id)).toEqual(["commission by clerk", "write by officer", "write by officer"]);
  });

  it("that was refused leaves no trace; nor one sent by others, in another status, or upon an older version", async () => {
    const id = await found("draft");
    const path = await wordFile(["New."]);
    expect(await failureOf(fromWord(id, { refusal: "The file is empty." }))).toMatchObject({
      fields: { file: ["The file is empty."] },
    });
    expect(await codesOf(fromWord(id, { path }, who.otherOfficer))).toEqual(["not-found"]);
    expect(await codesOf(fromWord(id, { path }, director))).toEqual(["not-permitted"]);
    await write(id, "Mine.");
    expect(await codesOf(fromWord(id, { path }, who.clerk, 0))).toEqual(["stale"]);
    await db.report.update({ where: { id }, data: { status: "in_clearance" } });
    expect(await codesOf(fromWord(id, { path }))).toEqual(["wrong-status"]);
    expect(await mayWrite(who.officer, SLUG)).toBe(false);
    expect(await db.reportParagraph.findMany()).toMatchObject([{ markdown: "Mine." }]);
  });
});

describe("the front sheet of a Word file", () => {
  const rows = (...said: [string, string][]) =>
    new Table({
      rows: said.map(
        (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
      ),
    });
  const FILE = rows(
    ["Date of Meeting", "1 May 2015"],
    ["Executive Summary", "The file’s."],
    ["Budget", "£5"],
    ["Risk", "HIGH"],
    ["Wards affected", "All"],
  );
  const begun = async () => {
    const id = await found("draft");
    await db.reportText.update({ where: { reportId: id }, data: { frontSheet: { summary: "Mine." } } });
    await fromWord(id, { path: await wordFile(["Text."], FILE) });
    return id;
  };
  const sheetOf = async (id: string) => (await db.reportText.findUniqueOrThrow({ where: { reportId: id } })).frontSheet;
  const wordSheet = async (person: Person) => (await getReportDesk(person, SLUG)).wordSheet;
  const choose = (id: string, typed: Record<string, string>, actor = who.officer, version = 0) =>
    run(
      takeWordSheet,
      id,
      { "file-summary": "The file’s.", "file-budget": "£5", "file-risk": "HIGH", ...typed },
      actor,
      version,
    );

  it("stands beside what is here for whoever sent it, with what it does not know, and nothing of it is saved", async () => {
    const id = await begun();
    expect(await sheetOf(id)).toEqual({ summary: "Mine." });
    expect(await wordSheet(who.officer)).toEqual({
      choices: [
        ["summary", "Executive summary", "Mine.", "The file’s.", false],
        ["budget", "Budget", "", "£5", true],
        ["risk", "Risk", "", "HIGH", true],
      ].map(([key, label, stands, file, isBlank]) => ({
        ...{ name: `choose-${key}`, fileName: `file-${key}`, label, here: stands, file, isBlank },
      })),
      notes: ["The file is for a meeting on 1 May 2015. Here no meeting is settled."],
      unread: ["Wards affected: All"],
    });
    expect(await wordSheet(who.clerk)).toBeNull();
    expect((await db.reportParagraph.findMany({ where: { reportId: id } })).map(({ markdown }) => markdown)).toEqual([
      "Text.",
    ]);
    // A file with a front sheet alone leaves the text; one without any leaves nothing to choose.
    await fromWord(id, { path: await wordFile([], FILE) });
    expect(await db.reportParagraph.count({ where: { reportId: id } })).toBe(1);
    await fromWord(id, { path: await wordFile(["Other."]) });
    expect(await wordSheet(who.officer)).toBeNull();
  });

  it("fills the fields that are chosen, beside what is saved or being typed; nothing else, and not over somebody’s", async () => {
    const id = await begun();
    const place = { form: "report/front-sheet", subjectId: id };
    await keepDraft(who.officer.personId, place, { "sheet-summary": "Mine, being typed." });
    await choose(id, { "choose-summary": "mine", "choose-budget": "theirs" });
    expect(await sheetOf(id)).toEqual({ summary: "Mine, being typed.", budget: "£5" });
    expect(await findDraft(db, who.officer.personId, place)).toBeNull();
    expect((await trail(id)).at(-1)).toBe("fillFrontSheet by officer");
    const version = await partVersion(db, id, "sheet");
    expect(version).toBeGreaterThan(0);
    expect(await codesOf(choose(id, { "choose-risk": "theirs" }))).toEqual(["wrong-status"]);
    await choose(id, { leave: "yes", "choose-risk": "theirs" });
    expect(await codesOf(choose(id, { "choose-risk": "theirs" }, who.otherOfficer, version))).toEqual(["not-found"]);
    expect(await codesOf(choose(id, { "choose-risk": "theirs" }, director, version))).toEqual(["not-permitted"]);
    expect(await failureOf(choose(id, { "choose-risk": "both" }, who.officer, version))).toMatchObject({
      kind: "invalid",
    });
    expect(await sheetOf(id)).toEqual({ summary: "Mine, being typed.", budget: "£5" });
  });
});

describe("clearance by those whom the body names", () => {
  const send = async () => {
    const id = await found("draft");
    await createPost(who.otherOfficer.personId, "officer", "Group Finance Manager");
    await db.body.update({
      where: { id: here.committee },
      data: {
        rules: {
          clearance: {
            steps: ["finance", "legal", "director"],
            fourEyes: true,
            posts: { finance: "Group Finance Manager" },
          },
        },
      },
    });
    await write(id, "One.");
    await take(id, { name: "sendForClearance", actor: who.officer });
    return id;
  };
  const waitingOf = async (person: Person) =>
    reportsWaiting({
      ...{ person, scope: readScope(person), today: TODAY },
      ...{ clock: await getClock(), calendar: await getCalendar() },
    });
  const waits = async (person: Person) => (await waitingOf(person)).map(({ title }) => title);

  it("waits for each in their queue, opens the report to them, and tells them what changed since they read it", async () => {
    const id = await send();
    const finance = who.otherOfficer;
    expect(await db.clearance.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { step: "finance", askedIds: [finance.personId] },
      { step: "legal", askedIds: [] },
      { step: "director", askedIds: [] },
    ]);
    expect(await waits(finance)).toEqual(["Clear for finance “Coastal paths”"]);
    expect(await waits(who.officer)).toEqual([]);
    expect((await workOf(finance))?.readUpTo).toBeNull();
    await run(commentOnReport, id, { text: "Which year?", step: "finance" }, finance);
    await run(recordClearance, id, { step: "finance", outcome: "returned", comment: "Say which year." }, finance);
    expect(await status(id)).toBe("draft");
    expect(await waits(finance)).toEqual([]);
    expect(await waits(who.officer)).toEqual(["Change, and send again, “Coastal paths”"]);
    expect((await waitingOf(who.officer))[0]?.why).toContain(
      "otherOfficer returned it on 3 October 2016: “Say which year”.",
    );
    expect((await trail(id)).at(-1)).toBe("returnToAuthor by otherOfficer");
    expect(await db.clearance.findFirst({ where: { step: "finance" } })).toMatchObject({
      outcome: "returned",
      comment: "Say which year.",
    });
    await write(id, "One, in 2017.");
    await take(id, { name: "sendForClearance", actor: who.officer });
    const work = await workOf(finance);
    expect(work?.changes?.map(({ what, kind }) => `${what} ${kind}`)).toEqual(["Paragraph 1 changed"]);
    expect(work?.comments).toMatchObject([{ text: "Which year?", step: "finance", by: "otherOfficer" }]);
    await run(readReport, id, { read: String(work?.latest) }, finance);
    expect((await workOf(finance))?.changes).toBeNull();
  });

  it("is recorded by them for their own step only, in their own name, and with what is to be changed", async () => {
    const id = await send();
    const finance = who.otherOfficer;
    const cleared = { step: "finance", outcome: "cleared" };
    expect(await failureOf(run(recordClearance, id, { ...cleared, step: "legal" }, finance))).toMatchObject({
      kind: "invalid",
    });
    expect(
      await codesOf(run(recordClearance, id, { ...cleared, onBehalfOf: "Legal", evidence: "E-mail" }, finance)),
    ).toEqual(["not-permitted"]);
    expect(await failureOf(run(recordClearance, id, { ...cleared, outcome: "returned" }, finance))).toMatchObject({
      fields: { comment: [expect.any(String)] },
    });
    expect(await codesOf(run(recordClearance, id, cleared, who.officer))).toEqual(["not-permitted"]);
    expect(await codesOf(run(recordClearance, id, cleared, who.member))).toEqual(["not-found"]);
    await run(recordClearance, id, cleared, finance);
    expect(await waits(finance)).toEqual([]);
    expect(await codesOf(take(id, { name: "signOff", actor: finance }))).toEqual(["not-permitted"]);
  });

  it("is returned by them in one step with why, and in nobody else's name without what shows it", async () => {
    const id = await send();
    const finance = who.otherOfficer;
    const before = await db.report.findUniqueOrThrow({ where: { id } });
    const legal = { step: "legal", outcome: "returned", comment: "Which Act?" };
    expect(await codesOf(run(recordClearance, id, legal, who.officer))).toEqual(["not-permitted"]);
    expect(await codesOf(take(id, { name: "returnToAuthor", actor: finance }))).toEqual(["needs-reason"]);
    expect(await db.report.findUniqueOrThrow({ where: { id } })).toEqual(before);
    const twice = await Promise.all([
      codesOf(
        run(recordClearance, id, { ...legal, onBehalfOf: "Legal", evidence: "E-mail" }, who.clerk, before.version),
      ),
      codesOf(run(recordClearance, id, { ...legal, step: "finance" }, finance, before.version)),
    ]);
    expect(twice.flat().filter((code) => ["stale", "wrong-status"].includes(String(code)))).toHaveLength(1);
    expect(await db.clearance.count({ where: { outcome: "returned" } })).toBe(1);
    expect(await status(id)).toBe("draft");
    expect(await codesOf(run(recordClearance, id, { step: "finance", outcome: "cleared" }, finance))).toEqual([
      "wrong-status",
    ]);
  });

  it("is only noted as to be changed where it came from outside: no author is here for it to go back to", async () => {
    const id = await found("received");
    await run(recordClearance, id, { step: "director", outcome: "returned", comment: "No date." }, who.clerk);
    expect(await status(id)).toBe("received");
    expect(await db.clearance.findMany()).toMatchObject([
      { step: "director", outcome: "returned", comment: "No date." },
    ]);
  });

  it("takes comments from those who write and clear it, and from nobody else", async () => {
    const id = await send();
    for (const actor of [who.member, who.chair, who.administrator])
      expect(await codesOf(run(commentOnReport, id, { text: "Mine." }, actor))).toEqual(["not-found"]);
    expect(await codesOf(run(commentOnReport, id, { text: "Mine." }, who.scrutinyOfficer))).toEqual(["not-permitted"]);
    expect(await failureOf(run(commentOnReport, id, { text: " " }, director))).toMatchObject({
      fields: { text: [expect.any(String)] },
    });
    await db.report.update({ where: { id }, data: { status: "published", audience: "public" } });
    expect(await codesOf(run(commentOnReport, id, { text: "Late." }, director))).toEqual(["wrong-status"]);
    expect(await db.reportComment.count()).toBe(0);
  });
});

describe("the preview of a report", () => {
  it("numbers what is typed by whoever may write in it, and for nobody else", async () => {
    const id = await found("draft");
    await write(id, "One.");
    const numbered = await numberTyped(who.officer, SLUG, "## Costs\n\nDear.\n\nOne.");
    expect(numbered?.map(({ number, anchor }) => `${number} ${anchor}`)).toEqual(["1 1-v2", "1.1 1-1", "1.2 1"]);
    for (const actor of [who.otherOfficer, who.member, director])
      expect(await numberTyped(actor, SLUG, "Mine.")).toBeNull();
    expect(await db.reportVersion.count({ where: { reportId: id, byId: { not: null } } })).toBe(1);
    await db.report.update({ where: { id }, data: { status: "in_clearance" } });
    expect(await numberTyped(who.officer, SLUG, "Mine.")).toBeNull();
  });
});

describe("the check of a report", () => {
  it("is told while it is typed, and asked about when it is signed off", async () => {
    const id = await found("draft");
    await write(id, "See paragraph 7.");
    const typed = await checkTyped(who.officer, SLUG, { text: { markdown: "## A\n\nSee paragraph 1.1." } });
    expect(typed.map(({ code }) => code)).toEqual(["reference-to-itself"]);
    expect(await checkTyped(who.otherOfficer, SLUG, {})).toEqual([]);
    await take(id, { name: "sendForClearance", actor: who.officer });
    expect(await codesOf(take(id, { name: "signOff", actor: director }))).toEqual([
      "needs-reason",
      "reference-nowhere",
    ]);
    await take(id, { name: "signOff", actor: director, reason: "It means the other report." });
    expect(await status(id)).toBe("signed_off");
  });

  it("finds a restricted paper among the background papers, of those that the reader may know of", async () => {
    const template = [
      { key: "background_papers", label: "Background papers", kind: "list", need: "optional", noneIsAnswer: true },
    ];
    await db.body.update({ where: { id: here.committee }, data: { frontSheet: template } });
    const paper = {
      ...{ bodyId: here.committee, paragraphs: [3] },
      ...({ kind: "appendix", restriction: "exempt" } as const),
    };
    await db.paper.create({ data: { ...paper, title: "Draft business case", audience: "inside" } });
    await db.paper.create({ data: { ...paper, title: "Nobody knows of this", audience: "keepers" } });
    const id = await found("draft");
    await run(fillFrontSheet, id, {
      "sheet-background_papers": "Draft Business Case, June 2016\nNobody knows of this\nCorporate Plan",
    });
    await take(id, { name: "sendForClearance", actor: who.officer });
    expect(await codesOf(take(id, { name: "signOff", actor: director }))).toEqual([
      "needs-reason",
      "restricted-background-paper",
    ]);
  });
});
