import { formatDate } from "@/domain/calendar/plain-date";
import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import { isAcceptance, responseGaps } from "@/domain/recommendations/response";
import type { Prisma } from "@/generated/prisma/client";
import type { Client, Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";
import { type Act, defineActs } from "@/server/workflow/acts";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import { writeResponse } from "./answer";
import { completionFields, completionFrom } from "./completion";
import { respondents, responseFields, responseFrom } from "./response-fields";
import { mustBePossible } from "./steps";
import { answerOfRow, draftOfRow, type FoundClause, findClause } from "./subject";

const awaitsAnswer = ({ subject: { status } }: FoundClause): boolean =>
  status === "agreed" || status === "notice_served";
const isAnswered = ({ subject: { status } }: FoundClause): boolean =>
  status === "responded" || status === "implementing";
const isOpen = ({ subject: { status } }: FoundClause): boolean => !clauseWorkflow.statuses[status].final;

const YES_NO: readonly StepOption[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

/** What is recorded of a clause between its steps. */
export const clauseActs = defineActs({
  workflow: clauseWorkflow,
  find: findClause,
  touch: (tx, where) => tx.recommendationClause.updateMany({ where, data: { version: { increment: 1 } } }),
  acts: {
    receipt: {
      label: "Record the receipt",
      hint: "Of the report and of the notice: the later of the two starts the clock.",
      needs: "recommendation.record-receipt",
      when: (found) => awaitsAnswer(found) && found.row.notice !== null,
      asks: ({ row: { notice } }) => [
        {
          kind: "date",
          name: "reportReceived",
          label: "The report was received on",
          value: notice?.reportReceivedOn ?? null,
        },
        {
          kind: "date",
          name: "noticeReceived",
          label: "The notice was received on",
          value: notice?.noticeReceivedOn ?? null,
        },
      ],
      does: async (tx, { row }, answers, { today }) => {
        const { notice } = row;
        if (!notice) throw invalid("noticeReceived", "Record the notice first.");
        const reportReceivedOn = answers.date("reportReceived");
        const noticeReceivedOn = answers.date("noticeReceived");
        mustBePossible(
          { notice: notice.servedOn, reportReceived: reportReceivedOn, noticeReceived: noticeReceivedOn },
          row,
          today,
        );
        await tx.notice.update({ where: { id: notice.id }, data: { reportReceivedOn, noticeReceivedOn } });
        return {
          happenedOn: noticeReceivedOn ?? reportReceivedOn ?? today,
          after: { reportReceivedOn, noticeReceivedOn },
        };
      },
    },
    expect: {
      label: "Record when an answer is expected",
      hint: "Where more time was asked for. The clock runs on regardless.",
      needs: "recommendation.record-receipt",
      when: awaitsAnswer,
      asks: ({ row }) => [
        { kind: "date", name: "expectedOn", label: "Expected on", value: row.expectedOn },
        { kind: "prose", name: "why", label: "Who asked, and why" },
      ],
      does: async (tx, { row }, answers) => {
        const expectedOn = answers.date("expectedOn");
        await tx.recommendationClause.update({ where: { id: row.id }, data: { expectedOn } });
        return { after: { expectedOn }, reason: answers.text("why") || undefined };
      },
    },
    draft: {
      label: "Draft the answer",
      hint: "Open to you, to those named below, and to whoever keeps the clause, until it is recorded.",
      needs: "response.draft",
      when: awaitsAnswer,
      asks: async ({ row }, client, context) => [
        ...(await responseFields(client, context, row, draftOfRow(row))),
        {
          kind: "several",
          name: "readers",
          label: "Who else may read it",
          options: await listDeciders(client, context.today),
          value: draftOfRow(row)?.keepers ?? [],
        },
      ],
      does: async (tx, { row }, answers, { actor, scope, today }) => {
        const typed = await responseFrom(tx, scope, row, answers, today);
        const readers = answers.ids("readers");
        const deciders = await listDeciders(tx, today);
        const draft = draftOfRow(row);
        if (!readers.every((id) => draft?.keepers.includes(id) || deciders.some(({ value }) => value === id)))
          throw invalid("readers", "Choose from those on the list.");
        const id = await writeResponse(tx, row, {
          typed,
          draft,
          actor,
          respondentIds: [...new Set([...(draft?.respondentIds ?? []), actor.personId])],
          status: "draft",
          keepers: [actor.personId, ...readers],
        });
        // Not in the history of the clause, which is open to more people than the draft.
        return { subject: { kind: "response", id } };
      },
    },
    complete: {
      label: "Add what the answer left out",
      hint: "Given afterwards: it stands beside the answer with its day. The words of the answer stay as they were.",
      needs: "response.record",
      when: ({ subject: { response } }) => response !== null && responseGaps(response).length > 0,
      asks: ({ row }, client, { today }) => completionFields(client, row, today),
      does: completionFrom,
    },
    further: {
      label: "Record a further answer",
      hint: "Where the recipient answered again, or said what it meant. The earlier answer stays on record.",
      needs: "response.record",
      when: isAnswered,
      asks: ({ row }, client, context) => responseFields(client, context, row, null),
      does: async (tx, { row }, answers, { actor, scope, today }) => {
        const typed = await responseFrom(tx, scope, row, answers, today);
        if (!typed.wording) throw invalid("response", "Record the answer in the words it was given in.");
        await writeResponse(tx, row, {
          typed,
          draft: null,
          actor,
          respondentIds: respondents(actor, null),
          status: "recorded",
        });
        return { happenedOn: typed.decidedOn ?? today, after: { answer: typed.kind } };
      },
    },
    note: {
      label: "Note how it goes",
      hint: "The public reads it with the day. A note says nothing of whether it was achieved.",
      needs: "implementation.report-progress",
      when: isOpen,
      onlyAdds: true,
      asks: (_found, _client, { today }): StepField[] => [
        { kind: "prose", name: "text", label: "What has been done" },
        { kind: "date", name: "on", label: "On which day", value: today },
      ],
      does: async (tx, { row }, answers, { actor, today }) => {
        const text = answers.text("text");
        if (!text) throw invalid("text", "Say in a sentence what there is to note.");
        const on = answers.date("on") ?? today;
        if (on > today) throw invalid("on", `Give the day it was so: ${formatDate(today)} or before.`);
        await tx.implementationNote.create({ data: { clauseId: row.id, on, personId: actor.personId, text } });
        return { happenedOn: on };
      },
    },
    compare: {
      label: "Say whether the answer changes what is asked",
      needs: "recommendation.record",
      when: ({ subject: { response } }) => response !== null && isAcceptance(response.kind),
      asks: ({ row }) => [
        {
          kind: "one",
          name: "changedInSubstance",
          label: "What is to be done is no longer what was asked for",
          options: YES_NO,
          value: answerOfRow(row)?.changedInSubstance ? "yes" : "no",
        },
      ],
      does: async (tx, { row }, answers) => {
        const changedInSubstance = answers.oneOf("changedInSubstance", ["yes", "no"]) === "yes";
        await updateAnswer(tx, row, { changedInSubstance });
        return { after: { changedInSubstance } };
      },
    },
    priority: {
      label: "Mark as a priority",
      needs: "recommendation.record",
      when: isOpen,
      asks: ({ row }) => [
        { kind: "one", name: "priority", label: "A priority", options: YES_NO, value: row.priority ? "yes" : "no" },
      ],
      does: async (tx, { row }, answers) => {
        const priority = answers.oneOf("priority", ["yes", "no"]) === "yes";
        await tx.recommendationClause.update({ where: { id: row.id }, data: { priority } });
        return { after: { priority } };
      },
    },
  } satisfies Record<string, Act<FoundClause>>,
});

async function updateAnswer(tx: Tx, row: FoundClause["row"], data: Prisma.ResponseUncheckedUpdateInput): Promise<void> {
  const response = answerOfRow(row);
  if (response) await tx.response.update({ where: { id: response.id }, data });
}

/** Members of the executive and those who support it. */
async function listDeciders(client: Client, today: string): Promise<StepOption[]> {
  const found = await client.person.findMany({
    where: {
      mergedIntoId: null,
      OR: [
        { seats: { some: { ...heldOn(today), body: { kind: "executive" } } } },
        { posts: { some: { ...heldOn(today), kind: "executive_support" } } },
      ],
    },
    orderBy: [{ familyName: "asc" }, { name: "asc" }],
    select: { id: true, name: true },
  });
  return found.map(({ id, name }) => ({ value: id, label: name }));
}
