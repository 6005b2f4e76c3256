import { meetingAddress } from "@/domain/bodies/body-address";
import { formatDate } from "@/domain/calendar/plain-date";
import { gapsShown } from "@/domain/recommendations/answer";
import { RESPONSE_KINDS } from "@/domain/recommendations/response";
import type { OfficeAnswer, OfficeClause } from "@/server/recommendations/office";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { OfficeSection } from "@/ui/page";

/** Every answer on record, the latest first, and a draft where the reader may see one. */
export function ClauseAnswers({ found: { answers } }: { found: OfficeClause }) {
  const recorded = answers.filter(({ status }) => status === "recorded");
  const drafts = answers.filter(({ status }) => status === "draft");
  return (
    <>
      {drafts.map((draft) => (
        <OfficeSection key={draft.id} id={`draft-${draft.id}`} title="Draft of the answer">
          <p className="mt-1 text-note text-ink-2">
            Only those who may see it read this. It is no answer until it is recorded.
          </p>
          <AnswerFacts answer={draft} />
        </OfficeSection>
      ))}
      {recorded.map((answer, index) => (
        <OfficeSection
          key={answer.id}
          id={index === 0 ? "answer" : `answer-${answer.id}`}
          title={index === 0 ? "The answer" : "An earlier answer"}
        >
          <AnswerFacts answer={answer} />
          {index === 0
            ? gapsShown(answer, answer.meeting !== null).map(({ code, sentence }) => (
                <p key={code} className="mt-1">
                  <Gap tone="stop">{sentence}</Gap>
                </p>
              ))
            : null}
        </OfficeSection>
      ))}
    </>
  );
}

function AnswerFacts({ answer }: { answer: OfficeAnswer }) {
  const { kind, wording, reason, reasonGivenOn, changedInSubstance, undertakings, reference } = answer;
  return (
    <Facts>
      <Fact term="It comes to">
        {RESPONSE_KINDS[kind]}
        {changedInSubstance ? ", changed in substance" : ""}
      </Fact>
      <Fact term="Word for word">
        <span className="whitespace-pre-line">{wording}</span>
      </Fact>
      {reason ? (
        <Fact term={reasonGivenOn ? `Reason, given on ${formatDate(reasonGivenOn)}` : "Reason"}>{reason}</Fact>
      ) : null}
      <Fact term="Decided by">
        <DecidedBy answer={answer} />
      </Fact>
      {undertakings.map(({ id, text, owner, dueOn, givenOn }) => (
        <Fact key={id} term="What will be done">
          {text} {owner ? `${owner.name}. ` : null}
          {dueOn ? `By ${formatDate(dueOn)}. ` : null}
          {givenOn ? <span className="text-ink-2">Said on {formatDate(givenOn)}.</span> : null}
        </Fact>
      ))}
      {reference ? <Fact term="Found in">{reference}</Fact> : null}
    </Facts>
  );
}

const DECIDED_BY = {
  executive: "The executive",
  executive_member: "A member of the executive",
  officer: "An officer",
  council: "The council",
  letter: "By letter",
} as const;

function DecidedBy({ answer: { decidedBy, decidedByBody, decidedOn, meeting } }: { answer: OfficeAnswer }) {
  const day = decidedOn ? formatDate(decidedOn) : null;
  return (
    <>
      {decidedBy === "executive" || decidedBy === "council"
        ? (decidedByBody?.shortName ?? DECIDED_BY[decidedBy])
        : `${DECIDED_BY[decidedBy]}${decidedByBody ? `, ${decidedByBody.shortName}` : ""}`}
      {meeting ? (
        <>
          , <a href={meetingAddress(meeting.body, meeting)}>{formatDate(meeting.date)}</a>
        </>
      ) : day ? (
        `, ${day}`
      ) : null}
    </>
  );
}
