import { afterAll, beforeAll, expect, test } from "vitest";
import { SCORING_METHODS } from "@/domain/scoring/methods";
import { db, publicDb } from "@/server/db";
import { demonstration } from "../support/demonstration";

const { load, clear } = demonstration();
beforeAll(load, 120_000);
afterAll(clear);

test("every topic says on what authority it stands where it does, to anybody who asks", async () => {
  const topics = await publicDb.topic.findMany({ select: { slug: true, authority: { select: { kind: true } } } });
  const restsOn = new Map(topics.map(({ slug, authority }) => [slug, authority?.kind]));
  expect(restsOn.get("demographic-pressures")).toBe("other_body");
  expect(restsOn.get("racism-and-xenophobia")).toBe("other_body");
  expect(restsOn.get("care-review")).toBe("import");
  expect([...restsOn.values()]).not.toContain(undefined);
});

test.each(["shortlisted", "in_scoping", "parked", "rejected", "transferred"] as const)(
  "no topic is %s on nobody's authority, whatever the program does",
  async (status) => {
    const { id, receiverId } = await db.topic.findFirstOrThrow({ where: { receiverId: { not: null } } });
    await expect(db.topic.update({ where: { id }, data: { status, receiverId, authorityId: null } })).rejects.toThrow(
      /decided_on_an_authority/,
    );
  },
);

test("every method of scoring is kept whole, those that are read off a matrix too", async () => {
  const kept = await db.scoringMethod.findMany({ orderBy: { key: "asc" } });
  expect(
    kept.map(({ key, number, name, criteria, threshold, matrix }) => ({
      key,
      version: number,
      name,
      criteria,
      threshold,
      matrix,
    })),
  ).toEqual(SCORING_METHODS.toSorted((one, other) => (one.key < other.key ? -1 : 1)));
  expect(kept.filter(({ matrix }) => matrix !== null).map(({ key }) => key)).toEqual(["impact-feasibility"]);
});
