import { beforeEach } from "vitest";
import { type Person, THE_PUBLIC } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { TOPICC } from "@/domain/scoring/methods";
import { db, inTransaction } from "@/server/db";
import { suggestTopic } from "@/server/topics/commands";
import { getOfficeTopic } from "@/server/topics/office";
import { topicSteps } from "@/server/topics/steps";
import { emptyDatabase } from "./database";
import { failureOf } from "./outcomes";
import { type Council, createCouncil } from "./programme";

/** The council of the test that runs, and its people. */
export let council: Council;

/** Every test of the file begins with a council that scores by TOPICC and has no topic yet. */
export function beginWithScoring(): void {
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
}

/** What the public suggests. */
export const BUSES = {
  title: "Buses in the evening",
  description: "None after seven.",
  rationale: "Carers cannot get home.",
  source: "public" as const,
  contact: { name: "A resident", email: "resident@example.org", wantsReply: true },
};

/** Suggested by the public; the slug of the topic. */
export const suggest = (over: Partial<typeof BUSES> = {}) =>
  inTransaction((tx) => suggestTopic(tx, THE_PUBLIC, { ...BUSES, ...over }));

export const rowOf = (slug: string) => db.topic.findUniqueOrThrow({ where: { slug } });

/** Takes a step of a topic, with a reason, in the version that stands. */
export const take = async (
  actor: Person,
  slug: string,
  name: string,
  typed: Record<string, string> = {},
  consulted = "",
) => {
  const { id, version } = await rowOf(slug);
  await inTransaction((tx) =>
    topicSteps.take(tx, actor, { id, version, name, typed, reason: "Because it is so.", grounds: { consulted } }),
  );
};

export const triage = (slug: string, actor = council.people.clerk) =>
  take(actor, slug, "triage", { bodyId: council.bodies.committee, source: "public", duplicatesSeenOn: "yes" });

export const everyone = () => Object.values(council.people);
export const insiders = () => everyone().filter((person) => readScope(person).inside);
export const invisibleTo = (person: Person, slug: string) => failureOf(getOfficeTopic(readScope(person), slug));
