import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { recordKey } from "@/domain/access/record-key";
import { formatDate } from "@/domain/calendar/plain-date";
import { QUESTION_KINDS } from "@/domain/questions/question";
import { listDrafts } from "@/server/forms/drafts";
import { getOfficeQuestion } from "@/server/questions/desk";
import { QUESTION_WORDS } from "@/server/questions/question-form";
import { questionSteps } from "@/server/questions/steps";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { RecordForm } from "../../../../../../_forms/record-form";
import { officePage } from "../../../../../../_lib/office-page";
import { RecordHistory } from "../../../../../../_lib/record-history";
import { StepsPanel } from "../../../../../../_steps/steps-panel";
import { officeMeeting } from "../../../../meeting-places";
import { changeIdentityAction, editQuestionAction } from "../actions";
import { QuestionTag } from "../question-tag";
import { AskerFacts, QuestionFacts } from "./question-facts";

export const metadata: Metadata = { title: "A question or statement" };

type Address = { body: string; date: string; id: string };

export default officePage<Address>(async (person, { body: slug, date, id }) => {
  const question = await orNotFound(getOfficeQuestion(person, { body: slug, meeting: date }, recordKey(id)));
  const { meeting } = question;
  const [offered, drafts] = await Promise.all([
    questionSteps.offer(person, question.id),
    listDrafts(readScope(person), question.id),
  ]);
  const desk = `/office/meetings/${slug}/${date}/questions` as const;
  const back = `${desk}/${question.id}` as const;
  const record = { id: question.id, version: question.version };
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
        { href: desk, label: "Questions and statements" },
      ]}
    >
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={`${QUESTION_KINDS[question.kind]}: ${question.askedBy}`}
            tag={<QuestionTag status={question.status} />}
          >
            {question.audience === "public"
              ? "It is public with the agenda."
              : "It is public once it is accepted and the agenda is published."}
          </OfficeHead>
          <QuestionFacts question={question} today={person.day} />
          {meeting.mayManage && !question.isOver ? (
            <OfficeSection id="change" title="Change it">
              <RecordForm
                action={editQuestionAction}
                prefix="edit"
                record={record}
                back={back}
                onceKey={crypto.randomUUID()}
                fields={question.fields}
                kept={drafts.get("question/edit")?.values}
                button="Save the question"
                second
              />
            </OfficeSection>
          ) : null}
        </Main>
        <Side labelledBy={meeting.mayManage ? "asker" : "question"}>
          <StepsPanel offered={offered} back={back} drafts={drafts} />
          {meeting.mayManage ? (
            <>
              <AskerFacts question={question} />
              <OfficeSection id="identity" title="What is published of them">
                <RecordForm
                  action={changeIdentityAction}
                  prefix="publish"
                  record={record}
                  back={back}
                  onceKey={crypto.randomUUID()}
                  fields={[question.identity]}
                  kept={drafts.get("question/identity")?.values}
                  button="Change what is published"
                  notDone="Not changed"
                  second
                />
              </OfficeSection>
            </>
          ) : null}
        </Side>
        <Foot>
          <RecordHistory
            lines={question.history}
            verbs={{
              ask: "sent it in from the site",
              enter: "entered it",
              move: "moved it in the order",
            }}
            fields={QUESTION_WORDS}
          />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});
