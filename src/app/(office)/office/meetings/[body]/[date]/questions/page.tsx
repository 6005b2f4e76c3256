import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { MeetingTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { deadlineWords, isClosed } from "@/domain/calendar/deadlines";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { QUESTION_KINDS, type QuestionKind } from "@/domain/questions/question";
import { questionDeadline } from "@/domain/questions/question-deadline";
import { shortened } from "@/domain/wording/shortened";
import { keysOf } from "@/domain/wording/words-by-value";
import { getCalendar } from "@/server/clock/queries";
import { listDrafts } from "@/server/forms/drafts";
import { getQuestionDesk, type QuestionDesk } from "@/server/questions/desk";
import { Empty } from "@/ui/empty";
import { Fact, Facts } from "@/ui/facts";
import { Meta } from "@/ui/meta";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { RecordForm } from "../../../../../_forms/record-form";
import { SmallForm } from "../../../../../_forms/small-form";
import { officePage } from "../../../../../_lib/office-page";
import { officeMeeting } from "../../../meeting-places";
import { enterQuestionAction, moveQuestionAction } from "./actions";
import { QuestionTag } from "./question-tag";
import { Receipt } from "./receipt";

const BY_LETTER = "None is set: the site takes none, and what comes by letter is entered here";

/** What follows where standing orders set no time. */
const NO_DEADLINE: Readonly<Record<QuestionKind, string>> = {
  public_question: BY_LETTER,
  public_statement: BY_LETTER,
  petition: BY_LETTER,
  councillor_question: "None is set: none is late",
};

export const metadata: Metadata = { title: "Questions and statements" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const desk = await orNotFound(getQuestionDesk(person, { body: slug, meeting: date }));
  const { meeting, questions, fields } = desk;
  const [calendar, drafts] = await Promise.all([getCalendar(), listDrafts(readScope(person), meeting.id)]);
  const back = `/office/meetings/${slug}/${date}/questions` as const;
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead title="Questions and statements" tag={<MeetingTag status={meeting.status} />}>
        {formatFullDate(meeting.date)}, {meeting.body.name}. What is accepted is public with the agenda; what is not is
        seen by democratic services and whoever presides.
      </OfficeHead>
      <OfficeSplit>
        <Main>
          <OfficeSection id="questions" title="In the order they are taken" aside={String(questions.length)}>
            {questions.length === 0 ? (
              <Empty what="Nothing has been received.">
                What the public sends from the site comes here by itself.
                {meeting.mayManage ? " Enter below what came by letter or e-mail." : null}
              </Empty>
            ) : (
              <Questions desk={desk} back={back} today={person.day} />
            )}
          </OfficeSection>
          {meeting.mayManage ? (
            <OfficeSection id="enter" title="Enter one that came by letter or e-mail">
              <RecordForm
                action={enterQuestionAction}
                prefix="enter"
                record={{ id: meeting.id, version: questions.length }}
                back={back}
                onceKey={crypto.randomUUID()}
                fields={fields}
                kept={drafts.get("question/enter")?.values}
                button="Enter it"
                notDone="Not entered"
              />
            </OfficeSection>
          ) : null}
        </Main>
        <Side labelledBy="deadlines">
          <OfficeSection id="deadlines" title="By when they have to be here">
            <Facts>
              {keysOf(QUESTION_KINDS).map((kind: QuestionKind) => {
                const due = questionDeadline(kind, meeting.body.deadlines, meeting.date, calendar);
                return (
                  <Fact key={kind} term={QUESTION_KINDS[kind]}>
                    {due ? deadlineWords(due, { leftOutIn: person.day }) : NO_DEADLINE[kind]}
                    {due && isClosed(due, desk.clock) ? <Meta as="div">Closed</Meta> : null}
                  </Fact>
                );
              })}
            </Facts>
            {meeting.mayManage ? (
              <p className="py-2">
                <a href={`/office/settings/bodies/${slug}/deadlines`}>Change the deadlines</a>
              </p>
            ) : null}
          </OfficeSection>
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});

function Questions({
  desk: { meeting, questions },
  back,
  today,
}: {
  desk: QuestionDesk;
  back: `/office/${string}`;
  today: string;
}) {
  return (
    <Table
      labelledBy="questions"
      columns={[
        { key: "number", head: "No.", width: "w-[6%]" },
        { key: "question", head: "Asked", width: "w-[45%]" },
        { key: "received", head: "Received" },
        { key: "status", head: "Stands" },
        ...(meeting.mayManage ? [{ key: "order", head: "Order", width: "w-[12%]" }] : []),
      ]}
    >
      <TableRows>
        {questions.map((question, index) => (
          <Row key={question.id}>
            <RowHead>{index + 1}</RowHead>
            <Cell>
              <a href={`${back}/${question.id}`}>{shortened(question.text, 120)}</a>
              <Meta as="div">
                {QUESTION_KINDS[question.kind]}: {question.askedBy}
              </Meta>
            </Cell>
            <Cell label="Received">
              <Receipt {...question} today={today} />
            </Cell>
            <Cell label="Stands">
              <QuestionTag status={question.status} />
              {question.status === "reply_promised" && question.replyDueOn ? (
                <Meta as="div">Due {formatDate(question.replyDueOn, { leftOutIn: today })}</Meta>
              ) : null}
            </Cell>
            {meeting.mayManage ? (
              <Cell label="Order">
                <SmallForm
                  action={moveQuestionAction}
                  record={{ id: question.id, version: question.version }}
                  back={back}
                  onceKey={crypto.randomUUID()}
                  about={`number ${index + 1}`}
                  buttons={[
                    { name: "direction", value: "up", label: "Up" },
                    { name: "direction", value: "down", label: "Down" },
                  ]}
                />
              </Cell>
            ) : null}
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
