import { beforeAll, expect, it } from "vitest";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { trackerGroup } from "@/domain/recommendations/tracker";
import { listBodies } from "@/server/bodies/queries";
import { db } from "@/server/db";
import { listMayBeLate, listTracker } from "@/server/recommendations/queries";
import { listTopics } from "@/server/topics/lists";
import { generateCouncil } from "../bench/generate";
import { TODAY } from "../bench/generated/sql";

beforeAll(() => generateCouncil(process.env.DATABASE_OWNER_URL ?? "", { committees: 20, years: 3 }));

/** What is on all the pages of a list, one after the other. */
async function allOf<Row>(list: (page: number) => Promise<{ rows: Row[]; areMore: boolean }>) {
  const pages: Row[][] = [];
  for (let page = 1; ; page++) {
    const { rows, areMore } = await list(page);
    pages.push(rows);
    if (!areMore) return { rows: pages.flat(), pages };
  }
}

it("shows every clause once, with the others of its recommendation, the latest first", async () => {
  const { rows, pages } = await allOf(async (page) => {
    const { clauses, areMore } = await listTracker(PUBLIC_SCOPE, page);
    return { rows: clauses, areMore };
  });
  expect(pages.length).toBeGreaterThan(2);
  expect(rows.map(({ id }) => id).sort()).toEqual(
    (await db.recommendationClause.findMany()).map(({ id }) => id).sort(),
  );
  const days = rows.map(({ recommendation }) => recommendation.agreedOn);
  expect(days).toEqual(days.toSorted().reverse());
  const pagesOfRecommendation = Map.groupBy(
    pages.flatMap((clauses, page) => clauses.map(({ recommendation }) => ({ id: recommendation.id, page }))),
    ({ id }) => id,
  );
  for (const on of pagesOfRecommendation.values()) expect(new Set(on.map(({ page }) => page)).size).toBe(1);
});

it("shows of one body what that body asked for", async () => {
  const { id: bodyId } = await db.body.findFirstOrThrow({ where: { kind: "scrutiny_committee" } });
  const { rows } = await allOf(async (page) => {
    const { clauses, areMore } = await listTracker(PUBLIC_SCOPE, page, { bodyId });
    return { rows: clauses, areMore };
  });
  expect(rows.length).toBe(await db.recommendationClause.count({ where: { recommendation: { bodyId } } }));
});

it("leaves out nothing that is overdue", async () => {
  const { rows } = await allOf(async (page) => {
    const { clauses, areMore } = await listMayBeLate(PUBLIC_SCOPE, TODAY, page);
    return { rows: clauses, areMore };
  });
  const { rows: all } = await allOf(async (page) => {
    const { clauses, areMore } = await listTracker(PUBLIC_SCOPE, page);
    return { rows: clauses, areMore };
  });
  const late = (clauses: typeof all) =>
    clauses
      .filter(({ facts }) => trackerGroup(facts, TODAY) === "overdue")
      .map(({ id }) => id)
      .sort();
  expect(late(rows).length).toBeGreaterThan(50);
  expect(late(rows)).toEqual(late(all));
});

it("shows every topic and every body once", async () => {
  const topics = await allOf(async (page) => {
    const { topics, areMore } = await listTopics(PUBLIC_SCOPE, page);
    return { rows: topics, areMore };
  });
  expect(topics.rows.map(({ slug }) => slug).sort()).toEqual(
    (await db.topic.findMany()).map(({ slug }) => slug).sort(),
  );
  const bodies = await allOf(async (page) => {
    const { bodies, areMore } = await listBodies(PUBLIC_SCOPE, TODAY, page);
    return { rows: bodies, areMore };
  });
  expect(bodies.pages.length).toBeGreaterThan(1);
  expect(new Set(bodies.rows.map(({ slug }) => slug)).size).toBe(bodies.rows.length);
});

it("knows of each clause whether it is open, whatever becomes of it", async () => {
  const { id } = await db.recommendationClause.findFirstOrThrow();
  const open = async (status: string) => {
    await db.$executeRaw`UPDATE "RecommendationClause" SET status = ${status}::"ClauseStatus" WHERE id = ${id}::uuid`;
    return (await db.recommendationClause.findUniqueOrThrow({ where: { id } })).isOpen;
  };
  for (const status of ["agreed", "notice_served", "responded", "implementing"])
    expect(await open(status), status).toBe(true);
  for (const status of ["achieved", "not_achieved", "overtaken", "closed"])
    expect(await open(status), status).toBe(false);
});
