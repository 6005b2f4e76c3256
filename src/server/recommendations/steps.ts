import type { Person } from "@/domain/access/actor";
import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import { shortened } from "@/domain/wording/shortened";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client, Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { advance } from "@/server/workflow/advance";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import { defineSteps, type StepContext } from "@/server/workflow/steps";
import { writeResponse } from "./answer";
import { respondents, responseFields, responseFrom } from "./response-fields";
import { type ClauseRow, clauseFor, clauseSubject, draftOfRow, type FoundClause, findClause } from "./subject";

type Columns = Prisma.RecommendationClauseUncheckedUpdateManyInput;

/** What becomes of a clause: notice, answer, what was carried out, and the committee's word on it (LGA 2000 s9FE). */
export const clauseSteps = defineSteps({
  workflow: clauseWorkflow,
  find: findClause,
  save: (tx, { where, data }, brought: Columns) =>
    tx.recommendationClause.updateMany({ where, data: { ...brought, ...data } }),
  // What came of a recommendation is before a later meeting: under its matters arising, its programme, or an item on the topic.
  listedUnder: ({ row: { recommendation } }: FoundClause) => ({
    meeting: {
      bodyId: {
        in: [recommendation.bodyId, ...(recommendation.body.parentId ? [recommendation.body.parentId] : [])],
      },
      date: { gt: recommendation.agreedOn },
    },
    OR: [
      { kind: { in: ["matters_raised", "work_programme"] } },
      ...(recommendation.topicId
        ? [{ topicId: recommendation.topicId }, { programmeItem: { topicId: recommendation.topicId } }]
        : []),
    ],
  }),
  always: ({ reason, on, authorityId }) => ({
    statusReason: reason || null,
    statusOn: on,
    ...(authorityId && { authorityId }),
  }),
  listedUnderWords: "a later item about progress on matters raised, the work programme or the same topic",
  asks: {
    serveNotice: async ({ row }, client, { scope, today }) => [
      { kind: "date", name: "notice", label: "The notice was served on", value: today },
      {
        kind: "date",
        name: "reportReceived",
        label: "The report was received on",
        hint: "Leave it empty until the recipient says so: the clock starts when both were received.",
      },
      { kind: "date", name: "noticeReceived", label: "The notice was received on" },
      ...(await alsoServedField(client, scope, row)),
    ],
    recordResponse: ({ row }, client, context) => responseFields(client, context, row, draftOfRow(row)),
    recordAchieved: evidenceField,
    close: evidenceField,
  },
  brings: {
    serveNotice: async (tx, { row }, answers, context) => await serveNotice(tx, row, answers, context),
    recordResponse: async (tx, { row }, answers, { actor, scope, today }) => {
      const typed = await responseFrom(tx, scope, row, answers, today);
      if (!typed.wording.trim()) return { subject: { response: null } };
      const draft = draftOfRow(row);
      await writeResponse(tx, row, {
        typed,
        draft,
        actor,
        respondentIds: respondents(actor, draft),
        status: "recorded",
      });
      return {
        subject: { response: typed },
        ...(typed.decidedOn && { happenedOn: typed.decidedOn, data: { statusOn: typed.decidedOn } }),
        after: { answer: typed.kind },
      };
    },
    recordAchieved: (_tx, _found, answers) => evidenceFrom(answers),
    close: (_tx, _found, answers) => evidenceFrom(answers),
  },
});

function evidenceField({ row }: FoundClause): readonly StepField[] {
  return [
    {
      kind: "prose",
      name: "evidence",
      label: "What the committee saw",
      hint: "The evidence it rests on: a report, figures, a visit.",
      value: row.evidence ?? "",
    },
  ];
}

function evidenceFrom(answers: Answers) {
  const evidence = answers.text("evidence");
  return { subject: { evidence }, data: { evidence }, after: { evidence } };
}

