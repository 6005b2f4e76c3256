import type { ReadScope } from "@/domain/access/read-scope";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { getCalendar, getClock } from "@/server/clock/queries";
import type { Client, Tx } from "@/server/db";
import { chosen } from "@/server/workflow/choices";
import type { StepOption } from "@/server/workflow/step-field";
import { defineSteps } from "@/server/workflow/steps";
import { getPublicationSubject } from "./publication-subject";
import { publishChange } from "./published-changes";
import { getQuorumAtStart } from "./quorum-at-start";

type Columns = Prisma.MeetingUncheckedUpdateManyInput;
type Found = Awaited<ReturnType<typeof findMeeting>>;

/** A meeting as its rules look at it, with its agenda and the quorum it began with. @throws ExpectedError not-found */
async function findMeeting(client: Client, scope: ReadScope, id: string) {
  const [{ instant }, calendar] = await Promise.all([getClock(client), getCalendar(client)]);
  const subject = await getPublicationSubject(client, scope, id, { at: instant, calendar });
  const row = await client.meeting.findUniqueOrThrow({
    where: { id },
    select: { slug: true, publishedAt: true, convenedOn: true, body: { select: { slug: true } } },
  });
  return { row, subject: { ...subject, quorumAtStart: await getQuorumAtStart(client, subject) } };
}

/** A meeting from a day in the calendar to one that took place; its agenda is published from a form of its own. */
export const meetingSteps = defineSteps({
  workflow: meetingWorkflow,
  find: findMeeting,
  save: (tx, { where, data }, brought: Columns) => tx.meeting.updateMany({ where, data: { ...brought, ...data } }),
  listedUnder: ({ subject }: Found) => ({ meetingId: subject.id }),
  asks: {
    convene: ({ subject }) =>
      subject.status === "postponed"
        ? [
            {
              kind: "date",
              name: "date",
              label: "New day",
              hint: "Its page keeps the address it has",
              value: subject.date,
            },
            { kind: "line", name: "startTime", label: "Time", hint: "Such as 10:00", value: subject.startTime ?? "" },
            { kind: "line", name: "place", label: "Place", value: subject.place ?? "" },
          ]
        : [],
    cancel: async ({ subject }, client, { scope, today }) => {
      const options = await listMeetingsInstead(client, scope, subject, today);
      return options.length > 0
        ? [
            {
              kind: "one",
              name: "insteadId",
              label: "Its business goes to",
              hint: "The page of the cancelled meeting leads there",
              none: "No other meeting",
              options,
            },
          ]
        : [];
    },
    recordHeld: ({ subject }) => [
      {
        kind: "one",
        name: "quorate",
        label: "Was there a quorum at the start?",
        hint: subject.quorumAtStart
          ? `By the attendance recorded, ${subject.quorumAtStart.counted} count, and the quorum is ${subject.quorumAtStart.needed}.`
          : "No attendance is recorded yet, so nothing can be counted.",
        none: "Not known",
        options: [
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ],
        value: subject.quorumAtStart ? (subject.quorumAtStart.met ? "yes" : "no") : null,
      },
      {
        kind: "line",
        name: "endTime",
        label: "When it ended",
        hint: "Such as 12:45. Leave it empty if it is not known",
      },
    ],
  },
  brings: {
    convene: (tx, { subject }, answers, { actor, today }) => {
      const data = { convenedOn: today };
      if (subject.status !== "postponed") return { data };
      const at = {
        date: answers.date("date") ?? subject.date,
        startTime: answers.time("startTime"),
        place: answers.text("place") || null,
      };
      return {
        subject: at,
        data: { ...data, ...at },
        after: at,
        afterwards: () =>
          publishChange(tx, actor, subject.id, {
            kind: "changed_arrangements",
            text: `The meeting is now ${when(at)}. It was to be ${when(subject)}.`,
          }),
      };
    },
    postpone: (tx, { subject }, _answers, { actor }) => ({
      afterwards: () =>
        publishChange(tx, actor, subject.id, {
          kind: "postponed",
          text: `The meeting of ${formatFullDate(subject.date)} was postponed. Its new day is said here once it is fixed.`,
        }),
    }),
    cancel: async (tx, { subject }, answers, { actor, scope, today }) => {
      const instead = await chosen(answers.id("insteadId"), "insteadId", () =>
        listMeetingsInstead(tx, scope, subject, today),
      );
      return {
        data: { postponedToId: instead },
        ...(instead && { after: { insteadId: instead } }),
        afterwards: () =>
          publishChange(tx, actor, subject.id, {
            kind: "cancelled",
            text: `The meeting of ${formatFullDate(subject.date)} was cancelled.`,
          }),
      };
    },
    recordHeld: (tx, { subject }, answers) => {
      const said = answers.oneOf("quorate", ["yes", "no"]);
      const endTime = answers.time("endTime");
      const counted = subject.quorumAtStart;
      return {
        subject: {
          quorumAtStart: counted && (said === null ? counted : { ...counted, met: said === "yes" }),
        },
        data: { quorate: said === null ? (counted?.met ?? null) : said === "yes" },
        after: { quorate: said ?? null },
        happenedOn: subject.date,
        afterwards: () => recordSitting(tx, subject, endTime),
      };
    },
    abandon: (_tx, { subject }) => ({ data: { quorate: false }, happenedOn: subject.date }),
  },
  elsewhere: {
    publish: ({ row }) => `/office/meetings/${row.body.slug}/${row.slug}/publication`,
  },
});

/** "on Tuesday 25 October 2016, 10.00 am, Committee Room 2" */
const when = ({
  date,
  startTime,
  place,
}: {
  date: PlainDate;
  startTime: string | null;
  place: string | null;
}): string => [`on ${formatFullDate(date)}`, startTime && formatTime(startTime), place].filter(Boolean).join(", ");

/** Meetings of the body still to come that stand in for none yet: one of them may take the place of a cancelled one. */
async function listMeetingsInstead(
  client: Client,
  scope: ReadScope,
  { id, bodyId }: { id: string; bodyId: string },
  today: PlainDate,
): Promise<StepOption[]> {
  const meetings = await client.meeting.findMany({
    where: {
      AND: [
        { bodyId, id: { not: id }, date: { gte: today }, status: { in: ["planned", "convened", "published"] } },
        { postponedFrom: { is: null } },
        readable(scope),
      ],
    },
    orderBy: [{ date: "asc" }, { slug: "asc" }],
    take: 20,
    select: { id: true, date: true, startTime: true },
  });
  return meetings.map(({ id, date, startTime }) => ({
    value: id,
    label: [formatFullDate(date), startTime && formatTime(startTime)].filter(Boolean).join(", "),
  }));
}

/** The sitting it was: when and where. An adjourned meeting has more. */
async function recordSitting(tx: Tx, { id, date, startTime, place }: Found["subject"], endTime: string | null) {
  await tx.meetingSession.upsert({
    where: { meetingId_number: { meetingId: id, number: 1 } },
    create: { meetingId: id, number: 1, date, startTime, place, endTime },
    update: { ...(endTime && { endTime }) },
  });
}
