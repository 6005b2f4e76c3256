import { addWorkingDays } from "@/domain/calendar/council-calendar";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { asksForAnswer, KIND_NOUNS, QUESTION_GROUNDS } from "@/domain/questions/question";
import { questionWorkflow } from "@/domain/questions/question-workflow";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import type { Prisma } from "@/generated/prisma/client";
import type { Client, Tx } from "@/server/db";
import { heldOn } from "@/server/people/held-on";
import type { Answers } from "@/server/workflow/answers";
import { chosen } from "@/server/workflow/choices";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import { defineSteps } from "@/server/workflow/steps";
import { holdMeeting, sayOfQuestion } from "./agenda-place";
import { type FoundQuestion as Found, findQuestion } from "./subject";
import { tellAsker } from "./tell";

type Columns = Prisma.QuestionUncheckedUpdateManyInput;

/**
 * A question from its receipt to the written reply. What was said in public of it is dated where the agenda is out; whoever asked is
 * told by e-mail where they gave an address and the clerk says so.
 */
export const questionSteps = defineSteps({
  workflow: questionWorkflow,
  find: findQuestion,
  save: (tx, { where, data }, brought: Columns) => tx.question.updateMany({ where, data: { ...brought, ...data } }),
  listedUnder: ({ row }: Found) => ({ meetingId: row.meetingId }),
  always: ({ reason }) => ({ statusReason: reason || null }),
  asks: {
    accept: async ({ row, subject }, client) => [
      ...(subject.late === null
        ? []
        : [
            {
              kind: "one" as const,
              name: "lateAllowedBy",
              label: "Who presides and takes it although it is late",
              options: await listPresiding(client, row.bodyId, row.meeting.date),
            },
          ]),
      ...(await tellField(client, row.id, "Tell them by e-mail that it is accepted")),
    ],
    refuse: async ({ row }, client) => [
      { kind: "one", name: "ground", label: "On which ground", options: optionsOf(QUESTION_GROUNDS) },
      ...(await tellField(client, row.id, "Tell them by e-mail, with the ground and the reason")),
    ],
    recordAnswer: ({ row }) => [...answerFields(row.kind), ...supplementaryFields()],
    promiseReply: ({ row, rules, calendar }) => [
      { kind: "line", name: "replyPromisedBy", label: "Who is to reply" },
      {
        kind: "date",
        name: "replyDueOn",
        label: "Due on",
        hint: `${rules.replyWithinDays} working ${rules.replyWithinDays === 1 ? "day" : "days"} after the meeting, unless something else was said`,
        value: addWorkingDays(row.meeting.date, rules.replyWithinDays, calendar),
      },
      { kind: "line", name: "answeredBy", label: "Who said something at the meeting (optional)" },
      { kind: "prose", name: "answer", label: "What was said at the meeting (optional)" },
      ...supplementaryFields(),
    ],
    reply: async ({ row }, client, { today }) => [
      { kind: "prose", name: "reply", label: "The reply", hint: "Published with the meeting" },
      { kind: "date", name: "repliedOn", label: "Sent on", value: today },
      ...(await tellField(client, row.id, "Send it to them by e-mail")),
    ],
  },
  brings: {
    accept: async (tx, { row, subject }, answers) => {
      // Whoever publishes the agenda meanwhile waits, and finds it accepted; or it finds the agenda public.
      const { agendaIsPublic, status } = await holdMeeting(tx, row.meetingId);
      const { late } = subject;
      const presiding = late === null ? [] : await listPresiding(tx, row.bodyId, row.meeting.date);
      const id = await chosen(answers.id("lateAllowedBy"), "lateAllowedBy", async () => presiding);
      const lateAllowedBy = presiding.find(({ value }) => value === id)?.label ?? null;
      return {
        subject: { agendaIsPublic, lateAllowedBy },
        data: { lateAllowedBy, ground: null },
        after: { late, lateAllowedBy },
        afterwards: async () => {
          // After the meeting nothing is added to its agenda: what was heard is in its minutes.
          if (agendaIsPublic && status === "published")
            await sayOfQuestion(tx, row, { kind: "supplement", what: "was added" });
          if (answers.yes("tell")) await tell(tx, row, { what: "accepted" });
        },
      };
    },
    refuse: (tx, { row }, answers, { reason }) => {
      const ground = answers.oneOf("ground", keysOf(QUESTION_GROUNDS));
      return {
        subject: { ground },
        data: { ground },
        after: { ground },
        afterwards: async () => {
          if (ground && answers.yes("tell")) await tell(tx, row, { what: "not accepted", ground, reason });
        },
      };
    },
    recordAnswer: (_tx, { row }, answers) => ({ ...saidAtMeeting(answers), happenedOn: row.meeting.date }),
    promiseReply: (_tx, { row }, answers) => {
      const promise = { replyPromisedBy: answers.text("replyPromisedBy"), replyDueOn: answers.date("replyDueOn") };
      const said = saidAtMeeting(answers);
      return {
        subject: { ...said.subject, ...promise },
        data: { ...said.data, ...promise },
        after: { replyDueOn: promise.replyDueOn },
        happenedOn: row.meeting.date,
      };
    },
    reply: (tx, { row }, answers, { today }) => {
      const reply = answers.text("reply");
      const repliedOn = answers.date("repliedOn") ?? today;
      return {
        subject: { reply },
        data: { reply, repliedOn },
        happenedOn: repliedOn,
        afterwards: async () => {
          if (answers.yes("tell")) await tell(tx, row, { what: "replied", reply });
        },
      };
    },
    withdraw: (tx, { row }) => ({
      afterwards: async () => {
        if (row.audience === "public" && row.meeting.status === "published")
          await sayOfQuestion(tx, row, { kind: "withdrawn_item", what: "was withdrawn" });
      },
    }),
  },
});

