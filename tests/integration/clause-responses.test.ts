import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { db, inTransaction, publicDb } from "@/server/db";
import { clauseActs } from "@/server/recommendations/acts";
import { getOfficeClause } from "@/server/recommendations/office";
import { clauseSteps } from "@/server/recommendations/steps";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { who } from "../support/programme-commands";
import {
  ANSWER,
  act,
  beginWithRecommendations,
  clauseRow,
  director,
  found,
  support,
  take,
} from "../support/recommendations";
import { day } from "../support/typed-day";

beginWithRecommendations();

describe("an answer", () => {
  it("is recorded word for word, with what it leaves out", async () => {
    const id = await found("notice_served");
    expect(
      await codesOf(take(support, id, "recordResponse", { typed: { answerKind: "accepted", decidedBy: "executive" } })),
    ).toEqual(["against-rule", "no-response"]);
    expect(await failureOf(take(support, id, "recordResponse", { typed: { response: "Yes." } }))).toMatchObject({
      fields: { answerKind: expect.any(Array) },
    });
    await take(support, id, "recordResponse", {
      typed: { answerKind: "rejected", response: "No.", decidedBy: "executive" },
    });
    const { responses, status } = await clauseRow(id);
    expect([status, responses.length]).toEqual(["responded", 1]);
    expect(responses[0]).toMatchObject({
      status: "recorded",
      audience: "public",
      wording: "No.",
      reason: null,
      respondentIds: [],
      recordedById: support.personId,
    });
    expect(await publicDb.response.count()).toBe(1);
  });

  it("keeps its words; the reason is added afterwards with its day, once", async () => {
    const id = await found("responded", { kind: "rejected" });
    const [answer] = (await clauseRow(id)).responses;
    const typed = { responseReason: "There is no money.", ...day("givenOn", "2016-09-30") };
    expect(await codesOf(act(who.member, id, "complete", typed))).toEqual(["not-permitted"]);
    expect(await failureOf(act(support, id, "complete", { ...typed, ...day("givenOn", "2016-06-30") }))).toMatchObject({
      kind: "invalid",
    });
    expect(await failureOf(act(support, id, "complete", day("givenOn", "2016-09-30")))).toMatchObject({
      kind: "invalid",
    });
    await act(support, id, "complete", typed);
    expect((await clauseRow(id)).responses[0]).toMatchObject({
      wording: "That it be so.",
      reason: "There is no money.",
      reasonGivenOn: "2016-09-30",
    });
    expect((await trail(id)).at(-1)).toBe("complete by support");
    expect(await codesOf(act(support, id, "complete", typed))).toEqual(["wrong-status"]);
    for (const data of [
      { wording: "Else" },
      { reason: "Else" },
      { kind: "accepted" as const },
      { status: "draft" as const, audience: "keepers" as const },
    ])
      await expect(db.response.update({ where: { id: answer?.id ?? "" }, data })).rejects.toThrow();
  });

  it("that accepts is completed with who does what by when", async () => {
    const id = await found("responded", { kind: "accepted" });
    await act(support, id, "complete", { undertaking: "Extend it.", undertakingOwner: who.officer.personId });
    const [made] = (await clauseRow(id)).responses[0]?.undertakings ?? [];
    expect(made).toMatchObject({
      text: "Extend it.",
      ownerId: who.officer.personId,
      dueOn: null,
      givenOn: TODAY,
      audience: "public",
    });
    await act(support, id, "complete", day(`due-${made?.id}`, "2017-01-31"));
    expect((await clauseRow(id)).responses[0]?.undertakings).toMatchObject([
      { ownerId: who.officer.personId, dueOn: "2017-01-31" },
    ]);
  });

  it("is recorded by the executive, its support and democratic services, and nobody else", async () => {
    for (const person of [who.cabinet, support, who.clerk])
      await take(person, await found("agreed"), "recordResponse", { typed: ANSWER });
    const id = await found("agreed");
    for (const person of [who.member, who.chair, who.officer, director, who.scrutinyOfficer, who.otherClerk])
      expect(await codesOf(take(person, id, "recordResponse", { typed: ANSWER })), person.name).toEqual([
        "not-permitted",
      ]);
    expect((await clauseRow(id)).responses).toEqual([]);
  });

  it("that was unclear is followed by a clearer one; both stay", async () => {
    const id = await found("responded", { kind: "unclear" });
    await act(support, id, "further", {
      answerKind: "rejected",
      response: "It meant no.",
      decidedBy: "letter",
      ...day("decidedOn", "2016-08-01"),
    });
    const { recommendationId } = await clauseRow(id);
    const { answers, clause } = await getOfficeClause(who.member, { id: recommendationId, number: 1 });
    expect(answers.map(({ kind }) => kind)).toEqual(["rejected", "unclear"]);
    expect(clause.subject.response).toMatchObject({ kind: "rejected" });
  });

  it("is compared with what was asked by democratic services", async () => {
    const id = await found("responded", { kind: "accepted" });
    expect(await codesOf(act(support, id, "compare", { changedInSubstance: "yes" }))).toEqual(["not-permitted"]);
    await act(who.clerk, id, "compare", { changedInSubstance: "yes" });
    expect((await clauseRow(id)).responses[0]?.changedInSubstance).toBe(true);
  });
});

