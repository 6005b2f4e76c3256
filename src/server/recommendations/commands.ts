import type { Person } from "@/domain/access/actor";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import {
  type AgreedRecommendation,
  type Capacity,
  RECIPIENT_KINDS,
  type RecipientKind,
  type RecommendationKind,
  recommendationFindings,
} from "@/domain/recommendations/recommendation";
import { keysOf } from "@/domain/wording/words-by-value";
import type { Finding } from "@/domain/workflow/workflow";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable, readableContent } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import { recordAuthority } from "@/server/workflow/authority";

const MOST_CLAUSES = 30;
const MOST_TITLE = 300;

type TypedClause = {
  text: string;
  recipientKind: RecipientKind | null;
  recipientId: string | null;
  recipientName: string | null;
};

/**
 * Records what a committee recommended, from the decision in its minutes; afterwards nobody changes a word.
 * @param decisionId the decision that agreed it
 * @returns its id
 * @throws ExpectedError not-found for a decision that is hidden or recommends nothing; refused with everything in the way, where
 *   it wants a reason, and where it was recorded before; invalid for a field
 */
export async function recordRecommendation(
  tx: Tx,
  actor: Person,
  decisionId: string,
  answers: Answers,
): Promise<string> {
  const scope = readScope(actor);
  const decision = await findDecision(tx, scope, decisionId);
  const { minute } = decision;
  const { meeting } = minute.minutes;
  mustBeAllowed(
    actor,
    "recommendation.record",
    { bodyId: meeting.bodyId, parentBodyId: meeting.body.parentId },
    "Record a recommendation",
  );
  await mustBeUnrecorded(tx, decisionId);
  const { date: today } = await getClock(tx);
  const title = answers.text("title");
  if (!title) throw invalid("title", "Say in a few words what it is about.");
  if (title.length > MOST_TITLE) throw invalid("title", "Say it in 300 characters or fewer.");
  const kind = answers.oneOf<RecommendationKind>("kind", ["recommendation", "comments"]) ?? "recommendation";
  const capacity =
    answers.oneOf<Capacity>("capacity", ["overview_and_scrutiny", "crime_and_disorder", "health"]) ??
    "overview_and_scrutiny";
  const reference = await referenceFrom(tx, answers);
  const topic = await topicFrom(tx, scope, answers);
  const contestsId = await contestedFrom(tx, scope, meeting.bodyId, answers);
  const clauses = await clausesFrom(tx, answers);

  const audience = clauseWorkflow.statuses[clauseWorkflow.initial].audience;
  // A committee recommends by what is in its minutes: nothing has to have been listed for it before.
  const authority = await recordAuthority(tx, {
    actor,
    scope,
    grounds: { decisionId },
    today,
    audience,
    subjectId: decisionId,
    listedUnder: {},
  });
  const reason = answers.text("reason");
  mustBeSound({ kind, clauses }, reason, (agreed) =>
    recommendationFindings(agreed, { actor, today, authority: authority.facts }),
  );

  const { id } = await tx.recommendation.create({
    data: {
      reference,
      kind,
      capacity,
      bodyId: meeting.bodyId,
      meetingId: meeting.id,
      minuteId: minute.id,
      decisionId,
      topicId: topic?.id ?? null,
      title,
      agreedOn: meeting.date,
      reason: answers.text("because"),
      reviewOn: answers.date("reviewOn"),
      contestsId,
      areaId: topic?.areaId ?? null,
      keepers: topic?.leadOfficerId ? [topic.leadOfficerId] : [],
      audience,
    },
    select: { id: true },
  });
  for (const [index, { recipientKind, ...clause }] of clauses.entries())
    await addClause(tx, { ...clause, recipientKind: recipientKind ?? "executive" }, index + 1, {
      recommendationId: id,
      bodyId: meeting.bodyId,
      actor,
      on: meeting.date,
      reason,
      authorityId: authority.id,
    });
  return id;
}

/** Two who record it at once wait here for each other, and the second is told. */
async function mustBeUnrecorded(tx: Tx, decisionId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Decision" WHERE id = ${decisionId}::uuid FOR UPDATE`;
  if ((await tx.recommendation.count({ where: { decisionId } })) > 0)
    throw refused("wrong-status", "This decision is recorded already: look for it among the recommendations.");
}

