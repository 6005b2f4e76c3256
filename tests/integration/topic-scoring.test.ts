import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { TOPICC } from "@/domain/scoring/methods";
import { db, inTransaction, publicDb } from "@/server/db";
import { getScoring, scoreTopic } from "@/server/topics/scoring";
import { getThreadFacts } from "@/server/topics/thread-facts";
import { failureOf } from "../support/outcomes";
import { beginWithScoring, council, rowOf, suggest, take, triage } from "../support/topics";

beginWithScoring();

describe("scoring", () => {
  const ALL = Object.fromEntries(TOPICC.criteria.map(({ key }) => [key, 1]));
  const score = (actor: Person, id: string, marks: Record<string, number> = ALL, version = 0) =>
    inTransaction((tx) => scoreTopic(tx, actor, { id, version, marks }));
  const placed = async () => {
    const slug = await suggest();
    await triage(slug);
    return await rowOf(slug);
  };

  it("shows nobody's marks to a member until they have scored themselves; officers' stand apart", async () => {
    const { id } = await placed();
    const { member, chair, clerk, scrutinyOfficer, councillor } = council.people;
    await score(chair, id, { ...ALL, timely: 2 });
    expect(await getScoring(member, id)).toMatchObject({ mayScore: true, own: null, count: 1, shown: null });
    expect(await getScoring(scrutinyOfficer, id)).toMatchObject({ mayScore: true, shown: null });
    expect(await getScoring(councillor, id)).toMatchObject({ mayScore: false, shown: null });
    expect(await getScoring(clerk, id)).toMatchObject({ shown: { result: { total: 7 } } });

    await score(member, id);
    await score(scrutinyOfficer, id, { ...ALL, timely: 0 });
    const { shown } = (await getScoring(member, id))!;
    expect(shown?.result).toMatchObject({ total: 6, members: 6.5, officers: 5, complete: 3 });
    expect(shown?.lines[0]).toEqual({
      key: "timely",
      label: "Timely",
      members: { mean: 1.5, least: 1, most: 2 },
      officers: { mean: 0, least: 0, most: 0 },
    });
    expect((await getScoring(councillor, id))?.shown).toBeNull();
    await expect(publicDb.score.count()).rejects.toThrow(/denied/);
    // The trail says that, never how.
    const entries = await db.auditEntry.findMany({ where: { action: "topic.enterScore" } });
    expect(entries.map(({ actorName, after }) => [actorName, after])).toEqual(
      ["chair", "member", "scrutinyOfficer"].map((name) => [name, { method: "topicc 1" }]),
    );
  });

  it("is for those who sit on the committee, and for officers of scrutiny", async () => {
    const { id } = await placed();
    const { officer, councillor, cabinet, otherClerk, nobody } = council.people;
    for (const person of [officer, councillor, cabinet, otherClerk, nobody])
      expect(await failureOf(score(person, id)), person.name).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await db.score.count()).toBe(0);
    const hidden = await rowOf(await suggest({ title: "Another" }));
    expect(await failureOf(score(nobody, hidden.id))).toEqual({ kind: "not-found" });
  });

  it("refuses marks off the scale by name, keeps part of a sheet, and is stale from elsewhere", async () => {
    const { id } = await placed();
    const { member } = council.people;
    expect(await failureOf(score(member, id, { ...ALL, timely: 3, cost: -1 }))).toMatchObject({
      refusal: { findings: [{ field: "timely" }, { field: "cost" }] },
    });
    expect(await failureOf(score(member, id, {}))).toMatchObject({ kind: "invalid" });
    expect(await db.score.count()).toBe(0);
    await score(member, id, { timely: 2 });
    expect((await getScoring(member, id))?.shown?.result).toMatchObject({ total: null, incomplete: 1 });
    expect(await failureOf(score(member, id, ALL, 0))).toMatchObject({ kind: "stale" });
    await score(member, id, ALL, 1);
    expect(await failureOf(score(member, id, ALL, 1))).toMatchObject({ kind: "stale" });
    expect(await db.score.count()).toBe(1);
  });

  it("is over once it is closed, and its result is public from then on", async () => {
    const { id, slug } = await placed();
    const { member, chair, clerk, councillor } = council.people;
    expect(await failureOf(take(clerk, slug, "score"))).toMatchObject({
      refusal: { findings: [{ code: "no-scores" }] },
    });
    await score(chair, id, { ...ALL, timely: 2 });
    const before = await getThreadFacts(PUBLIC_SCOPE, id);
    expect(before.steps.map(({ status, score }) => [status, score])).toEqual([["triaged", null]]);
    await take(clerk, slug, "score");
    expect(await failureOf(score(member, id))).toMatchObject({ refusal: { code: "wrong-status" } });
    expect((await getScoring(councillor, id))?.shown?.result.total).toBe(7);
    const { steps } = await getThreadFacts(PUBLIC_SCOPE, id);
    expect(steps.at(-1)).toMatchObject({
      status: "scored",
      on: "2016-10-03",
      score: { total: 7, members: 7, officers: null, complete: 1, threshold: 8, most: 11, method: "TOPICC, version 1" },
    });
  });
});
