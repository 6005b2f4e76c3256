import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { db, inTransaction, publicDb } from "@/server/db";
import { getMeeting } from "@/server/meetings/queries";
import { takeDownPaper } from "@/server/papers/commands";
import { failureOf } from "../support/outcomes";
import { ABSENT, all, ask, beginWithAgenda, committee, item, meeting, paper, someone } from "../support/paper-door";
import { createFile } from "../support/papers";

beginWithAgenda();

const HERE = { body: "people-and-communities", meeting: "2016-10-11" };

describe("taking a paper down", () => {
  const take = (actor: Person, paperId: string, version = 1, reason = "A home address is in it") =>
    inTransaction((tx) => takeDownPaper(tx, actor, { paperId, version, reason }));
  const trace = () => publicDb.meetingEntry.findMany({ select: { kind: true, text: true, agendaItemId: true } });

  it("closes it at once to all but those who keep it, with a trace that says nothing of it", async () => {
    const paperId = await paper({}, { title: "Mrs Example of 1 Example Street" });
    const { id, sha256 } = await createFile(committee, paperId);
    const desk = await someone("democratic services");
    expect((await ask(id)).status).toBe(200);

    await take(desk, paperId);
    expect(await all(await ask(id))).toEqual(await all(await ask(ABSENT)));
    expect((await ask(id, null, { "if-none-match": `"${sha256}"`, range: "bytes=0-3" })).status).toBe(404);
    expect((await ask(id, await someone("member"))).status).toBe(404);
    expect((await ask(id, desk)).status).toBe(200);
    expect(await publicDb.paper.count()).toBe(0);
    expect(await trace()).toEqual([
      { kind: "takedown", text: "A paper was taken down after publication.", agendaItemId: item },
    ]);
    expect(await db.auditEntry.findMany()).toMatchObject([
      {
        action: "paper.takeDown",
        subjectId: paperId,
        actorId: desk.personId,
        happenedOn: "2016-10-03",
        reason: "A home address is in it",
        before: { audience: "public" },
        after: { audience: "keepers" },
      },
    ]);
  });

  it("may be done by the proper officer too, and by nobody else who sees it", async () => {
    const paperId = await paper();
    for (const kind of ["member", "other councillor", "officer", "administrator"] as const)
      expect(await failureOf(take(await someone(kind), paperId))).toMatchObject({
        kind: "refused",
        refusal: {
          code: "not-permitted",
          sentence: "“Take the paper down” is for democratic services or the proper officer.",
        },
      });
    expect(await db.auditEntry.count()).toBe(0);
    expect(await publicDb.paper.count()).toBe(1);
    await take(await someone("proper officer"), paperId);
    expect(await publicDb.paper.count()).toBe(0);
  });

  it("is not found by who may not see the paper", async () => {
    const paperId = await paper({}, { audience: "keepers" });
    expect(await failureOf(take(await someone("proper officer"), paperId))).toEqual({ kind: "not-found" });
    expect(await failureOf(take(await someone("democratic services"), ABSENT))).toEqual({ kind: "not-found" });
  });

  it("wants a reason, the version that was read, and a paper that is up", async () => {
    const paperId = await paper();
    const desk = await someone("democratic services");
    expect(await failureOf(take(desk, paperId, 1, "  "))).toMatchObject({
      kind: "invalid",
      fields: { reason: [/Say why/] },
    });
    expect(await failureOf(take(desk, paperId, 7))).toEqual({ kind: "stale" });
    expect(await db.auditEntry.count()).toBe(0);
    expect(await trace()).toEqual([]);
    const twice = await Promise.all([failureOf(take(desk, paperId)), failureOf(take(desk, paperId))]);
    expect(twice.filter((result) => result === undefined)).toHaveLength(1);
    expect(await db.auditEntry.count()).toBe(1);
    expect(await failureOf(take(desk, paperId, 2))).toMatchObject({
      kind: "refused",
      refusal: { code: "wrong-status" },
    });
  });

  it("leaves no trace in public of what the public never saw", async () => {
    const paperId = await paper({}, { audience: "inside" });
    await take(await someone("democratic services"), paperId);
    expect(await db.meetingEntry.count()).toBe(0);
  });

  it("holds, whatever is done with the meeting, the item or the paper afterwards", async () => {
    const paperId = await paper();
    const { id } = await createFile(committee, paperId);
    await take(await someone("democratic services"), paperId);
    await db.paper.update({ where: { id: paperId }, data: { audience: "public" } });
    await db.agendaItem.update({ where: { id: item }, data: { audience: "public" } });
    await db.paperFile.update({ where: { id }, data: { audience: "public" } });
    expect((await ask(id)).status).toBe(404);
    expect(await publicDb.paper.count()).toBe(0);
  });

  it("takes the report that the paper lists with it, and the snapshot that names it", async () => {
    const report = await db.report.create({
      data: { slug: "budget", title: "Budget", status: "published", bodyId: committee, audience: "public" },
    });
    await db.reportText.create({
      data: {
        reportId: report.id,
        frontSheet: {},
        bodyId: committee,
        numbered: { create: { position: 1, anchor: "1-1", markdown: "Words" } },
      },
    });
    await db.publication.create({
      data: { meetingId: meeting, number: 1, publishedAt: new Date("2016-09-30T09:00:00Z"), snapshot: {}, hash: "" },
    });
    const paperId = await paper({}, { reportId: report.id });
    const seen = async () => [
      await publicDb.report.count(),
      await publicDb.reportText.count(),
      await publicDb.reportParagraph.count(),
      await publicDb.publication.count(),
    ];
    expect(await seen()).toEqual([1, 1, 1, 1]);
    await take(await someone("democratic services"), paperId);
    expect(await seen()).toEqual([0, 0, 0, 0]);
    await db.report.update({ where: { id: report.id }, data: { audience: "public", status: "considered" } });
    await db.meeting.update({ where: { id: meeting }, data: { audience: "public" } });
    expect(await seen()).toEqual([0, 0, 0, 0]);
  });

  describe("of a paper that was corrected", () => {
    const TITLE = "Mrs Example of 1 Example Street";
    /** Three versions, each put up in the place of the one before it, each with its file and what was said of it in public. */
    const versions = async () => {
      const made: { id: string; file: string }[] = [];
      for (const number of [1, 2, 3]) {
        const replacesId = made.at(-1)?.id ?? null;
        const id = await paper({}, { title: TITLE, replacesId });
        const { id: file } = await createFile(committee, id, undefined, { fileName: `${TITLE} ${number}.pdf` });
        await db.meetingEntry.create({
          data: {
            meetingId: meeting,
            agendaItemId: item,
            paperId: id,
            kind: replacesId ? "replacement" : "supplement",
            at: new Date(`2016-10-0${number}T07:00:00Z`),
            text: `“${TITLE}”, version ${number}.`,
          },
        });
        await db.publication.create({
          data: {
            meetingId: meeting,
            number,
            publishedAt: new Date(`2016-10-0${number}T07:00:00Z`),
            snapshot: { papers: [TITLE] },
            hash: `hash ${number}`,
          },
        });
        made.push({ id, file });
      }
      return made as [Made, Made, Made];
    };
    type Made = { id: string; file: string };
    const openFiles = async (made: readonly Made[]) =>
      (await Promise.all(made.map(async ({ file }) => (await ask(file)).status))).join(" ");
    const said = async () =>
      JSON.stringify([
        await publicDb.meetingEntry.findMany(),
        await publicDb.paper.findMany(),
        await publicDb.paperFile.findMany(),
        await publicDb.publication.findMany(),
        (await getMeeting(readScope(await someone("member")), HERE, "2016-10-03")).entries,
      ]);

    it("covers every version before it: what was said of each, its file and its name, and all that was published", async () => {
      const made = await versions();
      expect(await openFiles(made)).toBe("200 200 200");
      await take(await someone("democratic services"), made[2].id);
      expect(await openFiles(made)).toBe("404 404 404");
      expect(await said()).not.toMatch(/Example|version|hash/);
      expect(await trace()).toEqual([
        { kind: "takedown", text: "A paper was taken down after publication.", agendaItemId: item },
      ]);
      expect(await db.auditEntry.findMany()).toMatchObject([
        { subjectId: made[2].id, after: { audience: "keepers", earlierVersions: [made[1].id, made[0].id] } },
      ]);
    });

    it("leaves a corrected one that stands, when what it replaced is taken down", async () => {
      const made = await versions();
      await take(await someone("democratic services"), made[1].id);
      expect(await openFiles(made)).toBe("404 404 200");
      expect(await publicDb.meetingEntry.findMany({ orderBy: { at: "asc" }, select: { text: true } })).toEqual([
        { text: `“${TITLE}”, version 3.` },
        { text: "A paper was taken down after publication." },
      ]);
    });

    it("holds for each of them, whatever is done afterwards", async () => {
      const [first, , last] = await versions();
      await take(await someone("democratic services"), last.id);
      await db.paper.update({ where: { id: first.id }, data: { audience: "public" } });
      await db.meetingEntry.updateMany({ where: { paperId: first.id }, data: { audience: "public" } });
      expect(await publicDb.paper.count({ where: { id: first.id } })).toBe(0);
      expect(await publicDb.meetingEntry.count({ where: { paperId: first.id } })).toBe(0);
    });
  });
});
