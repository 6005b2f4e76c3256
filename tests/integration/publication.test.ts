import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Person, THE_PUBLIC } from "@/domain/access/actor";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { db, inTransaction, publicDb } from "@/server/db";
import { expectedFailure } from "@/server/errors";
import {
  cancelScheduledPublication,
  carryOutPublication,
  publishMeeting,
  recordRefusedPublication,
  schedulePublication,
} from "@/server/meetings/commands";
import { hashOf } from "@/server/meetings/publication-snapshot";
import { emptyDatabase } from "../support/database";
import { createFile, createItem, createMeeting, createPaper } from "../support/papers";
import { createAccount, createBody, createPerson, createPost, createSeat, setClock } from "../support/people";

let folder: string;
let committee: string;
let meeting: string;
let item: string;
let desk: Person;
let member: Person;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "papers-"));
  process.env.SCRUTINEER_DATA = folder;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  committee = await createBody("scrutiny_committee", "People and Communities");
  meeting = await createMeeting(committee);
  item = await createItem(committee, meeting);
  desk = await signedIn("Helen Whitby", (id) => createPost(id, "democratic_services", "Democratic Services Officer"));
  member = await signedIn("Ros Kayes", (id) => createSeat(id, committee));
});

async function signedIn(name: string, with_: (id: string) => Promise<unknown>): Promise<Person> {
  const id = await createPerson(name);
  await with_(id);
  const holder = await holderOfKey(await openSession(await createAccount(id, `${id}@example.org`)));
  if (!holder) throw new Error("not signed in");
  return holder.person;
}

const failure = (doing: Promise<unknown>) =>
  doing.then(
    () => undefined,
    (error: unknown) => expectedFailure(error),
  );
const version = async () => (await db.meeting.findUniqueOrThrow({ where: { id: meeting } })).version;
const publish = async (more: { actor?: Person; version?: number; reason?: string } = {}) => {
  const read = more.version ?? (await version());
  return inTransaction((tx) =>
    publishMeeting(tx, more.actor ?? desk, { meetingId: meeting, version: read, reason: more.reason }),
  );
};
const paper = (more: Parameters<typeof createPaper>[1] = {}) =>
  createPaper(committee, { meetingId: meeting, agendaItemId: item, ...more });

/** What the public's own login sees. */
const inPublic = async () => ({
  items: await publicDb.agendaItem.count(),
  papers: await publicDb.paper.count(),
  files: await publicDb.paperFile.count(),
});

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
    expect(await failure(publish({ reason: "Now" }))).toMatchObject({
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
    expect(await failure(publish())).toMatchObject({ refusal: { code: "needs-reason" } });
    await publish({ reason: "The printer broke" });
    expect(await db.auditEntry.findFirst()).toMatchObject({
      reason: "The printer broke",
      warnings: [
        { code: "short-notice", sentence: expect.stringContaining("does not meet the rule of 5 clear days: 3") },
      ],
    });
  });

  it("is for democratic services; a meeting one may not see is not found; one of two at once wins", async () => {
    expect(await failure(publish({ actor: member }))).toMatchObject({ refusal: { code: "not-permitted" } });
    await db.meeting.update({ where: { id: meeting }, data: { status: "planned", audience: "keepers" } });
    expect(await failure(publish({ actor: member }))).toEqual({ kind: "not-found" });
    const nobody = inTransaction((tx) => publishMeeting(tx, THE_PUBLIC, { meetingId: meeting, version: 1 }));
    expect(await failure(nobody)).toEqual({ kind: "not-found" });
    await db.meeting.update({ where: { id: meeting }, data: { status: "convened", audience: "public" } });
    expect(await failure(publish({ version: 7 }))).toEqual({ kind: "stale" });
    const both = await Promise.all([failure(publish({ version: 1 })), failure(publish({ version: 1 }))]);
    expect(both.filter((result) => result === undefined)).toHaveLength(1);
    expect(await db.publication.count()).toBe(1);
  });
});

