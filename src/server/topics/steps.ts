import type { ReadScope } from "@/domain/access/read-scope";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { TOPIC_SOURCES } from "@/domain/topics/sources";
import type { Topic } from "@/domain/topics/topic";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client, Tx } from "@/server/db";
import type { Change } from "@/server/workflow/advance";
import type { Answers } from "@/server/workflow/answers";
import { chosen, listBodies } from "@/server/workflow/choices";
import type { StepField } from "@/server/workflow/step-field";
import { defineSteps } from "@/server/workflow/steps";
import { listAlike } from "./alike";
import { closedScore, findTopic, type TopicRow } from "./subject";

/** What is stored with a step: of the topic; and of the step alone, what the scores came to. */
type Columns = Omit<Prisma.TopicUncheckedUpdateManyInput, "status" | "statusOn" | "statusReason" | "authorityId"> & {
  statusOn?: PlainDate;
  statusReason?: string | null;
  authorityId?: string;
  score?: Prisma.InputJsonObject;
};
type Found = Awaited<ReturnType<typeof findTopic>>;

/** Bodies that have not ended, and those among them that look into things. */
const STANDING = { until: null } satisfies Prisma.BodyWhereInput;
const COMMITTEES = { ...STANDING, kind: { in: [...SCRUTINY_COMMITTEES] } } satisfies Prisma.BodyWhereInput;

/** How a topic is taken from a suggestion to a place on the shortlist, or put aside with its reason (LGA 2000 s9F, s9FC). */
export const topicSteps = defineSteps({
  workflow: topicWorkflow,
  find: findTopic,
  save: saveStep,
  // A committee takes up, parks and hands over topics under its work programme, or under an item about the topic itself.
  listedUnder: ({ row: { id, bodyId } }: Found) => ({
    OR: [
      { topicId: id },
      { programmeItem: { topicId: id } },
      { proposals: { some: { topics: { some: { topicId: id } } } } },
      ...(bodyId ? [{ kind: "work_programme" as const, meeting: { bodyId } }] : []),
    ],
  }),
  listedUnderWords: "an item about the topic, its scoping proposal, its programme item or the work programme",
  // A step that rests on nothing leaves what the one before it rested on.
  always: ({ reason, on, authorityId }) => ({
    statusReason: reason || null,
    statusOn: on,
    ...(authorityId && { authorityId }),
  }),
  asks: {
    triage: async ({ row }, client, { scope }) => [
      {
        kind: "one",
        name: "bodyId",
        label: "The committee whose remit it is",
        hint: "From then on the topic is public as it is worded. Edit it first if its words name somebody.",
        options: await listBodies(client, COMMITTEES),
        value: row.bodyId,
      },
      {
        kind: "one",
        name: "source",
        label: "Where it came from",
        options: optionsOf(TOPIC_SOURCES),
        value: row.source,
      },
      {
        kind: "yes",
        name: "duplicatesSeenOn",
        label: "I have looked through the topics like it",
        hint: await hintOfAlike(client, scope, row),
      },
    ],
    park: callFields,
    reject: callFields,
    remove: callFields,
    merge: async (found, client, { scope }) => [
      {
        kind: "one",
        name: "mergedIntoId",
        label: "The topic it becomes part of",
        hint: "Both keep their history; whoever suggested this one can follow the other.",
        options: await listOthers(client, scope, found.row),
      },
      ...callFields(found),
    ],
    transfer: async ({ row }, client) => [
      {
        kind: "one",
        name: "receiverBodyId",
        label: "The body that takes it over",
        hint: "It stays in sight here until that body accepts it.",
        options: (await listBodies(client, STANDING)).filter(({ value }) => value !== row.bodyId),
      },
    ],
  },
  brings: {
    triage: async (tx, _found, answers, { today }) => {
      const bodyId = await chosen(answers.id("bodyId"), "bodyId", () => listBodies(tx, COMMITTEES));
      const source = answers.oneOf("source", keysOf(TOPIC_SOURCES));
      const duplicatesSeenOn = answers.yes("duplicatesSeenOn") ? today : null;
      return {
        subject: { bodyId, source, duplicatesSeenOn },
        data: { bodyId, duplicatesSeenOn, ...(source && { source }) },
      };
    },
    score: (_tx, { row }) => {
      const score = closedScore(row.scores);
      return score ? { data: { score } } : {};
    },
    park: (_tx, found, answers) => callOf(found, answers),
    reject: (_tx, found, answers) => callOf(found, answers),
    remove: (_tx, found, answers) => callOf(found, answers),
    merge: async (tx, found, answers, { scope }) => {
      const mergedIntoId = await chosen(answers.id("mergedIntoId"), "mergedIntoId", () =>
        listOthers(tx, scope, found.row),
      );
      const call = callOf(found, answers);
      return { subject: { ...call.subject, mergedIntoId }, data: { ...call.data, mergedIntoId } };
    },
    transfer: async (tx, _found, answers) => {
      const receiverId = await chosen(answers.id("receiverBodyId"), "receiverBodyId", () => listBodies(tx, STANDING));
      return { subject: { receiverBodyId: receiverId }, data: { receiverId } };
    },
  },
  elsewhere: {
    startScoping: ({ row }) => `/office/scoping/new?body=${row.body?.slug ?? ""}&topic=${row.id}`,
  },
});