describe("a draft of an answer", () => {
  it("is its keepers’ alone until it is recorded", async () => {
    const id = await found("notice_served");
    await act(support, id, "draft", { ...ANSWER, response: "Perhaps.", readers: who.cabinet.personId });
    const { recommendationId, responses } = await clauseRow(id);
    expect(responses).toMatchObject([{ status: "draft", audience: "keepers" }]);
    const shownTo = async (person: Person) =>
      JSON.stringify([
        await getOfficeClause(person, { id: recommendationId, number: 1 }),
        await clauseSteps.offer(person, id),
        await clauseActs.offer(person, id),
      ]);
    for (const person of [support, who.cabinet, who.clerk, who.scrutinyOfficer])
      expect(await shownTo(person), person.name).toContain("Perhaps.");
    for (const person of [who.member, who.chair, who.councillor, who.officer, director]) {
      const shown = await shownTo(person);
      expect(shown, person.name).not.toContain("Perhaps.");
      expect(shown, person.name).not.toContain("draft by");
    }
    expect(await publicDb.response.count()).toBe(0);
    expect(await trail(id)).toEqual(["agree by clerk"]);

    await take(who.cabinet, id, "recordResponse", { typed: { ...ANSWER, response: "Yes." } });
    expect((await clauseRow(id)).responses).toMatchObject([
      { status: "recorded", wording: "Yes.", respondentIds: [support.personId, who.cabinet.personId] },
    ]);
  });

  it("is nobody’s to write who does not answer, and not once it was answered", async () => {
    const id = await found("notice_served");
    for (const person of [who.member, who.chair, who.clerk, who.scrutinyOfficer])
      expect(await codesOf(act(person, id, "draft", ANSWER)), person.name).toEqual(["not-permitted"]);
    const answered = await found("responded", { kind: "accepted" });
    expect(await codesOf(act(support, answered, "draft", ANSWER))).toEqual(["wrong-status"]);
    expect(await failureOf(act(support, id, "draft", ANSWER, 7))).toEqual({ kind: "stale" });
  });
});

it("two at once record one answer", async () => {
  const id = await found("notice_served");
  const once = (person: Person) =>
    inTransaction((tx) => clauseSteps.take(tx, person, { id, version: 1, name: "recordResponse", typed: ANSWER }));
  const results = await Promise.allSettled([once(support), once(who.cabinet)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await clauseRow(id)).responses).toHaveLength(1);
  expect(await failureOf(once(support))).toMatchObject({ kind: "stale", current: { values: { status: "Answered" } } });
});
