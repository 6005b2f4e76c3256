import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PUBLIC_SCOPE, type ReadScope, readScope } from "@/domain/access/read-scope";
import { db } from "@/server/db";
import { getMeeting } from "@/server/meetings/queries";
import { emptyDatabase } from "../support/database";
import { createItem, createMeeting } from "../support/papers";
import { createBody, TODAY } from "../support/people";

let bodyId: string;
let meetingId: string;

beforeEach(async () => {
  await emptyDatabase();
  bodyId = await createBody("scrutiny_committee", "Our committee");
  meetingId = await createMeeting(bodyId, { status: "published", publishedAt: new Date("2016-09-30T15:20:00Z") });
});

const OFFICE = readScope({ kind: "system", job: "test" } satisfies Actor);
const list = (title: string, position: number, over: Parameters<typeof createItem>[2] = {}) =>
  createItem(bodyId, meetingId, { title, position, audience: "public", ...over });
const numbers = async (scope: ReadScope) =>
  (await getMeeting(scope, { body: "our-committee", meeting: "2016-10-11" }, TODAY)).agenda.map(
    ({ number, title }) => `${number} ${title}`,
  );

describe("the numbers of an agenda", () => {
  it("follow from the order of its items, however they were put in", async () => {
    const reports = await list("reports", 15);
    await list("minutes", 40);
    await list("lottery", 20, { parentId: reports });
    await list("registration", 10, { parentId: reports });
    await list("apologies", 10);
    expect(await numbers(OFFICE)).toEqual([
      "1 apologies",
      "2 reports",
      "2(a) registration",
      "2(b) lottery",
      "3 minutes",
    ]);
  });

  it("are the same for everybody where an item is not public", async () => {
    await list("apologies", 1);
    const reports = await list("reports", 2);
    await list("held back", 1, { parentId: reports, audience: "inside" });
    await list("lottery", 2, { parentId: reports });
    await list("also held back", 3, { audience: "inside" });
    await list("minutes", 4);
    expect(await numbers(OFFICE)).toEqual([
      "1 apologies",
      "2 reports",
      "2(a) held back",
      "2(b) lottery",
      "3 also held back",
      "4 minutes",
    ]);
    expect(await numbers(PUBLIC_SCOPE)).toEqual(["1 apologies", "2 reports", "2(b) lottery", "4 minutes"]);
  });

  it("follow when items are moved, put under another, and taken out", async () => {
    const [first, second, third] = [await list("first", 1), await list("second", 2), await list("third", 3)];
    await db.agendaItem.update({ where: { id: third }, data: { position: 0 } });
    expect(await numbers(PUBLIC_SCOPE)).toEqual(["1 third", "2 first", "3 second"]);
    await db.agendaItem.update({ where: { id: second }, data: { parentId: first } });
    expect(await numbers(PUBLIC_SCOPE)).toEqual(["1 third", "2 first", "2(a) second"]);
    const draft = await list("draft", -1, { audience: "inside" });
    await db.agendaItem.delete({ where: { id: draft } });
    expect(await numbers(PUBLIC_SCOPE)).toEqual(["1 third", "2 first", "2(a) second"]);
  });

  it("are of two items in one place told apart by their key, so that two people see the same", async () => {
    const [one, other] = [randomUUID(), randomUUID()].sort();
    await list("b", 1, { id: other as string });
    await list("a", 1, { id: one as string });
    expect(await numbers(PUBLIC_SCOPE)).toEqual(["1 a", "2 b"]);
  });

  it("are each given once when many write at the same moment", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => list(`item ${index}`, index)));
    const given = (await numbers(OFFICE)).map((line) => line.split(" ")[0]);
    expect(given).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 1)));
  });
});
