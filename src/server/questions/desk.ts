import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { inOrder } from "@/domain/questions/question-order";
import { questionWorkflow } from "@/domain/questions/question-workflow";
import { readable } from "@/server/access/readable";
import { listHistory } from "@/server/audit/history";
import { getCalendar, getClock } from "@/server/clock/queries";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { LISTING, MOST_LISTED } from "./queries";
import { identityField, listItems, questionFields } from "./question-form";
import { findQuestion, MEETING_ASKED, receiptOf } from "./subject";

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
