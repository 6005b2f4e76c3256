import { describe, expect, it } from "vitest";
import { THE_PUBLIC } from "@/domain/access/actor";
import { db, inTransaction, publicDb } from "@/server/db";
import { publishMeeting } from "@/server/meetings/commands";
import { hashOf } from "@/server/meetings/publication-snapshot";
import { failureOf } from "../support/outcomes";
import { createFile, createPaper } from "../support/papers";
import { setClock } from "../support/people";
import { beginWithMeeting, committee, desk, inPublic, meeting, member, paper, publish } from "../support/publication";

beginWithMeeting();

describe("publishing a meeting", () => {
  it("opens its items, its papers and their files, and says since when", async () => {
    await createFile(committee, await paper());
    await createPaper(committee, { meetingId: meeting, title: "Supplement to the agenda" });
    expect(await inPublic()).toEqual({ items: 0, papers: 0, files: 0 });
    await publish();
    expect(await inPublic()).toEqual({ items: 1, papers: 2, files: 1 });
    const at = new Date("2016-10-03T08:00:00Z");
    expect(await publicDb.meeting.findFirst()).toMatchObject({ status: "published", publishedAt: at });
    expect(await publicDb.agendaItem.findFirst()).toMatchObject({ openSince: at });
    expect(await publicDb.paper.findMany()).toMatchObject([{ openSince: at }, { openSince: at }]);
  });

  it("keeps restricted content inside, and what is taken down or was replaced where it is", async () => {
    await createFile(
      committee,
      await paper({
        restriction: "exempt",
        paragraphs: [3],
        publicInterest: "Bids",
        restrictionSignedById: desk.personId,
      }),
    );
    const old = await paper({ title: "First version" });
    await paper({ title: "Second version", replacesId: old });
    await paper({ title: "Somebody's address", takenDownAt: new Date("2016-10-01T08:00:00Z") });
    await publish({ reason: "No exclusion item yet" });
    expect(await inPublic()).toEqual({ items: 1, papers: 2, files: 0 });
    expect((await publicDb.paper.findMany()).map(({ title }) => title).sort()).toEqual([
      "Appendix 3",
      "Second version",
    ]);
  });

  it("keeps what anybody could read, with a hash that what is read back still has", async () => {
    await createFile(committee, await paper({ title: "Revenue budget" }));
    await createFile(
      committee,
      await paper({ restriction: "exempt", paragraphs: [3], restrictionSignedById: desk.personId, position: 2 }),
      "canary: the ceiling is four million",
      { fileName: "canary-ceiling.pdf" },
    );
    await publish({ reason: "Said at the meeting" });
    const [publication] = await publicDb.publication.findMany();
    expect(publication).toMatchObject({ number: 1, byId: desk.personId, hash: hashOf(publication?.snapshot) });
    expect(publication?.snapshot).toMatchObject({
      body: { slug: "people-and-communities" },
      meeting: { slug: "2016-10-11", startTime: "10:00", publishedAt: "2016-10-03T08:00:00.000Z" },
      agenda: [
        {
          number: "1",
          papers: [
            { title: "Revenue budget", restriction: "public", files: [{ mediaType: "application/pdf" }] },
            { title: "Appendix 3", restriction: "exempt", paragraphs: [3], files: [] },
          ],
        },
      ],
    });
    expect(JSON.stringify(publication)).not.toContain("canary");
    expect(((publication?.gaps ?? []) as { code: string }[]).map(({ code }) => code)).toEqual([
      "no-public-interest-reason",
      "no-exclusion-item",
    ]);
    await expect(db.publication.updateMany({ data: { hash: "" } })).rejects.toThrow("append-only");
  });

  it("publishes the reports that are cleared, and lists the others without what they say", async () => {
    const report = async (slug: string, status: "cleared" | "draft") => {
      const { id } = await db.report.create({
        data: {
          slug,
          title: slug,
          status,
          // Written in many times before it was cleared, and its text less often.
          version: 7,
          bodyId: committee,
          audience: "keepers",
        },
      });
      await db.reportText.create({ data: { reportId: id, bodyId: committee, frontSheet: {} } });
      return id;
    };
    const ready = await paper({ kind: "report", title: "Ready", reportId: await report("ready", "cleared") });
    const late = await paper({ kind: "report", title: "Late", reportId: await report("late", "draft") });
    await createFile(committee, late);
    await publish({ reason: "The other follows on Wednesday" });
    expect((await publicDb.report.findMany()).map(({ slug, status }) => [slug, status])).toEqual([
      ["ready", "published"],
    ]);
    expect(await publicDb.reportText.count()).toBe(1);
    expect(await inPublic()).toEqual({ items: 1, papers: 2, files: 0 });
    expect(await publicDb.paper.findUnique({ where: { id: late } })).toMatchObject({ heldBack: true, openSince: null });
    expect(await publicDb.paper.findUnique({ where: { id: ready } })).toMatchObject({ heldBack: false });
    expect((await db.auditEntry.findMany({ orderBy: { recordedAt: "asc" } })).map(({ action }) => action)).toEqual([
      "meeting.publish",
      "report.publish",
    ]);
  });

  it("makes a report's text as restricted as its listing says, before anybody reads it", async () => {
    const { id } = await db.report.create({
      data: { slug: "care", title: "Care", status: "cleared", bodyId: committee, audience: "keepers" },
    });
    await db.reportText.create({ data: { reportId: id, bodyId: committee, frontSheet: {} } });
    await paper({
      kind: "report",
      reportId: id,
      restriction: "exempt",
      paragraphs: [1],
      publicInterest: "A child",
      restrictionSignedById: desk.personId,
    });
    await publish({ reason: "Exclusion follows" });
    expect(await publicDb.report.count()).toBe(1);
    expect(await publicDb.reportText.count()).toBe(0);
    expect(await db.reportText.findUnique({ where: { reportId: id } })).toMatchObject({
      restriction: "exempt",
      paragraphs: [1],
      audience: "inside",
    });
  });

  it("is refused in words where a restriction is unsigned, and nothing has changed", async () => {
    await createFile(committee, await paper({ restriction: "exempt", paragraphs: [3], publicInterest: "Bids" }));
    expect(await failureOf(publish({ reason: "Now" }))).toMatchObject({
      kind: "refused",
      refusal: {
        code: "against-rule",
        findings: expect.arrayContaining([expect.objectContaining({ code: "restriction-unsigned" })]),
      },
    });
    expect(await inPublic()).toEqual({ items: 0, papers: 0, files: 0 });
    expect(await db.publication.count()).toBe(0);
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("asks a reason for short notice, and records it", async () => {
    await setClock("2016-10-05");
    expect(await failureOf(publish())).toMatchObject({ refusal: { code: "needs-reason" } });
    await publish({ reason: "The printer broke" });
    expect(await db.auditEntry.findFirst()).toMatchObject({
      reason: "The printer broke",
      warnings: [
        { code: "short-notice", sentence: expect.stringContaining("does not meet the rule of 5 clear days: 3") },
      ],
    });
  });

  it("asks one too after the hour by which the body's agendas go up, on the last day", async () => {
    await db.body.update({ where: { id: committee }, data: { rules: { publishBy: "08:30" } } });
    expect(await failureOf(publish())).toMatchObject({
      refusal: { findings: [{ code: "short-notice", sentence: expect.stringContaining("5 clear days: 4") }] },
    });
    await db.body.update({ where: { id: committee }, data: { rules: { publishBy: "09:00" } } });
    expect(await failureOf(publish())).toBeUndefined();
  });

  it("is for democratic services; a meeting one may not see is not found; one of two at once wins", async () => {
    expect(await failureOf(publish({ actor: member }))).toMatchObject({ refusal: { code: "not-permitted" } });
    await db.meeting.update({ where: { id: meeting }, data: { status: "planned", audience: "keepers" } });
    expect(await failureOf(publish({ actor: member }))).toEqual({ kind: "not-found" });
    const nobody = inTransaction((tx) => publishMeeting(tx, THE_PUBLIC, { meetingId: meeting, version: 1 }));
    expect(await failureOf(nobody)).toEqual({ kind: "not-found" });
    await db.meeting.update({ where: { id: meeting }, data: { status: "convened", audience: "public" } });
    expect(await failureOf(publish({ version: 7 }))).toEqual({ kind: "stale" });
    const both = await Promise.all([failureOf(publish({ version: 1 })), failureOf(publish({ version: 1 }))]);
    expect(both.filter((result) => result === undefined)).toHaveLength(1);
    expect(await db.publication.count()).toBe(1);
  });
});
