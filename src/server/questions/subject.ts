import type { ReadScope } from "@/domain/access/read-scope";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Question, QuestionKind } from "@/domain/questions/question";
import { lateness, questionDeadline } from "@/domain/questions/question-deadline";
import { questionRules } from "@/domain/questions/question-rules";
import type { MeetingStatus, Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { getCalendar } from "@/server/clock/queries";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";

/** What of a meeting says by when questions close, and whether they are public. */
export const MEETING_ASKED = {
  id: true,
  slug: true,
  date: true,
  startTime: true,
  status: true,
  publishedAt: true,
  bodyId: true,
  body: { select: { ...BODY_LINK, parentId: true, deadlines: true, rules: true } },
} as const satisfies Prisma.MeetingSelect;

const QUESTION = { meeting: { select: MEETING_ASKED } } as const satisfies Prisma.QuestionInclude;

export type QuestionRow = Prisma.QuestionGetPayload<{ include: typeof QUESTION }>;

/** Whether the agenda of a meeting is public, and with it the questions that are accepted. */
export const isAgendaPublic = ({ status, publishedAt }: { status: MeetingStatus; publishedAt: Date | null }): boolean =>
  publishedAt !== null || status === "published" || status === "held";

type Received = {
  kind: QuestionKind;
  receivedAt: Date | null;
  meeting: { date: PlainDate; body: { deadlines: Prisma.JsonValue } };
};

/** By when it had to be received, and how late it came. */
export function receiptOf({ kind, receivedAt, meeting }: Received, calendar: CouncilCalendar) {
  const due = questionDeadline(kind, meeting.body.deadlines, meeting.date, calendar);
  const received = receivedAt && { date: londonDate(receivedAt), time: londonTime(receivedAt) };
  return { due, late: received && lateness(due, received) };
}

/** A question as its rules look at it. */
export function subjectFrom(
  row: QuestionRow,
  calendar: CouncilCalendar,
): Question & { id: string; version: number; bodyId: string } {
  const { meeting } = row;
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    kind: row.kind,
    bodyId: row.bodyId,
    parentBodyId: meeting.body.parentId,
    areaId: row.areaId,
    portfolioId: row.portfolioId,
    keepers: row.keepers,
    meetingOn: meeting.date,
    agendaIsPublic: isAgendaPublic(meeting),
    late: receiptOf(row, calendar).late,
    lateAllowedBy: row.lateAllowedBy,
    ground: row.ground,
    answeredBy: row.answeredBy,
    answer: row.answer,
    replyPromisedBy: row.replyPromisedBy,
    replyDueOn: row.replyDueOn,
    reply: row.reply,
  };
}

/**
 * One question with its meeting.
 * @throws ExpectedError not-found, also where it is hidden from the reader
 */
export async function findQuestion(client: Client, scope: ReadScope, id: string) {
  const [row, calendar] = await Promise.all([
    client.question.findFirst({ where: { AND: [{ id }, readable(scope)] }, include: QUESTION }),
    getCalendar(client),
  ]);
  if (!row) throw notFound();
  return { row, calendar, rules: questionRules(row.meeting.body.rules), subject: subjectFrom(row, calendar) };
}

export type FoundQuestion = Awaited<ReturnType<typeof findQuestion>>;
