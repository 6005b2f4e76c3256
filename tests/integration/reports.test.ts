import { describe, expect, it } from "vitest";
import { db, inTransaction, publicDb } from "@/server/db";
import { listReportUnderItem } from "@/server/meetings/agenda-papers";
import { proposeRestriction, signRestriction } from "@/server/reports/commands";
import { getReportDesk } from "@/server/reports/office";
import { fillFrontSheet, writeReport } from "@/server/reports/writing";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createItem, createMeeting } from "../support/papers";
import { TODAY } from "../support/people";
import {
  areaId,
  beginWithFrontSheet,
  commission,
  director,
  found,
  restrict,
  run,
  SHEET,
  status,
} from "../support/reports";
import { here, who } from "../support/scoping";

beginWithFrontSheet();

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
    expect(await failureOf(run(writeReport, id, typed, who.officer, 0))).toMatchObject({
      kind: "stale",
      current: { version: 2, changedBy: "officer", values: { title: "Theirs", markdown: "Theirs." } },
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

  it("is not signed where something takes the exemption away", async () => {
    const id = await found("draft");
    const exempt = { restriction: "exempt", paragraphs: "3", publicInterest: "Bidders would learn it." };
    await run(proposeRestriction, id, { ...exempt, against: ["registrable", "ownPlanningPermission"] });
    expect(await codesOf(run(signRestriction, id, {}, who.properOfficer))).toEqual([
      "against-rule",
      "registrable",
      "own-planning-permission",
    ]);
    await run(proposeRestriction, id, exempt);
    await run(signRestriction, id, {}, who.properOfficer);
    expect(await db.report.findUnique({ where: { id } })).toMatchObject({ registrable: false });
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
