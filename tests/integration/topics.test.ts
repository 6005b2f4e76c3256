import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { db, inTransaction } from "@/server/db";
import { acceptTransfer, editTopic } from "@/server/topics/commands";
import { getOfficeTopic, listTopicTasks, mayAccept } from "@/server/topics/office";
import { scoreTopic } from "@/server/topics/scoring";
import { getThreadFacts } from "@/server/topics/thread-facts";
import { failureOf, trail } from "../support/outcomes";
import { BUSES, beginWithScoring, council, insiders, rowOf, suggest, take, triage } from "../support/topics";

beginWithScoring();

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
