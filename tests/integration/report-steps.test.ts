import { describe, expect, it } from "vitest";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { db, inTransaction, publicDb } from "@/server/db";
import { listReportUnderItem } from "@/server/meetings/agenda-papers";
import { recordClearance } from "@/server/reports/clearance";
import { signRestriction } from "@/server/reports/commands";
import { getReport } from "@/server/reports/queries";
import { writeReport } from "@/server/reports/writing";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createItem, createMeeting } from "../support/papers";
import { TODAY } from "../support/people";
import { beginWithFrontSheet, commission, director, found, restrict, run, status, take } from "../support/reports";
import { here, who } from "../support/scoping";

beginWithFrontSheet();

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