/** Whoever may preside: the chair, the vice-chair, or a member chosen for the day. */
async function listPresiding(client: Client, bodyId: string, day: PlainDate): Promise<StepOption[]> {
  const seats = await client.seat.findMany({
    where: { AND: [{ bodyId, role: { in: ["chair", "vice_chair", "member"] } }, heldOn(day)] },
    orderBy: [{ role: "asc" }, { person: { familyName: "asc" } }],
    select: { person: { select: { id: true, name: true } } },
  });
  return [...new Map(seats.map(({ person: { id, name } }) => [id, { value: id, label: name }])).values()];
}

const answerFields = (kind: Found["row"]["kind"]): StepField[] =>
  asksForAnswer(kind)
    ? [
        { kind: "line", name: "answeredBy", label: "Who answered", hint: "As the minutes name them" },
        { kind: "prose", name: "answer", label: "The answer" },
      ]
    : [
        { kind: "line", name: "answeredBy", label: "Who responded (optional)", hint: "As the minutes name them" },
        { kind: "prose", name: "answer", label: `What was said to the ${KIND_NOUNS[kind]} (optional)` },
      ];

const supplementaryFields = (): StepField[] => [
  { kind: "prose", name: "supplementary", label: "A supplementary question (optional)" },
  { kind: "prose", name: "supplementaryAnswer", label: "And its answer (optional)" },
];

function saidAtMeeting(answers: Answers) {
  const said = { answeredBy: answers.text("answeredBy") || null, answer: answers.text("answer") || null };
  return {
    subject: said,
    data: {
      ...said,
      supplementary: answers.text("supplementary") || null,
      supplementaryAnswer: answers.text("supplementaryAnswer") || null,
    },
  };
}

/** Asked only where there is an address to write to. */
async function tellField(client: Client, questionId: string, label: string): Promise<StepField[]> {
  const asker = await client.questionAsker.findFirst({
    where: { questionId, email: { not: null } },
    select: { questionId: true },
  });
  return asker ? [{ kind: "yes", name: "tell", label }] : [];
}

async function tell(tx: Tx, row: Found["row"], news: Parameters<typeof tellAsker>[3]): Promise<void> {
  const asker = await tx.questionAsker.findUnique({ where: { questionId: row.id }, select: { email: true } });
  if (asker?.email) await tellAsker(tx, asker.email, row, news);
}
