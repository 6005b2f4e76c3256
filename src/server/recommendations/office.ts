import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import { nextReference } from "@/domain/recommendations/reference";
import { clauseClock, responseFlag } from "@/domain/recommendations/response-clock";
import type { Prisma } from "@/generated/prisma/client";
import { readable, readableContent } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { GROUND, groundOf } from "@/server/audit/ground";
import { listHistory } from "@/server/audit/history";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { listBodies } from "@/server/workflow/choices";
import type { StepOption } from "@/server/workflow/step-field";
import { answerOfRow, type ClauseRow, clauseFor, clauseSubject, draftOfRow } from "./subject";

const MOST_LISTED = 200;
const MOST_NOTES = 100;

const MINUTE = {
  select: {
    ...ACCESS,
    number: true,
    minutes: { select: { meeting: { select: { slug: true, date: true, body: { select: BODY_LINK } } } } },
  },
} as const;

const listed = (scope: ReadScope) =>
  ({
    id: true,
    reference: true,
    title: true,
    kind: true,
    capacity: true,
    agreedOn: true,
    body: { select: { ...BODY_LINK, parentId: true } },
    minute: MINUTE,
    clauses: { where: readable(scope), orderBy: { number: "asc" }, include: clauseFor(scope) },
  }) as const satisfies Prisma.RecommendationSelect;

/** A clause with its clock, its flag and its answer, as they stand on a day. */
const standing = (row: ClauseRow, today: PlainDate) => {
  const subject = clauseSubject(row);
  return {
    ...row,
    subject,
    clock: clauseClock(subject),
    flag: responseFlag(subject, today),
    answer: answerOfRow(row),
    draft: draftOfRow(row),
  };
};

export type StandingClause = ReturnType<typeof standing>;

/** Recommendations open to the reader with their clauses, the latest first. */
export async function listOfficeRecommendations(person: Person) {
  const scope = readScope(person);
  const found = await db.recommendation.findMany({
    where: readable(scope),
    orderBy: [{ agreedOn: "desc" }, { id: "asc" }],
    take: MOST_LISTED,
    select: listed(scope),
  });
  return found.map(({ clauses, minute, ...recommendation }) => ({
    ...recommendation,
    minute: visible(scope, minute),
    clauses: clauses.map((clause) => standing(clause, person.day)),
  }));
}

export type ListedRecommendation = Awaited<ReturnType<typeof listOfficeRecommendations>>[number];

/**
 * A recommendation as the office works on it.
 * @throws ExpectedError "not-found"
 */
export async function getOfficeRecommendation(person: Person, id: string) {
  const scope = readScope(person);
  const found = await db.recommendation.findFirst({
    where: { AND: [{ id }, readable(scope)] },
    select: {
      ...listed(scope),
      reason: true,
      reviewOn: true,
      topic: { select: { ...ACCESS, slug: true, title: true } },
      contests: { select: { number: true, recommendation: { select: { id: true, title: true, reference: true } } } },
    },
  });
  if (!found) throw notFound();
  return {
    ...found,
    minute: visible(scope, found.minute),
    topic: visible(scope, found.topic),
    clauses: found.clauses.map((clause) => standing(clause, person.day)),
  };
}

export type OfficeRecommendation = Awaited<ReturnType<typeof getOfficeRecommendation>>;

/**
 * One clause of a recommendation by its number, with everything that was answered, noted and done about it.
 * @throws ExpectedError "not-found"
 */