/** The database gives a clause the keepers and the readers of its recommendation. */
async function addClause(
  tx: Tx,
  clause: Omit<TypedClause, "recipientKind"> & { recipientKind: RecipientKind },
  number: number,
  of: { recommendationId: string; bodyId: string; actor: Person; on: string; reason: string; authorityId: string },
): Promise<void> {
  const status = clauseWorkflow.initial;
  const { id } = await tx.recommendationClause.create({
    data: {
      ...clause,
      recommendationId: of.recommendationId,
      number,
      status,
      audience: clauseWorkflow.statuses[status].audience,
      statusOn: of.on,
      bodyId: of.bodyId,
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    actor: of.actor,
    action: "recommendation clause.agree",
    subject: { kind: clauseWorkflow.name, id, bodyId: of.bodyId },
    happenedOn: of.on,
    after: { status },
    reason: of.reason || undefined,
    authorityId: of.authorityId,
  });
}

async function findDecision(tx: Tx, scope: ReadScope, id: string) {
  const found = await tx.decision.findFirst({
    where: { AND: [{ id, kind: "recommendation" }, readableContent(scope)] },
    select: {
      id: true,
      minute: {
        select: {
          id: true,
          minutes: {
            select: {
              meeting: { select: { id: true, date: true, bodyId: true, body: { select: { parentId: true } } } },
            },
          },
        },
      },
    },
  });
  if (!found) throw notFound();
  return found;
}

async function referenceFrom(tx: Tx, answers: Answers): Promise<string | null> {
  const reference = answers.text("reference");
  if (!reference) return null;
  if (reference.length > 60) throw invalid("reference", "Shorten this: the reference only.");
  if (await tx.recommendation.findUnique({ where: { reference }, select: { id: true } }))
    throw invalid("reference", "Choose another one: a recommendation has it already.");
  return reference;
}

async function topicFrom(tx: Tx, scope: ReadScope, answers: Answers) {
  const id = answers.id("topicId");
  if (id === null) return null;
  const topic = await tx.topic.findFirst({
    where: { AND: [{ id }, readable(scope)] },
    select: { id: true, areaId: true, leadOfficerId: true },
  });
  if (!topic) throw invalid("topicId", "Choose one of those on the list.");
  return topic;
}

async function contestedFrom(tx: Tx, scope: ReadScope, bodyId: string, answers: Answers): Promise<string | null> {
  const id = answers.id("contestsId");
  if (id === null) return null;
  const where = { AND: [{ id, bodyId, responses: { some: { status: "recorded" as const } } }, readable(scope)] };
  if ((await tx.recommendationClause.count({ where })) === 0)
    throw invalid("contestsId", "Choose a clause of this committee that has been answered.");
  return id;
}

/** The rows of the form in which something is written. */
async function clausesFrom(tx: Tx, answers: Answers): Promise<TypedClause[]> {
  const clauses: TypedClause[] = [];
  for (let row = 1; row <= MOST_CLAUSES; row++) {
    const text = answers.text(`text${row}`);
    const recipientKind = answers.oneOf(`to${row}`, keysOf(RECIPIENT_KINDS));
    const bodyId = answers.id(`body${row}`);
    const name = answers.text(`name${row}`);
    if (!text && !name) continue;
    const recipientId = bodyId ?? (recipientKind === null || name ? null : await onlyBody(tx, recipientKind));
    if (recipientKind !== null && !recipientId && !name)
      throw invalid(`name${row}`, "Name whom it goes to: choose a body, or write down who it is.");
    if (bodyId && (await tx.body.count({ where: { id: bodyId } })) === 0)
      throw invalid(`body${row}`, "Choose one of those on the list.");
    clauses.push({ text, recipientKind, recipientId, recipientName: name || null });
  }
  return clauses;
}

/** The executive and the council are one body each, and need no choosing. */
async function onlyBody(tx: Tx, kind: RecipientKind): Promise<string | null> {
  if (kind !== "executive" && kind !== "council") return null;
  const bodies = await tx.body.findMany({ where: { kind, until: null }, take: 2, select: { id: true } });
  return bodies.length === 1 ? (bodies[0]?.id ?? null) : null;
}

/** @throws ExpectedError refused with everything that stands against it, and where it is only warned of without a reason */
function mustBeSound(
  agreed: AgreedRecommendation,
  reason: string,
  judge: (agreed: AgreedRecommendation) => readonly Finding[],
): void {
  const findings = judge(agreed);
  const hard = findings.filter(({ severity }) => severity === "hard").length;
  if (hard > 0)
    throw refusal(
      "against-rule",
      `Not recorded: ${hard === 1 ? "one thing stands" : `${hard} things stand`} in the way.`,
      findings,
    );
  if (findings.length > 0 && !reason)
    throw refusal("needs-reason", "Give a reason. It is recorded with the recommendation.", findings);
}

const refusal = (code: "against-rule" | "needs-reason", sentence: string, findings: readonly Finding[]) =>
  new ExpectedError({ kind: "refused", refusal: { code, sentence, findings } });
