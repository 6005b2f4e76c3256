import type { ReadScope } from "@/domain/access/read-scope";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { MeetingEntryKind, Prisma } from "@/generated/prisma/client";
import { getCalendar, getClock } from "@/server/clock/queries";
import type { Client, Tx } from "@/server/db";
import { defineSteps } from "@/server/workflow/steps";
import { getPublicationSubject } from "./publication-subject";
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
    convene: (tx, { row, subject }, answers, { today }) => {
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
          say(tx, { id: subject.id, ...row }, "changed_arrangements", `The meeting is now ${when(at)}.`),
      };
    },
    postpone: (tx, { row, subject }) => ({
      afterwards: () => say(tx, { id: subject.id, ...row }, "postponed", "The meeting was postponed."),
    }),
    cancel: (tx, { row, subject }) => ({
      afterwards: () => say(tx, { id: subject.id, ...row }, "cancelled", "The meeting was cancelled."),
    }),
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
    publish: ({ row }) => `/office/meetings/${row.body.slug}/${row.slug}#publication`,
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

/** What became of the meeting, dated, where its agenda was public. */
async function say(tx: Tx, meeting: { id: string; publishedAt: Date | null }, kind: MeetingEntryKind, text: string) {
  if (!meeting.publishedAt) return;
  const { instant } = await getClock(tx);
  await tx.meetingEntry.create({ data: { meetingId: meeting.id, kind, at: instant, text } });
}

/** The sitting it was: when and where. An adjourned meeting has more. */
async function recordSitting(tx: Tx, { id, date, startTime, place }: Found["subject"], endTime: string | null) {
  await tx.meetingSession.upsert({
    where: { meetingId_number: { meetingId: id, number: 1 } },
    create: { meetingId: id, number: 1, date, startTime, place, endTime },
    update: { ...(endTime && { endTime }) },
  });
}
