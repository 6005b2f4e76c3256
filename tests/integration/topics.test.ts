import { beforeEach, describe, expect, it } from "vitest";
import { type Person, THE_PUBLIC } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { TOPICC } from "@/domain/scoring/methods";
import { db, inTransaction, publicDb } from "@/server/db";
import { once } from "@/server/forms/once";
import { acceptTransfer, editTopic, suggestTopic } from "@/server/topics/commands";
import { getOfficeTopic, getSuggester, listTopicsLike, listTopicTasks, mayAccept } from "@/server/topics/office";
import { getTopic, listTopics } from "@/server/topics/queries";
import { getScoring, scoreTopic } from "@/server/topics/scoring";
import { topicSteps } from "@/server/topics/steps";
import { countSuggestion, SUGGESTIONS } from "@/server/topics/suggestion-throttle";
import { getThreadFacts } from "@/server/topics/thread-facts";
import { emptyDatabase } from "../support/database";
import { failureOf, trail } from "../support/outcomes";
import { type Council, createCouncil } from "../support/programme";

let council: Council;

beforeEach(async () => {
  await emptyDatabase();
  council = await createCouncil();
  await db.body.update({ where: { id: council.bodies.committee }, data: { rules: { scoringMethod: TOPICC.key } } });
  await db.scoringMethod.create({
    data: {
      key: TOPICC.key,
      number: TOPICC.version,
      name: TOPICC.name,
      threshold: TOPICC.threshold,
      criteria: TOPICC.criteria.map((criterion) => ({ ...criterion })),
    },
  });
});

const BUSES = {
  title: "Buses in the evening",
  description: "None after seven.",
  rationale: "Carers cannot get home.",
  source: "public" as const,
  contact: { name: "A resident", email: "resident@example.org", wantsReply: true },
};

const suggest = (over: Partial<typeof BUSES> = {}) =>
  inTransaction((tx) => suggestTopic(tx, THE_PUBLIC, { ...BUSES, ...over }));
const rowOf = (slug: string) => db.topic.findUniqueOrThrow({ where: { slug } });

const take = async (actor: Person, slug: string, name: string, typed: Record<string, string> = {}, consulted = "") => {
  const { id, version } = await rowOf(slug);
  await inTransaction((tx) =>
    topicSteps.take(tx, actor, { id, version, name, typed, reason: "Because it is so.", grounds: { consulted } }),
  );
};
const triage = (slug: string, actor = council.people.clerk) =>
  take(actor, slug, "triage", { bodyId: council.bodies.committee, source: "public", duplicatesSeenOn: "yes" });
const everyone = () => Object.values(council.people);
const insiders = () => everyone().filter((person) => readScope(person).inside);
const invisibleTo = (person: Person, slug: string) => failureOf(getOfficeTopic(readScope(person), slug));

