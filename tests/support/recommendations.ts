import { beforeEach } from "vitest";
import type { Person } from "@/domain/access/actor";
import type { ClauseStatus, Prisma } from "@/generated/prisma/client";
import { db, inTransaction } from "@/server/db";
import { clauseActs } from "@/server/recommendations/acts";
import { recordRecommendation } from "@/server/recommendations/commands";
import { clauseSteps } from "@/server/recommendations/steps";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import type { Taken } from "@/server/workflow/steps";
import { createPerson, createPost, TODAY } from "./people";
import { beginWithCouncil, council, who } from "./programme-commands";
import { createResolution } from "./resolutions";

/** Somebody who supports the executive of the test that runs, and a director. */
export let support: Person;
export let director: Person;

/** Every test of the file begins with a council that has recommended nothing. */
export function beginWithRecommendations(): void {
  beginWithCouncil();
  beforeEach(async () => {
    const holding = async (name: string, kind: "executive_support" | "director"): Promise<Person> => {
      const personId = await createPerson(name);
      await createPost(personId, kind, name);
      const posts = [{ kind, areaId: null, portfolioIds: [], bodyIds: [] }];
      return { kind: "person", personId, name, day: TODAY, seats: [], posts };
    };
    support = await holding("support", "executive_support");
    director = await holding("director", "director");
  });
}

/** A clause as it is kept, with its notice, its notes and its answers. */
export const clauseRow = (id: string) =>
  db.recommendationClause.findUniqueOrThrow({
    where: { id },
    include: {
      notice: true,
      notes: true,
      responses: { include: { undertakings: true }, orderBy: { recordedAt: "asc" } },
    },
  });

/** Takes a step of a clause, in the version that stands. */
export async function take(person: Person, id: string, name: string, taken: Partial<Taken> = {}): Promise<void> {
  const { version } = await clauseRow(id);
  await inTransaction((tx) => clauseSteps.take(tx, person, { id, version, name, typed: {}, ...taken }));
}

/** Records what is no step: a receipt, a draft, a note; in the version that stands unless another is said. */
export async function act(person: Person, id: string, name: string, typed: Typed, version?: number): Promise<void> {
  const now = version ?? (await clauseRow(id)).version;
  await inTransaction((tx) => clauseActs.record(tx, person, { id, version: now, name, answers: answersFrom(typed) }));
}

/** A decision of the committee in June that recommends. */
export const decided = async (over: Parameters<typeof createResolution>[0]["meeting"] = {}) =>
  (
    await createResolution({
      bodyId: council.bodies.committee,
      meeting: { date: "2016-06-15", ...over },
      decision: { kind: "recommendation", verb: "Recommended", text: "to the Cabinet, two things." },
    })
  ).decisionId;

/** Records the recommendation of a decision. */
export const recommend = (person: Person, decisionId: string, typed: Typed): Promise<string> =>
  inTransaction((tx) => recordRecommendation(tx, person, decisionId, answersFrom(typed)));

export const TWO_CLAUSES = {
  title: "Bus passes",
  because: "Young people are left at home.",
  text1: "That the Cabinet extend the pass to 18-year-olds.",
  to1: "executive",
  text2: "That the Cabinet publish what it costs.",
  to2: "executive",
};

/** Both clauses of it, the first first. */
export async function agreed(typed: Typed = TWO_CLAUSES): Promise<[string, string]> {
  const id = await recommend(who.clerk, await decided(), typed);
  const clauses = await db.recommendationClause.findMany({
    where: { recommendationId: id },
    orderBy: { number: "asc" },
  });
  return [clauses[0]?.id ?? "", clauses[1]?.id ?? ""];
}

/** One found in a status as an import would have it, answered where a kind is given. */
export async function found(
  status: ClauseStatus,
  {
    kind,
    ...facts
  }: Partial<Prisma.RecommendationClauseUncheckedCreateInput> & {
    kind?: "accepted" | "rejected" | "not_for_us" | "unclear";
  } = {},
): Promise<string> {
  const [id] = await agreed();
  await db.recommendationClause.update({ where: { id }, data: { status, ...facts } });
  if (kind)
    await db.response.create({
      data: {
        clauseId: id,
        bodyId: council.bodies.committee,
        status: "recorded",
        audience: "public",
        kind,
        wording: "That it be so.",
        decidedBy: "executive",
        decidedOn: "2016-07-01",
        reference: "minute 8",
      },
    });
  return id;
}

/** Carried in September under the matters arising, after the clause was found. */
export const laterDecision = async (over: Parameters<typeof createResolution>[0]["meeting"] = {}) =>
  (
    await createResolution({
      bodyId: council.bodies.committee,
      item: { kind: "matters_raised" },
      meeting: { date: "2016-09-20", ...over },
    })
  ).decisionId;

export const ANSWER = { answerKind: "accepted", response: "That the pass be extended.", decidedBy: "executive" };
