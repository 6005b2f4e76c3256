import { beforeEach, describe, expect, it } from "vitest";
import { readScope } from "@/domain/access/read-scope";
import { IMPACT_AND_FEASIBILITY } from "@/domain/scoring/methods";
import { db, inTransaction } from "@/server/db";
import { topicSteps } from "@/server/topics/steps";
import { findTopic, methodFrom } from "@/server/topics/subject";
import { emptyDatabase } from "../support/database";
import { type Council, createCouncil } from "../support/programme";

let council: Council;

beforeEach(async () => {
  await emptyDatabase();
  council = await createCouncil();
});

const suggest = () =>
  db.topic.create({
    data: {
      slug: "winter",
      title: "Winter",
      source: "member",
      suggestedOn: "2016-09-01",
      status: "triaged",
      duplicatesSeenOn: "2016-09-02",
      bodyId: council.bodies.committee,
      audience: "public",
    },
  });
const take = (name: string, id: string, version: number, typed: Record<string, string> = {}) =>
  inTransaction((tx) =>
    topicSteps.take(tx, council.people.clerk, {
      ...{ id, version, name, typed },
      reason: "No time this year.",
      grounds: { consulted: "the Chairman" },
    }),
  );
const restsOn = async (id: string) =>
  (await db.topic.findUniqueOrThrow({ where: { id }, include: { authority: true } })).authority;

describe("what becomes of a topic", () => {
  it.each([
    ["park", () => ({})],
    ["reject", () => ({})],
    ["transfer", () => ({ receiverBodyId: council.bodies.other })],
  ] as const)("keeps on what authority it was: %s", async (name, typed) => {
    const { id } = await suggest();
    await take(name, id, 1, typed());
    expect(await restsOn(id)).toMatchObject({ kind: "officer_decision", statement: "the Chairman" });
  });

  it("keeps it when one topic becomes part of another", async () => {
    const { id } = await suggest();
    const other = await db.topic.create({
      data: { slug: "roads", title: "Roads", source: "member", suggestedOn: "2016-09-01", audience: "public" },
    });
    await take("merge", id, 1, { mergedIntoId: other.id });
    expect(await restsOn(id)).toMatchObject({ kind: "officer_decision" });
  });

  it("keeps the last of them when it is taken up again, which rests on none", async () => {
    const { id } = await suggest();
    await take("park", id, 1);
    await take("takeUpAgain", id, 2);
    expect((await findTopic(db, readScope(council.people.clerk), id)).row.status).toBe("triaged");
    expect(await restsOn(id)).toMatchObject({ kind: "officer_decision" });
  });
});

it("a method that is read off a matrix comes back with its quarters", async () => {
  const { key, version, name, criteria, threshold, matrix } = IMPACT_AND_FEASIBILITY;
  const stored = await db.scoringMethod.create({
    data: {
      ...{ key, number: version, name, threshold },
      criteria: criteria.map((criterion) => ({ ...criterion })),
      ...(matrix && { matrix }),
    },
  });
  expect(methodFrom(stored)).toEqual(IMPACT_AND_FEASIBILITY);
});