/** The topic as the step leaves it, and the step beside it, for whoever may read the topic. */
export async function saveStep(tx: Tx, { where, data }: Change<Topic>, { score, ...columns }: Columns) {
  const saved = await tx.topic.updateMany({ where, data: { ...columns, ...data } });
  if (saved.count > 0)
    await tx.topicStep.create({
      data: {
        topicId: where.id,
        status: data.status,
        on: columns.statusOn ?? "",
        reason: columns.statusReason ?? null,
        authorityId: columns.authorityId ?? null,
        ...(score && { score }),
      },
    });
  return saved;
}

/** What a councillor's call for action is owed before it is put aside (LGA 2000 s9FC). */
function callFields({ row }: Found): readonly StepField[] {
  if (row.source !== "call_for_action") return [];
  return [
    {
      kind: "one",
      name: "callForAction",
      label: "Is it a valid call for action?",
      options: [
        { value: "valid", label: "Yes: it is owed a discussion" },
        { value: "not_valid", label: "No: excluded, vexatious, planning or licensing" },
      ],
      value: row.callValid === null ? null : row.callValid ? "valid" : "not_valid",
    },
    { kind: "date", name: "discussedOn", label: "Discussed at the meeting of", value: row.callDiscussedOn },
    {
      kind: "date",
      name: "reasonsSentOn",
      label: "The letter with the reasons went to the member on",
      value: row.callReasonsSentOn,
    },
  ];
}

function callOf({ row }: Found, answers: Answers) {
  if (row.source !== "call_for_action") return {};
  const verdict = answers.oneOf("callForAction", ["valid", "not_valid"]);
  const valid = verdict === null ? null : verdict === "valid";
  const discussedOn = answers.date("discussedOn");
  const reasonsSentOn = answers.date("reasonsSentOn");
  return {
    subject: { callForAction: { valid, discussedOn, reasonsSentOn } },
    data: { callValid: valid, callDiscussedOn: discussedOn, callReasonsSentOn: reasonsSentOn },
  };
}

/** Topics that are still to be taken up, the latest first. */
async function listOthers(client: Client, scope: ReadScope, { id }: TopicRow) {
  const found = await client.topic.findMany({
    where: {
      AND: [{ id: { not: id }, status: { notIn: ["removed", "merged", "rejected"] } }, readable(scope)],
    },
    orderBy: [{ suggestedOn: "desc" }, { title: "asc" }],
    take: 300,
    select: { id: true, title: true },
  });
  return found.map(({ id, title }) => ({ value: id, label: title }));
}

/** Topics like it by their titles, so that whoever triages need not search. */
async function hintOfAlike(client: Client, scope: ReadScope, { id, title }: TopicRow): Promise<string> {
  const alike = await listAlike(client, scope, title, id);
  return alike.length === 0
    ? "None has a title like it."
    : `With titles like it: ${alike.map(({ title }) => `“${title}”`).join(", ")}.`;
}
