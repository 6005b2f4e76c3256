import { describe, expect, it } from "vitest";
import { db, publicDb } from "@/server/db";
import { getOfficeClause, getOfficeRecommendation, listDecisionsToRecord } from "@/server/recommendations/office";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { council, who } from "../support/programme-commands";
import {
  ANSWER,
  act,
  agreed,
  beginWithRecommendations,
  clauseRow,
  decided,
  found,
  recommend,
  support,
  TWO_CLAUSES,
  take,
} from "../support/recommendations";
import { createResolution } from "../support/resolutions";

beginWithRecommendations();

describe("a recommendation is recorded", () => {
  it("from the decision that agreed it, clause by clause, and the public sees it", async () => {
    const decisionId = await decided();
    expect((await listDecisionsToRecord(who.clerk)).map(({ id }) => id)).toEqual([decisionId]);
    const id = await recommend(who.clerk, decisionId, {
      ...TWO_CLAUSES,
      reference: "SR (16/17) 03",
      text3: "That the NHS trust say how many miss appointments.",
      to3: "health_body",
      name3: "Dorset HealthCare",
    });
    const { clauses, ...recommendation } = await getOfficeRecommendation(who.member, id);
    expect(recommendation).toMatchObject({ title: "Bus passes", reference: "SR (16/17) 03", agreedOn: "2016-06-15" });
    expect(
      clauses.map(({ number, recipientId, recipientName, status }) => [number, recipientId, recipientName, status]),
    ).toEqual([
      [1, council.bodies.cabinet, null, "agreed"],
      [2, council.bodies.cabinet, null, "agreed"],
      [3, null, "Dorset HealthCare", "agreed"],
    ]);
    expect(await publicDb.recommendationClause.count()).toBe(3);
    expect(await trail(clauses[0]?.id ?? "")).toEqual(["agree by clerk"]);
    expect(await db.auditEntry.findFirst({ where: { action: "recommendation clause.agree" } })).toMatchObject({
      authorityId: expect.any(String),
      happenedOn: "2016-06-15",
    });
  });

  it("and no word of it changes afterwards", async () => {
    const [id] = await agreed();
    const { recommendationId } = await clauseRow(id);
    await expect(
      db.recommendation.update({ where: { id: recommendationId }, data: { title: "Else" } }),
    ).rejects.toThrow();
    await expect(db.recommendationClause.update({ where: { id }, data: { text: "Else" } })).rejects.toThrow();
    await expect(
      db.recommendationClause.update({ where: { id }, data: { recipientKind: "partner" } }),
    ).rejects.toThrow();
  });

  it("not without clauses, words or a recipient; and what is weak wants a reason", async () => {
    const decisionId = await decided();
    expect(await codesOf(recommend(who.clerk, decisionId, { title: "Bus passes" }))).toEqual([
      "against-rule",
      "no-clause",
    ]);
    expect(
      await codesOf(
        recommend(who.clerk, decisionId, { title: "Bus passes", text1: "That it be so.", name2: "Somebody" }),
      ),
    ).toEqual(["against-rule", "no-recipient", "no-text", "no-recipient"]);
    const weak = { title: "Bus passes", text1: "That the Cabinet note the report.", to1: "executive" };
    expect(await codesOf(recommend(who.clerk, decisionId, weak))).toEqual(["needs-reason", "weak-clause"]);
    expect(await db.recommendation.count()).toBe(0);
    expect(await db.authority.count()).toBe(0);
    await recommend(who.clerk, decisionId, { ...weak, reason: "The committee’s own words." });
  });

  it("by nobody else, and from no other decision", async () => {
    const decisionId = await decided();
    for (const name of ["member", "chair", "cabinet", "officer", "otherClerk", "scrutinyOfficer"] as const)
      expect(await codesOf(recommend(who[name], decisionId, TWO_CLAUSES)), name).toEqual(["not-permitted"]);
    const resolved = await createResolution({ bodyId: council.bodies.committee });
    expect(await failureOf(recommend(who.clerk, resolved.decisionId, TWO_CLAUSES))).toEqual({ kind: "not-found" });
    expect(await codesOf(recommend(who.clerk, await decided({ quorate: false }), TWO_CLAUSES))).toEqual([
      "against-rule",
      "meeting-not-quorate",
    ]);
    expect(
      await codesOf(
        recommend(
          who.clerk,
          await decided({ status: "published", startTime: "10:00", place: "Hall", publishedAt: new Date() }),
          TWO_CLAUSES,
        ),
      ),
    ).toEqual(["against-rule", "meeting-not-held"]);
    expect(await db.recommendation.count()).toBe(0);
  });

  it("once, also by two at once", async () => {
    const decisionId = await decided();
    const results = await Promise.allSettled([1, 2].map(() => recommend(who.clerk, decisionId, TWO_CLAUSES)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await codesOf(recommend(who.clerk, decisionId, TWO_CLAUSES))).toEqual(["wrong-status"]);
    expect(await db.recommendation.count()).toBe(1);
  });

  it("under a reference that no other has", async () => {
    await recommend(who.clerk, await decided(), { ...TWO_CLAUSES, reference: "SR 1" });
    expect(await failureOf(recommend(who.clerk, await decided(), { ...TWO_CLAUSES, reference: "SR 1" }))).toMatchObject(
      {
        fields: { reference: expect.any(Array) },
      },
    );
  });

  it("to contest an answer: a new one, linked to the clause", async () => {
    const id = await found("responded", { kind: "rejected" });
    const open = (await agreed())[1];
    expect(await failureOf(recommend(who.clerk, await decided(), { ...TWO_CLAUSES, contestsId: open }))).toMatchObject({
      fields: { contestsId: expect.any(Array) },
    });
    const contest = await recommend(who.clerk, await decided(), { ...TWO_CLAUSES, title: "Again", contestsId: id });
    const { recommendationId } = await clauseRow(id);
    expect((await getOfficeClause(who.clerk, { id: recommendationId, number: 1 })).contestedBy).toMatchObject([
      { id: contest },
    ]);
  });
});

it("what is hidden is not found", async () => {
  const [id] = await agreed();
  const { recommendationId } = await clauseRow(id);
  await db.recommendation.update({ where: { id: recommendationId }, data: { audience: "chair" } });
  expect(await failureOf(getOfficeRecommendation(who.member, recommendationId))).toEqual({ kind: "not-found" });
  expect(await failureOf(getOfficeClause(support, { id: recommendationId, number: 1 }))).toEqual({ kind: "not-found" });
  expect(await codesOf(take(support, id, "recordResponse", { typed: ANSWER }))).toEqual(["not-found"]);
  expect(await codesOf(act(who.cabinet, id, "draft", ANSWER))).toEqual(["not-found"]);
  expect(await failureOf(getOfficeClause(who.clerk, { id: recommendationId, number: 9 }))).toEqual({
    kind: "not-found",
  });
});
