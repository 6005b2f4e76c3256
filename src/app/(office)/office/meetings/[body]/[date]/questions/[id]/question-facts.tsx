import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { QUESTION_GROUNDS, QUESTION_KINDS } from "@/domain/questions/question";
import type { OfficeQuestion } from "@/server/questions/desk";
import { Fact, Facts } from "@/ui/facts";
import { Nil } from "@/ui/gap";
import { OfficeSection } from "@/ui/page";
import { Receipt } from "../receipt";

/** What is asked, by the words under which it may be published, and what became of it. */
export function QuestionFacts({ question, today }: { question: OfficeQuestion; today: PlainDate }) {
  const { ground, statusReason, lateAllowedBy, replyDueOn, repliedOn } = question;
  return (
    <OfficeSection id="question" title="What is asked">
      <Facts>
        <Fact term="What it is">{QUESTION_KINDS[question.kind]}</Fact>
        <Fact term="Read out under">{question.askedBy}</Fact>
        {question.addressedTo ? <Fact term="Put to">{question.addressedTo}</Fact> : null}
        <Fact term="In full">
          <span className="whitespace-pre-line">{question.text}</span>
        </Fact>
        <Fact term="Received">
          <Receipt {...question} today={today} />
        </Fact>
        {lateAllowedBy ? <Fact term="Taken late by">{lateAllowedBy}</Fact> : null}
        {question.item ? <Fact term="Taken at">{question.item}</Fact> : null}
        {question.status === "not_accepted" && ground ? (
          <Fact term="Not accepted">
            {QUESTION_GROUNDS[ground]}. {statusReason}
          </Fact>
        ) : null}
        {question.answer ? (
          <Fact term={question.answeredBy ? `${question.answeredBy} said` : "What was said"}>
            <span className="whitespace-pre-line">{question.answer}</span>
          </Fact>
        ) : null}
        {question.supplementary ? (
          <Fact term="Supplementary">
            {question.supplementary} {question.supplementaryAnswer}
          </Fact>
        ) : null}
        {question.replyPromisedBy && replyDueOn ? (
          <Fact term="Written reply">
            {question.replyPromisedBy}, by {formatDate(replyDueOn, { leftOutIn: today })}
            {repliedOn ? `; sent on ${formatDate(repliedOn, { leftOutIn: today })}` : ""}
          </Fact>
        ) : null}
        {question.reply ? (
          <Fact term="The reply">
            <span className="whitespace-pre-line">{question.reply}</span>
          </Fact>
        ) : null}
      </Facts>
    </OfficeSection>
  );
}

/** Who asks and how to reach them: for democratic services, as long as it is kept. */
export function AskerFacts({ question }: { question: OfficeQuestion }) {
  const { asker, reference } = question;
  return (
    <OfficeSection id="asker" title="Who asks">
      {asker ? (
        <Facts>
          <Fact term="Name">{asker.name}</Fact>
          <Fact term="Town or parish">{asker.area ?? <Nil>Not given</Nil>}</Fact>
          <Fact term="E-mail address">{asker.email ?? <Nil>Not given</Nil>}</Fact>
          {asker.address ? <Fact term="Other ways">{asker.address}</Fact> : null}
          {reference ? <Fact term="Reference">{reference}</Fact> : null}
        </Facts>
      ) : (
        <p className="py-2">Not kept, or erased since.</p>
      )}
    </OfficeSection>
  );
}