describe("suggesting", () => {
  it("is done and recorded, for people inside alone until it is triaged", async () => {
    const slug = await suggest();
    expect(slug).toBe("buses-in-the-evening");
    const row = await rowOf(slug);
    expect(row).toMatchObject({
      ...{ title: BUSES.title, description: BUSES.description, rationale: BUSES.rationale, source: "public" },
      ...{ status: "suggested", audience: "inside", suggestedOn: "2016-10-03", bodyId: null, keepers: [] },
    });
    expect(await trail(row.id)).toEqual(["suggest by A member of the public"]);

    expect(await failureOf(getTopic(PUBLIC_SCOPE, slug))).toEqual({ kind: "not-found" });
    expect((await listTopics(PUBLIC_SCOPE, 1)).topics).toEqual([]);
    expect(await publicDb.topic.count()).toBe(0);
    expect(await invisibleTo(council.people.nobody, slug)).toEqual({ kind: "not-found" });
    for (const person of insiders()) expect(await invisibleTo(person, slug)).toBeUndefined();

    await triage(slug);
    expect((await getTopic(PUBLIC_SCOPE, slug)).title).toBe(BUSES.title);
    expect((await listTopics(PUBLIC_SCOPE, 1)).topics.map((topic) => topic.slug)).toEqual([slug]);
  });

  it("shows who suggested it to democratic services alone, before and after it is public", async () => {
    const slug = await suggest();
    const may = async () => {
      const row = await rowOf(slug);
      const found = await Promise.all(everyone().map((person) => getSuggester(person, row)));
      return everyone()
        .filter((_, index) => found[index] !== null)
        .map(({ name }) => name);
    };
    expect(await may()).toEqual(["clerk", "otherClerk"]);
    await triage(slug);
    expect(await may()).toEqual(["clerk"]);
    const { people } = council;
    const said = JSON.stringify([
      await getOfficeTopic(readScope(people.clerk), slug),
      await getTopic(PUBLIC_SCOPE, slug),
      await db.auditEntry.findMany(),
    ]);
    expect(said).not.toMatch(/resident@example|A resident/);
    await expect(publicDb.topicSuggester.count()).rejects.toThrow(/denied/);
  });

  it("keeps nothing of somebody who says nothing of themselves", async () => {
    await suggest({ contact: { name: " ", email: "", wantsReply: false } });
    expect(await db.topicSuggester.count()).toBe(0);
  });

  it("sent twice is one topic; two of the same name are two", async () => {
    const send = () =>
      once(THE_PUBLIC, "suggestion a-key", async (tx) => {
        await suggestTopic(tx, THE_PUBLIC, BUSES);
        return "/topics/suggest/sent";
      });
    expect(await Promise.all([send(), send(), send()])).toEqual(Array(3).fill("/topics/suggest/sent"));
    expect(await db.topic.count()).toBe(1);
    const slugs = await Promise.all([suggest(), suggest()]);
    expect(slugs.toSorted()).toEqual(["buses-in-the-evening-2", "buses-in-the-evening-3"]);
  });

  it("without a title leaves no trace", async () => {
    expect(await failureOf(suggest({ title: "  " }))).toMatchObject({ kind: "invalid" });
    expect([await db.topic.count(), await db.auditEntry.count(), await db.topicSuggester.count()]).toEqual([0, 0, 0]);
  });

  it("is for nobody's job", async () => {
    const job = inTransaction((tx) => suggestTopic(tx, { kind: "system", job: "a job" }, BUSES));
    expect(await failureOf(job)).toMatchObject({ kind: "refused", refusal: { code: "not-permitted" } });
  });

  it("is slowed by address after ten in an hour, and not elsewhere", async () => {
    const from = (address: string) => countSuggestion(address);
    for (let count = 0; count < SUGGESTIONS.points; count++) expect(await from("192.0.2.1")).toBe(0);
    expect(await from("192.0.2.1")).toBeGreaterThan(0);
    expect(await from("192.0.2.2")).toBe(0);
    const kept = await db.$queryRaw<{ key: string }[]>`SELECT key FROM throttle`;
    expect(JSON.stringify(kept)).not.toContain("192.0.2");
  });

  it("finds topics like it that the reader may see", async () => {
    const slug = await suggest();
    const like = async (person: Person) =>
      (await listTopicsLike(readScope(person), "Evening buses to Wool")).map((topic) => topic.slug);
    expect(await like(council.people.member)).toEqual([slug]);
    expect(await like(council.people.nobody)).toEqual([]);
  });
});