/** Other clauses to the same recipient without a notice: one notice may ask for answers to all of them. */
async function others(client: Client, scope: ReadScope, row: ClauseRow): Promise<ClauseRow[]> {
  return await client.recommendationClause.findMany({
    where: {
      AND: [
        {
          recommendationId: row.recommendationId,
          id: { not: row.id },
          status: "agreed",
          recipientKind: row.recipientKind,
          recipientId: row.recipientId,
          recipientName: row.recipientName,
        },
        readable(scope),
      ],
    },
    orderBy: { number: "asc" },
    include: clauseFor(scope),
  });
}

async function alsoServedField(client: Client, scope: ReadScope, row: ClauseRow): Promise<StepField[]> {
  const same = await others(client, scope, row);
  if (same.length === 0) return [];
  return [
    {
      kind: "several",
      name: "alsoServed",
      label: "The notice asks for answers to these clauses too",
      options: same.map(({ id, number, text }) => ({ value: id, label: `${number}. ${shortened(text, 90)}` })),
      value: same.map(({ id }) => id),
    },
  ];
}

/** One notice for this clause and whichever others go to the same recipient; each of them takes the step. */
async function serveNotice(tx: Tx, row: ClauseRow, answers: Answers, { actor, scope, today, reason }: StepContext) {
  const servedOn = answers.date("notice");
  if (!servedOn) return { subject: { notice: null } };
  const reportReceivedOn = answers.date("reportReceived");
  const noticeReceivedOn = answers.date("noticeReceived");
  mustBePossible({ notice: servedOn, reportReceived: reportReceivedOn, noticeReceived: noticeReceivedOn }, row, today);
  const same = await others(tx, scope, row);
  const chosen = answers.ids("alsoServed");
  if (!chosen.every((id) => same.some((other) => other.id === id)))
    throw invalid("alsoServed", "Choose clauses that go to the same recipient and have no notice yet.");

  const notice = await tx.notice.create({
    data: {
      recommendationId: row.recommendationId,
      servedOn,
      servedById: actor.personId,
      reportReceivedOn,
      noticeReceivedOn,
    },
  });
  const served = { subject: { notice }, data: { noticeId: notice.id }, happenedOn: servedOn, after: { servedOn } };
  return {
    ...served,
    data: { ...served.data, statusOn: servedOn },
    afterwards: async () => {
      for (const other of same.filter(({ id }) => chosen.includes(id)))
        await serveWith(tx, other, { actor, today, reason, noticeId: notice.id, ...served });
    },
  };
}

async function serveWith(
  tx: Tx,
  other: ClauseRow,
  served: {
    actor: Person;
    today: PlainDate;
    reason: string;
    noticeId: string;
    happenedOn: PlainDate;
    subject: Partial<ReturnType<typeof clauseSubject>>;
    after: Prisma.InputJsonObject;
  },
): Promise<void> {
  const { noticeId, happenedOn, reason } = served;
  await advance(tx, {
    workflow: clauseWorkflow,
    name: "serveNotice",
    subject: { ...clauseSubject(other), ...served.subject },
    actor: served.actor,
    version: other.version,
    today: served.today,
    happenedOn,
    reason: reason || undefined,
    after: served.after,
    save: ({ where, data }) =>
      tx.recommendationClause.updateMany({
        where,
        data: { noticeId, statusOn: happenedOn, statusReason: reason || null, ...data },
      }),
  });
}

/** A notice is served after the recommendation was agreed, and received on or after the day it was served. */
export function mustBePossible(
  { notice, ...received }: { notice: PlainDate; reportReceived: PlainDate | null; noticeReceived: PlainDate | null },
  { recommendation: { agreedOn } }: Pick<ClauseRow, "recommendation">,
  today: PlainDate,
): void {
  if (notice < agreedOn)
    throw invalid("notice", `This was agreed on ${formatDate(agreedOn)}. Give that day or a later one.`);
  for (const [field, day] of Object.entries({ notice, ...received }))
    if (day && day > today) throw invalid(field, `Give the day it was so: ${formatDate(today)} or before.`);
  if (received.noticeReceived && received.noticeReceived < notice)
    throw invalid("noticeReceived", `The notice was served on ${formatDate(notice)}. Give that day or a later one.`);
  if (received.reportReceived && received.reportReceived < agreedOn)
    throw invalid("reportReceived", `This was agreed on ${formatDate(agreedOn)}. Give that day or a later one.`);
}
