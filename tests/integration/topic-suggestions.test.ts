import { describe, expect, it } from "vitest";
import { type Person, THE_PUBLIC } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { db, inTransaction, publicDb } from "@/server/db";
import { once } from "@/server/forms/once";
import { countSending, SENDINGS } from "@/server/public-forms/sending-throttle";
import { suggestTopic } from "@/server/topics/commands";
import { listTopics } from "@/server/topics/lists";
import { getOfficeTopic, getSuggester, listTopicsLike } from "@/server/topics/office";
import { getTopic } from "@/server/topics/queries";
import { failureOf, trail } from "../support/outcomes";
import {
  BUSES,
  beginWithScoring,
  council,
  everyone,
  insiders,
  invisibleTo,
  rowOf,
  suggest,
  triage,
} from "../support/topics";

beginWithScoring();

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
    const from = (address: string) => countSending("suggestion", address);
    for (let count = 0; count < SENDINGS.points; count++) expect(await from("192.0.2.1")).toBe(0);
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
