import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { moveClock } from "@/server/clock/commands";
import { getClockSetting } from "@/server/clock/queries";
import { db, inTransaction } from "@/server/db";
import { emptyDatabase } from "../support/database";
import { failureOf } from "../support/outcomes";
import { createAccount, createBody, createPerson, createSeat, setClock } from "../support/people";
import { signedIn } from "../support/settings";

let administrator: Person;

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  administrator = await signedIn("System Administrator", "administrator");
});

const move = (actor: Person, standsAt: string, version = 1) =>
  inTransaction((tx) => moveClock(tx, actor, { version, standsAt }));

const shows = async () => {
  const { date, time, version } = await getClockSetting();
  return `${date}T${time} v${version}`;
};

describe("moving the clock", () => {
  it("is done and written down with what was before", async () => {
    await move(administrator, "2016-10-11T10:00");
    expect(await shows()).toBe("2016-10-11T10:00 v2");
    const [entry] = await db.auditEntry.findMany();
    expect(entry).toMatchObject({
      action: "business clock.move",
      actorId: administrator.personId,
      happenedOn: "2016-10-03",
      before: { standsAt: "2016-10-03T09:00" },
      after: { standsAt: "2016-10-11T10:00" },
    });
    // Real time, whatever the clock says.
    expect(Math.abs(Date.now() - (entry?.recordedAt.getTime() ?? 0))).toBeLessThan(60_000);
  });

  it("may go back, and means London time in summer and winter", async () => {
    await move(administrator, "2016-06-16T10:00");
    expect(await shows()).toBe("2016-06-16T10:00 v2");
    expect((await db.businessClock.findUniqueOrThrow({ where: { id: 1 } })).standsAt?.toISOString()).toBe(
      "2016-06-16T09:00:00.000Z",
    );
    await move(administrator, "2017-01-11T10:00", 2);
    expect((await db.businessClock.findUniqueOrThrow({ where: { id: 1 } })).standsAt?.toISOString()).toBe(
      "2017-01-11T10:00:00.000Z",
    );
  });

  it("does not exist for anybody but the administrator, and leaves no trace", async () => {
    const clerk = await signedIn("Helen Whitby", "democratic_services");
    const nobody = await signedIn("Nobody Much");
    for (const person of [clerk, nobody])
      expect(await failureOf(move(person, "2016-10-11T10:00"))).toEqual({ kind: "not-found" });
    expect(await shows()).toBe("2016-10-03T09:00 v1");
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("is refused in a council's own site", async () => {
    await db.businessClock.update({ where: { id: 1 }, data: { demonstration: false, standsAt: null } });
    expect(await failureOf(move(administrator, "2016-10-11T10:00"))).toMatchObject({
      kind: "refused",
      refusal: { sentence: expect.stringContaining("real time") },
    });
    expect((await db.businessClock.findUniqueOrThrow({ where: { id: 1 } })).standsAt).toBeNull();
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("is refused to a day that does not exist", async () => {
    expect(await failureOf(move(administrator, "2016-02-30T10:00"))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(move(administrator, "tomorrow"))).toMatchObject({ kind: "invalid" });
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("is refused to whoever read an older version, who is told where it stands now", async () => {
    await move(administrator, "2016-10-11T10:00");
    expect(await failureOf(move(administrator, "2016-12-01T09:00"))).toEqual({
      kind: "stale",
      current: { version: 2, changedBy: null, values: { standsAt: "11 October 2016, 10.00 am" } },
    });
    expect(await shows()).toBe("2016-10-11T10:00 v2");
  });

  it("by several at once succeeds for one, with one entry", async () => {
    const failures = await Promise.all(
      Array.from({ length: 8 }, (_, n) => failureOf(move(administrator, `2016-11-0${n + 1}T09:00`))),
    );
    expect(failures.filter((found) => found === undefined)).toHaveLength(1);
    expect(failures.filter((found) => found?.kind === "stale")).toHaveLength(7);
    expect(await db.auditEntry.count()).toBe(1);
  });

  it("changes at once which seats are held", async () => {
    const personId = await createPerson("Steve Butler");
    const committee = await createBody("scrutiny_committee", "People and Communities");
    await createSeat(personId, committee, "chair", { from: "2013-05-10", until: "2017-05-03" });
    const key = await openSession(await createAccount(personId, "steve.butler@example.org"));
    expect((await holderOfKey(key))?.person.seats).toHaveLength(1);
    await move(administrator, "2017-05-04T09:00");
    expect((await holderOfKey(key))?.person.seats).toHaveLength(0);
  });
});