describe("editing", () => {
  const edit = (actor: Person, id: string, version: number, changes: Parameters<typeof editTopic>[2]["changes"]) =>
    inTransaction((tx) => editTopic(tx, actor, { id, version, changes }));

  it("is done and recorded, by democratic services alone", async () => {
    const { id, version } = await rowOf(await suggest());
    const { people } = council;
    for (const person of insiders().filter(({ posts }) => !posts.some(({ kind }) => kind === "democratic_services")))
      expect(await failureOf(edit(person, id, version, { title: "Trams" }))).toMatchObject({ kind: "refused" });
    expect(await failureOf(edit(people.nobody, id, version, { title: "Trams" }))).toEqual({ kind: "not-found" });
    expect((await trail(id)).length).toBe(1);

    await edit(people.clerk, id, version, { title: "Late buses", parts: ["Wool", "Wareham"] });
    expect(await db.topic.findUnique({ where: { id } })).toMatchObject({
      title: "Late buses",
      parts: ["Wool", "Wareham"],
    });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "topic.edit" } });
    expect(entry).toMatchObject({ before: { title: BUSES.title }, after: { fields: ["title", "parts"] } });
  });

  it("of an older version is stale with what stands there now; of many at once one is done", async () => {
    const { id, version } = await rowOf(await suggest());
    const { clerk, otherClerk } = council.people;
    const done = await Promise.all(
      [clerk, otherClerk, clerk].map((person, index) =>
        failureOf(edit(person, id, version, { title: `Title ${index}` })),
      ),
    );
    expect(done.filter((failure) => failure === undefined).length).toBe(1);
    expect(await failureOf(edit(clerk, id, version, { title: "Mine" }))).toMatchObject({
      kind: "stale",
      current: { version: version + 1, values: { title: expect.stringMatching(/^Title \d$/) } },
    });
  });

  it("takes as leads a member of the committee and somebody with a post, and nobody of the executive", async () => {
    const slug = await suggest();
    await triage(slug);
    const { id, version } = await rowOf(slug);
    const { clerk, member, officer, cabinet, councillor } = council.people;
    for (const leadMember of [cabinet.personId, councillor.personId])
      expect(await failureOf(edit(clerk, id, version, { leadMember }))).toMatchObject({ kind: "invalid" });
    await edit(clerk, id, version, { leadMember: member.personId, leadOfficer: officer.personId });
    expect(await rowOf(slug)).toMatchObject({ leadMemberId: member.personId, keepers: [officer.personId] });
  });

  it("is over where the topic is", async () => {
    const slug = await suggest();
    await take(council.people.clerk, slug, "reject", {}, "the chair");
    const { id, version } = await rowOf(slug);
    expect(await failureOf(edit(council.people.clerk, id, version, { title: "Trams" }))).toMatchObject({
      kind: "refused",
      refusal: { code: "wrong-status" },
    });
  });
});

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

describe("a topic handed over", () => {
  const accept = async (actor: Person, slug: string) => {
    const { id, version } = await rowOf(slug);
    await inTransaction((tx) => acceptTransfer(tx, actor, { id, version }));
  };

  it("is accepted by democratic services of the body it was handed to, and by nobody else", async () => {
    const slug = await suggest();
    await triage(slug);
    const { clerk, otherClerk, member, nobody } = council.people;
    expect(await failureOf(accept(clerk, slug))).toMatchObject({ refusal: { code: "wrong-status" } });
    await take(clerk, slug, "transfer", { receiverBodyId: council.bodies.other }, "the chair");
    const { id, version } = await rowOf(slug);
    for (const person of [clerk, member, nobody])
      expect(await failureOf(accept(person, slug)), person.name).toMatchObject({ refusal: { code: "not-permitted" } });
    const topic = await getOfficeTopic(readScope(otherClerk), slug);
    expect([mayAccept(clerk, topic), mayAccept(otherClerk, topic)]).toEqual([false, true]);

    await accept(otherClerk, slug);
    expect((await rowOf(slug)).transferAcceptedOn).toBe("2016-10-03");
    expect((await trail(id)).at(-1)).toBe("acceptTransfer by otherClerk");
    const late = inTransaction((tx) => acceptTransfer(tx, otherClerk, { id, version }));
    expect(await failureOf(late)).toEqual({ kind: "stale" });
    expect(await failureOf(accept(otherClerk, slug))).toMatchObject({ refusal: { code: "wrong-status" } });
    const facts = await getThreadFacts(PUBLIC_SCOPE, id);
    expect(facts).toMatchObject({
      transferAcceptedOn: "2016-10-03",
      ground: { kind: "officer_decision", statement: "the chair" },
    });
  });
});

it("what waits: to be placed for who places it, to be scored for who sits there, to be accepted for who serves the other body", async () => {
  const slug = await suggest();
  const { clerk, otherClerk, member, councillor, officer } = council.people;
  const tasks = async () =>
    Promise.all(
      [clerk, otherClerk, member, councillor, officer].map(async (person) =>
        (await listTopicTasks(person)).map(({ task }) => task).join(),
      ),
    );
  expect(await tasks()).toEqual(["triage", "triage", "", "", ""]);
  await triage(slug);
  expect(await tasks()).toEqual(["", "", "score", "", ""]);
  const { id } = await rowOf(slug);
  await inTransaction((tx) => scoreTopic(tx, member, { id, version: 0, marks: { timely: 1 } }));
  expect(await tasks()).toEqual(["", "", "", "", ""]);
  await take(clerk, slug, "transfer", { receiverBodyId: council.bodies.other }, "the chair");
  expect(await tasks()).toEqual(["", "accept", "", "", ""]);
});
