import { can } from "@/domain/access/permissions";
import { formatDate } from "@/domain/calendar/plain-date";
import { KIND_NOUNS } from "@/domain/questions/question";
import type { Waiting } from "@/domain/waiting/waiting";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { MEETING_AWAITED } from "./agenda-places";
import { type Asker, counted } from "./asker";

const SELECT = {
  id: true,
  kind: true,
  status: true,
  askedBy: true,
  replyDueOn: true,
  replyPromisedBy: true,
  bodyId: true,
  meeting: {
    select: {
      ...MEETING_AWAITED,
      body: { select: { ...MEETING_AWAITED.body.select, parentId: true } },
    },
  },
} as const satisfies Prisma.QuestionSelect;

type Row = Prisma.QuestionGetPayload<{ select: typeof SELECT }>;

/** What was sent in and nobody has looked at, by meeting; and written replies that are owed: for who looks after questions. */
export async function questionsWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  if (!can(person, "question.manage", {})) return [];
  const rows = await reader(scope).question.findMany({
    where: { AND: [readable(scope), { status: { in: ["received", "reply_promised"] } }] },
    orderBy: [{ replyDueOn: "asc" }, { id: "asc" }],
    take: 100,
    select: SELECT,
  });
  const mine = rows.filter(({ bodyId, meeting }) =>
    can(person, "question.manage", { bodyId, parentBodyId: meeting.body.parentId }),
  );
  const undecided = Map.groupBy(
    mine.filter(({ status }) => status === "received"),
    ({ meeting }) => meeting.id,
  );
  return [
    ...[...undecided.values()].flatMap((received) => toDecide(received, today)),
    ...mine.filter(({ status }) => status === "reply_promised").map((row) => toReply(row, today)),
  ];
}

function toDecide(received: readonly Row[], today: string): Waiting[] {
  const [first] = received;
  if (!first) return [];
  const { meeting } = first;
  return [
    {
      key: `questions of ${meeting.id} to decide`,
      title: `${counted(received.length, "question or statement waits", "questions and statements wait")} to be accepted or not`,
      why: `For ${formatDate(meeting.date, { leftOutIn: today })}. Whoever asked is told what is decided.`,
      due: { date: meeting.date },
      meeting,
      verb: "Decide",
      subject: { kind: "questions", meeting },
    },
  ];
}

const toReply = ({ id, kind, askedBy, replyDueOn, replyPromisedBy, meeting }: Row, today: string): Waiting => ({
  key: `question ${id} to reply`,
  title: `A written reply is owed to a ${KIND_NOUNS[kind]}`,
  why: `${askedBy}, at the meeting of ${formatDate(meeting.date, { leftOutIn: today })}. ${replyPromisedBy ?? "Somebody"} is to reply.`,
  due: replyDueOn ? { date: replyDueOn } : undefined,
  verb: "Record the reply",
  subject: { kind: "questions", meeting, id },
});
