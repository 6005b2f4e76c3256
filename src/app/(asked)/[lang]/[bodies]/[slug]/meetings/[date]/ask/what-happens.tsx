import { bodyAddress, meetingAddress } from "@/domain/bodies/body-address";
import { deadlineWords } from "@/domain/calendar/deadlines";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime, type LocalMoment } from "@/domain/calendar/plain-time";
import { QUESTION_GROUNDS, QUESTION_KINDS } from "@/domain/questions/question";
import { monthsWords } from "@/domain/questions/question-rules";
import { keysOf } from "@/domain/wording/words-by-value";
import type { MeetingToAsk } from "@/server/questions/ask";
import { Bullets } from "@/ui/bullets";
import { Fact, Facts } from "@/ui/facts";
import { Meta } from "@/ui/meta";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page";

/** By when each kind has to be here; which are closed is judged by whoever asks for this page. */
export function ByWhen({ meeting, now }: { meeting: MeetingToAsk; now: LocalMoment }) {
  return (
    <Section id="when" title="By when">
      <Facts>
        {meeting.kinds.map(({ kind, due, closed }) => (
          <Fact key={kind} term={QUESTION_KINDS[kind]}>
            {due.time ? `${capital(formatTime(due.time))}, ` : null}
            {formatFullDate(due.date, { leftOutIn: now.date })}
            {closed ? <Meta as="div">Closed</Meta> : null}
          </Fact>
        ))}
      </Facts>
    </Section>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What can be taken, and what becomes of it, before anybody writes. */
export function Rules() {
  return (
    <Section id="rules" title="What can be taken">
      <p className="max-w-measure">
        A question is answered at the meeting, or in writing after it. A statement is read out or spoken, and listened
        to. Democratic services decide by the standing orders whether it can be taken, and tell you. It cannot be where:
      </p>
      <Bullets>
        {keysOf(QUESTION_GROUNDS).map((ground) => (
          <span key={ground}>{inSentence(QUESTION_GROUNDS[ground])}</span>
        ))}
      </Bullets>
    </Section>
  );
}

const inSentence = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** After the deadline: what it was, and what is left to do. */
export function Closed({
  meeting,
  council,
}: {
  meeting: MeetingToAsk;
  council: { name: string; address: string | null };
}) {
  const { body, isAhead, kinds } = meeting;
  return (
    <>
      <div className="mt-6">
        <Notice tone="warn" title={isAhead ? "It is too late for this meeting" : "This meeting takes nothing any more"}>
          {isAhead ? (
            kinds.map(({ kind, due }) => (
              <p key={kind}>
                {QUESTION_KINDS[kind]}: closed at {deadlineWords(due)}.
              </p>
            ))
          ) : (
            <p>It is over, or is not held on this day.</p>
          )}
        </Notice>
      </div>
      <Section id="instead" title="What you can do">
        <Bullets>
          {[
            ...(isAhead
              ? [
                  <span key="late">
                    Write to democratic services{council.address ? `, ${council.address}` : ""}. Whoever presides can
                    take what comes late, for a reason that is recorded.
                  </span>,
                  <span key="listen">
                    Come and listen: <a href={meetingAddress(body, meeting)}>the agenda says where and when</a>.
                  </span>,
                ]
              : []),
            <span key="next">
              Ask at <a href={`${bodyAddress(body)}#meetings`}>a later meeting</a>.
            </span>,
            <span key="topic">
              <a href="/topics/suggest">Suggest a topic</a> for scrutiny, at any time.
            </span>,
          ]}
        </Bullets>
      </Section>
    </>
  );
}

/** After it was sent: the reference, and what happens next. Nothing of what was sent is on it. */
export function Sent({ reference, meeting }: { reference: string; meeting: MeetingToAsk }) {
  return (
    <>
      <div className="mt-6">
        <Notice tone="done" title={`Your reference is ${reference}`} status>
          <p>Democratic services have it. It is not public yet.</p>
        </Notice>
      </div>
      <Section id="next" title="What happens next">
        <Bullets>
          <span key="read">Democratic services read it and decide by the standing orders whether it can be taken.</span>
          <span key="accepted">
            If it is accepted, it is listed with{" "}
            <a href={meetingAddress(meeting.body, meeting)}>the agenda of the meeting</a>, and stands in its minutes
            with the answer.
          </span>
          <span key="told">
            If you gave an e-mail address, you have a message with this reference, and are told what is decided.
          </span>
          <span key="erased">
            Your address is erased {monthsWords(meeting.rules.eraseAfterMonths)} after the meeting. To withdraw what you
            sent, write to democratic services with the reference.
          </span>
        </Bullets>
      </Section>
    </>
  );
}
