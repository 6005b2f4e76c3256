import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { getOrStartProgramme } from "@/server/programme/programme-year";
import type { Answers } from "@/server/workflow/answers";
import { chosen } from "@/server/workflow/choices";
import type { StepField } from "@/server/workflow/step-field";
import { defineSteps, type StepContext } from "@/server/workflow/steps";
import { listProgrammeItems, listSuccessors } from "./choices";
import { type FoundFollowUp, findFollowUp } from "./subject";

type Columns = Prisma.FollowUpUncheckedUpdateManyInput;

/** How what a minute asks for comes to its end, on evidence and by whom the body's settings say (LGA 1972 s101). */
export const followUpSteps = defineSteps({
  workflow: followUpWorkflow,
  find: findFollowUp,
  save: (tx, { where, data }, brought: Columns) => tx.followUp.updateMany({ where, data: { ...brought, ...data } }),
  // What was asked for at one meeting is before a later one: under its matters arising, its programme, or an item on the topic.
  listedUnder: ({ row: { bodyId, body, topicId, raisedOn, programmeItemId } }: FoundFollowUp) => ({
    meeting: { bodyId: { in: body.parentId ? [bodyId, body.parentId] : [bodyId] }, date: { gt: raisedOn } },
    OR: [
      { kind: { in: ["matters_raised", "work_programme"] } },
      ...(topicId ? [{ topicId }, { programmeItem: { topicId } }] : []),
      ...(programmeItemId ? [{ programmeItemId }] : []),
    ],
  }),
  listedUnderWords: "a later item about progress on matters raised, the work programme or the same topic",
  always: ({ reason, on, authorityId }) => ({
    statusReason: reason || null,
    statusOn: on,
    endAuthorityId: authorityId,
  }),
  asks: {
    claimDone: evidenceField,
    close: evidenceField,
    putOnHold: ({ row }) => [{ kind: "date", name: "reviewOn", label: "Look at it again on", value: row.reviewOn }],
    supersede: async ({ row }, client, { scope }) => [
      {
        kind: "one",
        name: "supersededById",
        label: "The follow-up that takes its place",
        hint: "Enter it first, if it is not there yet.",
        none: "None",
        options: await listSuccessors(client, scope, row),
      },
    ],
    moveToProgramme: async ({ row }, client, { scope }) => [
      {
        kind: "one",
        name: "programmeItemId",
        label: "The programme item it becomes",
        none: "None of these",
        options: await listProgrammeItems(client, scope, row.bodyId),
      },
      {
        kind: "line",
        name: "newItem",
        label: "Or the title of a new item",
        hint: "It is proposed at first, and seen inside only.",
      },
    ],
  },
  brings: {
    claimDone: (_tx, _found, answers) => {
      const evidence = answers.text("evidence");
      return evidence ? { subject: { evidence }, data: { evidence }, after: { evidence } } : {};
    },
    close: (_tx, _found, answers, { on }) => {
      const evidence = answers.text("evidence");
      return { subject: { evidence }, data: { evidence }, after: { evidence }, happenedOn: on };
    },
    putOnHold: (_tx, { subject: { status } }, answers) => {
      const reviewOn = answers.date("reviewOn");
      const heldFrom = status === "in_progress" ? ("in_progress" as const) : ("open" as const);
      return { subject: { reviewOn, heldFrom }, data: { reviewOn, heldFrom }, after: { reviewOn } };
    },
    resume: () => ({ data: { reviewOn: null, heldFrom: null } }),
    supersede: async (tx, { row }, answers, { scope }) => {
      const supersededById = await chosen(answers.id("supersededById"), "supersededById", () =>
        listSuccessors(tx, scope, row),
      );
      return { subject: { supersededById }, data: { supersededById } };
    },
    moveToProgramme: async (tx, found, answers, context) => {
      const programmeItemId = await itemFor(tx, found, answers, context);
      return { subject: { programmeItemId }, data: { programmeItemId } };
    },
  },
});

function evidenceField({ row }: FoundFollowUp): readonly StepField[] {
  return [
    {
      kind: "prose",
      name: "evidence",
      label: "What shows that it is done",
      hint: "A report, a letter, a page: whoever reads this later should find it.",
      value: row.evidence ?? "",
    },
  ];
}

/** The item of the programme that was chosen, or a new one. @throws ExpectedError invalid */
async function itemFor(
  tx: Tx,
  { row }: FoundFollowUp,
  answers: Answers,
  { actor, scope, today }: StepContext,
): Promise<string | null> {
  const id = await chosen(answers.id("programmeItemId"), "programmeItemId", () =>
    listProgrammeItems(tx, scope, row.bodyId),
  );
  const title = answers.text("newItem");
  if (id && title) throw invalid("newItem", "Choose an item or write down a new one, not both.");
  if (id || !title) return id;
  if (title.length > MOST_TITLE) throw invalid("newItem", "Say it in 300 characters or fewer.");
  return await addToProgramme(tx, { actor, row, title, today });
}

const MOST_TITLE = 300;

/** A new item of the body's programme, proposed, with what was asked for as its purpose. */
async function addToProgramme(
  tx: Tx,
  { actor, row, title, today }: Pick<StepContext, "actor" | "today"> & { row: FoundFollowUp["row"]; title: string },
): Promise<string> {
  const status = programmeItemWorkflow.initial;
  const last = await tx.programmeItem.aggregate({
    where: { bodyId: row.bodyId, slotKind: "none" },
    _max: { position: true },
  });
  const { id } = await tx.programmeItem.create({
    data: {
      programmeId: await getOrStartProgramme(tx, actor, row.bodyId, today),
      bodyId: row.bodyId,
      title,
      purpose: row.text,
      type: "progress",
      status,
      audience: programmeItemWorkflow.statuses[status].audience,
      position: (last._max.position ?? 0) + 1,
      topicId: row.topicId,
      areaId: row.areaId,
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    actor,
    action: "programme item.add",
    subject: { kind: programmeItemWorkflow.name, id, bodyId: row.bodyId },
    happenedOn: today,
    after: { status, title },
  });
  return id;
}
