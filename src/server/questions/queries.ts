import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { inOrder } from "@/domain/questions/question-order";
import { itemTaking, LISTED, type TakingItem } from "@/domain/questions/question-place";
import { questionWorkflow } from "@/domain/questions/question-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { listHistory } from "@/server/audit/history";
import { getCalendar, getClock } from "@/server/clock/queries";
import { type Client, db, reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { identityField, listItems, questionFields } from "./question-form";
import { findQuestion, MEETING_ASKED, receiptOf } from "./subject";

const MOST_LISTED = 200;

/** What a page shows of a question that is listed with an agenda. */
const LISTING = {
  id: true,
  kind: true,
  status: true,
  position: true,
  askedBy: true,
  addressedTo: true,
  text: true,
  receivedAt: true,
  agendaItemId: true,
  answeredBy: true,
  answer: true,
  supplementary: true,
  supplementaryAnswer: true,
  replyPromisedBy: true,
  replyDueOn: true,
  reply: true,
  repliedOn: true,
} as const satisfies Prisma.QuestionSelect;

export type ListedQuestion = Prisma.QuestionGetPayload<{ select: typeof LISTING }>;

/**
 * What is asked of one meeting and accepted, in its order, as this reader may see it.
 * @returns nothing of who asks but the words under which it may be published
 */
export async function listQuestions(scope: ReadScope, meetingId: string): Promise<ListedQuestion[]> {
  const found = await reader(scope).question.findMany({
    where: { AND: [{ meetingId, status: { in: [...LISTED] } }, readable(scope)] },
    take: MOST_LISTED,
    select: LISTING,
  });
  return inOrder(found);
}

/**
 * What was asked at the items of a meeting, for its minutes to begin with: of each item its questions, in their order.
 * @param items the items that get a minute
 */
export async function listQuestionsForMinutes(
  scope: ReadScope,
  client: Client,
  { meetingId, items }: { meetingId: string; items: readonly TakingItem[] },
): Promise<ReadonlyMap<string, ListedQuestion[]>> {
  const found = await client.question.findMany({
    where: { AND: [{ meetingId, status: { in: [...LISTED] } }, readable(scope)] },
    take: MOST_LISTED,
    select: LISTING,
  });
  return Map.groupBy(inOrder(found), (question) => itemTaking(items, question)?.id ?? "");
}

/** What was asked at one item of a meeting, in its order; nothing of what is at no item. */
export async function listQuestionsAtItem(
  scope: ReadScope,
  { meetingId, agendaItemId }: { meetingId: string; agendaItemId: string | null },
): Promise<ListedQuestion[]> {
  if (agendaItemId === null) return [];
  const items = await reader(scope).agendaItem.findMany({
    where: { AND: [{ meetingId }, readable(scope)] },
    orderBy: { place: "asc" },
    select: { id: true, kind: true, withdrawnAt: true },
  });
  const asked = await listQuestionsForMinutes(scope, reader(scope), { meetingId, items });
  return asked.get(agendaItemId) ?? [];
}

/** The meeting of a desk, for whoever looks after its questions, or presides and is asked about them. */
async function findMeeting(person: Person, at: { body: string; meeting: string }) {
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ slug: at.meeting, body: { slug: at.body } }, readable(readScope(person))] },
    select: MEETING_ASKED,
  });
  const relations = meeting && { bodyId: meeting.bodyId, parentBodyId: meeting.body.parentId };
  if (!meeting || !relations || !can(person, "question.consult", relations)) throw notFound();
  return { ...meeting, mayManage: can(person, "question.manage", relations) };
}

/**
 * Everything that was sent in for a meeting, in its order, each with its deadline and how late it came; and for whoever looks after
 * it the fields of another.
 * @throws ExpectedError not-found
 */
export async function getQuestionDesk(person: Person, at: { body: string; meeting: string }) {
  const meeting = await findMeeting(person, at);
  const [clock, calendar, found, items] = await Promise.all([
    getClock(),
    getCalendar(),
    db.question.findMany({
      where: { AND: [{ meetingId: meeting.id }, readable(readScope(person))] },
      take: MOST_LISTED,
      select: { ...LISTING, version: true, identity: true, ground: true },
    }),
    listItems(db, meeting.id),
  ]);
  return {
    meeting,
    clock,
    questions: inOrder(found).map((question) => ({ ...question, ...receiptOf({ ...question, meeting }, calendar) })),
    fields: questionFields({}, items, "everything"),
  };
}

export type QuestionDesk = Awaited<ReturnType<typeof getQuestionDesk>>;

/**
 * One question as its desk works on it. Who asks and how to reach them comes to democratic services alone.
 * @throws ExpectedError not-found
 */
export async function getOfficeQuestion(person: Person, at: { body: string; meeting: string }, id: string) {
  const meeting = await findMeeting(person, at);
  const scope = readScope(person);
  const { row, calendar } = await findQuestion(db, scope, id);
  if (row.meetingId !== meeting.id) throw notFound();
  const asker = meeting.mayManage ? await db.questionAsker.findUnique({ where: { questionId: id } }) : null;
  const [items, history] = await Promise.all([listItems(db, meeting.id), listHistory(scope, questionWorkflow, row)]);
  return {
    ...row,
    ...receiptOf(row, calendar),
    meeting,
    asker,
    item: items.find(({ value }) => value === row.agendaItemId)?.label ?? null,
    history,
    isOver: questionWorkflow.statuses[row.status].final === true,
    fields: questionFields({ ...row, contact: asker }, items, asker ? "contact" : "nobody"),
    identity: identityField(row.identity, asker ? undefined : ["withheld"]),
  };
}

export type OfficeQuestion = Awaited<ReturnType<typeof getOfficeQuestion>>;