describe("scheduling it", () => {
  const schedule = async (at: string, more: { actor?: Person; version?: number; reason?: string } = {}) => {
    const read = more.version ?? (await version());
    return inTransaction((tx) =>
      schedulePublication(tx, more.actor ?? desk, { meetingId: meeting, version: read, at, reason: more.reason }),
    );
  };
  const states = async () =>
    (await db.scheduledPublication.findMany({ orderBy: { askedAt: "asc" } })).map(({ state }) => state);
  const carryOut = (scheduledId: string) =>
    inTransaction((tx) => carryOutPublication(tx, { kind: "system", job: "publish-meeting" }, { scheduledId }));

  it("is written down, and publishes nothing yet", async () => {
    const id = await schedule("2016-10-03T17:00");
    expect(await db.scheduledPublication.findMany()).toMatchObject([
      { id, state: "waiting", at: new Date("2016-10-03T16:00:00Z"), askedBy: "Helen Whitby", askedById: desk.personId },
    ]);
    expect(await db.auditEntry.findMany()).toMatchObject([
      {
        action: "meeting.schedulePublication",
        actorId: desk.personId,
        after: { scheduledFor: "2016-10-03T16:00:00.000Z" },
      },
    ]);
    expect(await version()).toBe(2);
    expect(await carryOut(id)).toBe("not yet");
    expect(await inPublic()).toEqual({ items: 0, papers: 0, files: 0 });
  });

  it("is nobody's business in public", async () => {
    await schedule("2016-10-03T17:00");
    await expect(publicDb.scheduledPublication.count()).rejects.toThrow(/permission denied|denied access/i);
  });

  it("happens once at that time of the business clock, however often the job is run", async () => {
    const id = await schedule("2016-10-03T17:00");
    await setClock("2016-10-04", "09:00");
    const outcomes = await Promise.all([carryOut(id), carryOut(id), carryOut(id)]);
    expect(outcomes.sort()).toEqual(["nothing to do", "nothing to do", "published"]);
    expect(await carryOut(id)).toBe("nothing to do");
    expect(await states()).toEqual(["done"]);
    // The demonstration's clock jumped over the time: it happened then.
    expect(await publicDb.publication.findMany()).toMatchObject([
      { number: 1, publishedAt: new Date("2016-10-03T16:00:00Z"), byId: desk.personId },
    ]);
    expect(await db.auditEntry.findMany({ where: { action: "meeting.publish" } })).toMatchObject([
      {
        actorKind: "system",
        actorId: "publish-meeting",
        happenedOn: "2016-10-03",
        reason: "Scheduled by Helen Whitby for 5.00 pm on 3 October 2016.",
        after: { status: "published", scheduledBy: "Helen Whitby" },
      },
    ]);
  });

  it("goes ahead with warnings that nobody is there to answer, and states them", async () => {
    const id = await schedule("2016-10-03T17:00");
    await db.agendaItem.update({ where: { id: item }, data: { reporting: "to_follow" } });
    await setClock("2016-10-03", "17:00");
    expect(await carryOut(id)).toBe("published");
    expect(await publicDb.publication.findFirst()).toMatchObject({ gaps: [{ code: "missing-report" }] });
  });

  it("leaves why it was refused with the schedule, and publishes nothing", async () => {
    const id = await schedule("2016-10-03T17:00");
    await paper({ restriction: "exempt", paragraphs: [3], publicInterest: "Bids" });
    await setClock("2016-10-03", "17:00");
    const refused = await failure(carryOut(id));
    expect(refused).toMatchObject({ kind: "refused" });
    expect(await states()).toEqual(["waiting"]);
    if (refused?.kind !== "refused") throw new Error("unreachable");
    const keep = () =>
      inTransaction((tx) =>
        recordRefusedPublication(
          tx,
          { kind: "system", job: "publish-meeting" },
          { scheduledId: id, refusal: refused.refusal },
        ),
      );
    await keep();
    await keep();
    expect(await db.scheduledPublication.findMany()).toMatchObject([
      { state: "refused", refusal: { sentence: expect.stringContaining("in the way") } },
    ]);
    expect(await db.auditEntry.count({ where: { action: "meeting.refuseScheduledPublication" } })).toBe(1);
    expect(await db.publication.count()).toBe(0);
    expect(await carryOut(id)).toBe("nothing to do");
  });

  it("is refused where it would be refused then: short notice asks a reason now", async () => {
    expect(await failure(schedule("2016-10-05T17:00"))).toMatchObject({ refusal: { code: "needs-reason" } });
    await schedule("2016-10-05T17:00", { reason: "Awaiting the auditor" });
    expect(await db.scheduledPublication.findFirst()).toMatchObject({ reason: "Awaiting the auditor" });
    expect(await failure(schedule("2016-10-03T17:00", { actor: member }))).toMatchObject({
      refusal: { code: "not-permitted" },
    });
    await db.meeting.update({ where: { id: meeting }, data: { place: null } });
    expect(await failure(schedule("2016-10-03T17:00"))).toMatchObject({
      refusal: { findings: [{ code: "no-place" }] },
    });
  });

  it("wants a time still to come and before the meeting, and the version that was read", async () => {
    expect(await failure(schedule("2016-10-03T09:00"))).toMatchObject({
      kind: "invalid",
      fields: { at: [/still to come/] },
    });
    expect(await failure(schedule("2016-10-12T09:00", { reason: "Late" }))).toMatchObject({
      kind: "invalid",
      fields: { at: [/before the meeting/] },
    });
    expect(await failure(schedule("tomorrow"))).toMatchObject({ kind: "invalid" });
    expect(await failure(schedule("2016-10-03T17:00", { version: 9 }))).toEqual({ kind: "stale" });
    const both = [schedule("2016-10-03T17:00", { version: 1 }), schedule("2016-10-03T18:00", { version: 1 })];
    expect((await Promise.all(both.map(failure))).filter((result) => result === undefined)).toHaveLength(1);
    expect(await states()).toEqual(["waiting"]);
  });

  it("is replaced by scheduling again, settled by publishing by hand, and can be taken back", async () => {
    const first = await schedule("2016-10-03T17:00");
    const second = await schedule("2016-10-03T18:00");
    expect(await states()).toEqual(["replaced", "waiting"]);
    await setClock("2016-10-03", "17:30");
    expect([await carryOut(first), await carryOut(second)]).toEqual(["nothing to do", "not yet"]);

    const take = async (actor: Person, read?: number) => {
      const now = read ?? (await version());
      return inTransaction((tx) => cancelScheduledPublication(tx, actor, { meetingId: meeting, version: now }));
    };
    expect(await failure(take(member))).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await failure(take(desk, 1))).toEqual({ kind: "stale" });
    await take(desk);
    expect(await states()).toEqual(["replaced", "cancelled"]);
    expect(await failure(take(desk))).toEqual({ kind: "not-found" });

    const third = await schedule("2016-10-03T18:00");
    await publish();
    await setClock("2016-10-03", "18:30");
    expect(await carryOut(third)).toBe("nothing to do");
    expect(await db.publication.count()).toBe(1);
  });
});
