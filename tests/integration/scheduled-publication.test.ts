import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { db, inTransaction, publicDb } from "@/server/db";
import {
  cancelScheduledPublication,
  carryOutPublication,
  recordRefusedPublication,
  schedulePublication,
} from "@/server/meetings/commands";
import { failureOf } from "../support/outcomes";
import { setClock } from "../support/people";
import {
  beginWithMeeting,
  desk,
  inPublic,
  item,
  meeting,
  member,
  paper,
  publish,
  version,
} from "../support/publication";

beginWithMeeting();

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
    const refused = await failureOf(carryOut(id));
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
    expect(await failureOf(schedule("2016-10-05T17:00"))).toMatchObject({ refusal: { code: "needs-reason" } });
    await schedule("2016-10-05T17:00", { reason: "Awaiting the auditor" });
    expect(await db.scheduledPublication.findFirst()).toMatchObject({ reason: "Awaiting the auditor" });
    expect(await failureOf(schedule("2016-10-03T17:00", { actor: member }))).toMatchObject({
      refusal: { code: "not-permitted" },
    });
    await db.meeting.update({ where: { id: meeting }, data: { place: null } });
    expect(await failureOf(schedule("2016-10-03T17:00"))).toMatchObject({
      refusal: { findings: [{ code: "no-place" }] },
    });
  });

  it("wants a time still to come and before the meeting, and the version that was read", async () => {
    expect(await failureOf(schedule("2016-10-03T09:00"))).toMatchObject({
      kind: "invalid",
      fields: { at: [/still to come/] },
    });
    expect(await failureOf(schedule("2016-10-12T09:00", { reason: "Late" }))).toMatchObject({
      kind: "invalid",
      fields: { at: [/before the meeting/] },
    });
    expect(await failureOf(schedule("tomorrow"))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(schedule("2016-10-03T17:00", { version: 9 }))).toEqual({ kind: "stale" });
    const both = [schedule("2016-10-03T17:00", { version: 1 }), schedule("2016-10-03T18:00", { version: 1 })];
    expect((await Promise.all(both.map(failureOf))).filter((result) => result === undefined)).toHaveLength(1);
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
    expect(await failureOf(take(member))).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await failureOf(take(desk, 1))).toEqual({ kind: "stale" });
    await take(desk);
    expect(await states()).toEqual(["replaced", "cancelled"]);
    expect(await failureOf(take(desk))).toEqual({ kind: "not-found" });

    const third = await schedule("2016-10-03T18:00");
    await publish();
    await setClock("2016-10-03", "18:30");
    expect(await carryOut(third)).toBe("nothing to do");
    expect(await db.publication.count()).toBe(1);
  });
});