export async function getOfficeClause(person: Person, { id, number }: { id: string; number: number }) {
  const scope = readScope(person);
  const recommendation = await getOfficeRecommendation(person, id);
  const clause = recommendation.clauses.find((each) => each.number === number);
  if (!clause) throw notFound();
  const details = await db.recommendationClause.findUniqueOrThrow({
    where: { id: clause.id },
    select: {
      notes: { orderBy: [{ on: "desc" }, { recordedAt: "desc" }], take: MOST_NOTES },
      authority: GROUND,
      contestedBy: { where: readable(scope), select: { id: true, title: true, reference: true } },
      responses: {
        where: readable(scope),
        orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
        include: {
          meeting: { select: { ...ACCESS, slug: true, date: true, body: { select: BODY_LINK } } },
          decidedByBody: { select: { shortName: true } },
          undertakings: { orderBy: { id: "asc" }, include: { owner: { select: { slug: true, name: true } } } },
        },
      },
    },
  });
  const named = await db.person.findMany({
    where: { id: { in: details.notes.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    recommendation,
    clause,
    contestedBy: details.contestedBy,
    authority: groundOf(details.authority),
    answers: details.responses.map((response) => ({ ...response, meeting: visible(scope, response.meeting) })),
    notes: details.notes.map((note) => ({ ...note, by: (note.personId && names.get(note.personId)) ?? null })),
    history: await listHistory(scope, clauseWorkflow, clause),
  };
}

export type OfficeClause = Awaited<ReturnType<typeof getOfficeClause>>;
export type OfficeAnswer = OfficeClause["answers"][number];

/** Decisions that recommend something in the minutes of bodies that this person records for, the latest first. */
export async function listDecisionsToRecord(person: Person) {
  const scope = readScope(person);
  const found = await db.decision.findMany({
    where: { AND: [{ kind: "recommendation" }, readableContent(scope)] },
    orderBy: [{ minute: { minutes: { meeting: { date: "desc" } } } }, { id: "asc" }],
    take: MOST_LISTED,
    select: {
      id: true,
      text: true,
      reason: true,
      recommendations: { take: 1, select: { id: true } },
      minute: {
        select: {
          number: true,
          headings: true,
          topicId: true,
          minutes: {
            select: {
              meeting: { select: { date: true, bodyId: true, body: { select: { ...BODY_LINK, parentId: true } } } },
            },
          },
        },
      },
    },
  });
  return found.filter(
    ({
      minute: {
        minutes: { meeting },
      },
    }) => can(person, "recommendation.record", { bodyId: meeting.bodyId, parentBodyId: meeting.body.parentId }),
  );
}

export type DecisionToRecord = Awaited<ReturnType<typeof listDecisionsToRecord>>[number];

/** What may be chosen for a new recommendation of a body, and the reference that comes next. */
export async function getRecommendationChoices(person: Person, { bodyId, on }: { bodyId: string; on: PlainDate }) {
  const scope = readScope(person);
  const [topics, bodies, given, answered] = await Promise.all([
    db.topic.findMany({
      where: {
        AND: [
          { status: { notIn: ["removed", "merged"] } },
          { OR: [{ bodyId }, { minutes: { some: { bodyId } } }] },
          readable(scope),
        ],
      },
      orderBy: [{ suggestedOn: "desc" }, { title: "asc" }],
      take: MOST_LISTED,
      select: { id: true, title: true },
    }),
    listBodies(db),
    db.recommendation.findMany({
      where: { bodyId, reference: { not: null } },
      orderBy: [{ agreedOn: "desc" }, { reference: "desc" }],
      take: MOST_LISTED,
      select: { reference: true },
    }),
    db.recommendationClause.findMany({
      where: { AND: [{ bodyId, responses: { some: { status: "recorded" } } }, readable(scope)] },
      orderBy: [{ recommendation: { agreedOn: "desc" } }, { number: "asc" }],
      take: MOST_LISTED,
      select: { id: true, number: true, recommendation: { select: { title: true } } },
    }),
  ]);
  return {
    topics: topics.map(({ id, title }): StepOption => ({ value: id, label: title })),
    bodies,
    reference: nextReference(
      given.flatMap(({ reference }) => reference ?? []),
      on,
    ),
    answered: answered.map(
      ({ id, number, recommendation }): StepOption => ({
        value: id,
        label: `${recommendation.title}, clause ${number}`,
      }),
    ),
  };
}
