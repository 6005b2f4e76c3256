import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { asksForAnswer, QUESTION_KINDS } from "@/domain/questions/question";
import type { ListedQuestion } from "@/server/questions/queries";
import { asList } from "@/ui/roles";

/** What was asked or stated at an item, by the words under which it may be published, and what was answered. */
export function QuestionList({ questions, today }: { questions: readonly ListedQuestion[]; today: PlainDate }) {
  if (questions.length === 0) return null;
  return (
    <ol {...asList} className="mt-2 grid gap-3">
      {questions.map((question) => (
        <li key={question.id} id={`question-${question.id}`} className="border-line-2 border-l-2 pl-3">
          <p className="font-semibold">{question.askedBy}</p>
          <p className="text-note text-ink-2">
            {QUESTION_KINDS[question.kind]}
            {question.addressedTo ? `, put to ${question.addressedTo}` : null}
          </p>
          <p className="max-w-measure whitespace-pre-line">{question.text}</p>
          <Said question={question} today={today} />
        </li>
      ))}
    </ol>
  );
}

function Said({ question, today }: { question: ListedQuestion; today: PlainDate }) {
  const { answeredBy, answer, supplementary, supplementaryAnswer, replyPromisedBy, replyDueOn, reply, repliedOn } =
    question;
  return (
    <>
      {answer ? (
        <Words said={`${answeredBy ?? "The committee"} ${asksForAnswer(question.kind) ? "answered" : "said"}`}>
          {answer}
        </Words>
      ) : null}
      {supplementary ? <Words said="A supplementary question">{supplementary}</Words> : null}
      {supplementaryAnswer ? <Words said="Its answer">{supplementaryAnswer}</Words> : null}
      {reply ? (
        <Words said={`The written reply${repliedOn ? ` of ${formatDate(repliedOn, { leftOutIn: today })}` : ""}`}>
          {reply}
        </Words>
      ) : replyPromisedBy && replyDueOn ? (
        <p className="text-note text-ink-2">
          {replyPromisedBy} is to reply in writing by {formatDate(replyDueOn, { leftOutIn: today })}.
        </p>
      ) : null}
    </>
  );
}

const Words = ({ said, children }: { said: string; children: string }) => (
  <p className="mt-1 max-w-measure whitespace-pre-line">
    <b className="font-semibold">{said}:</b> {children}
  </p>
);
