import { ClauseTag } from "@/app/_lib/clause-tag";
import { dueDay } from "@/app/_lib/day";
import { meetingAddress } from "@/domain/bodies/body-address";
import { distance } from "@/domain/calendar/distance";
import { daysBetween, formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { answerTo, gapsShown } from "@/domain/recommendations/answer";
import { clauseClock } from "@/domain/recommendations/response-clock";
import type { clauseShown } from "@/server/recommendations/queries";
import { Due } from "@/ui/due";
import { Gap, Nil } from "@/ui/gap";
import { Tag } from "@/ui/tag";
import { AnswerTag } from "./answer-tag";

type Shown = ReturnType<typeof clauseShown>;

/** When an answer is due, when it was met, or why no clock runs. */
export function ClauseClock({ clause, today }: { clause: Shown; today: PlainDate }) {
  const clock = clauseClock(clause.facts);
  if (!clock.runs) return <Due state="off" date={clock.why.split(":")[0]} />;
  const answeredOn = clause.response?.decidedOn;
  if (answeredOn) {
    const late = daysBetween(clock.lastDay, answeredOn);
    const words =
      late > 0 ? `answered ${days(late)} late` : `met in ${days(Math.max(1, daysBetween(clock.startsOn, answeredOn)))}`;
    return <Due state={late > 0 ? "over" : "met"} date={dueDay(clock.lastDay)} distance={words} />;
  }
  const { state, words } = distance(clock.lastDay, today);
  return (
    <>
      <Due
        state={state === "late" ? "over" : state === "soon" || state === "today" ? "soon" : "ahead"}
        date={dueDay(clock.lastDay)}
        distance={words}
      />
      {clause.expectedOn ? (
        <>
          <br />
          <span className="text-note text-ink-2">Expected on {formatDate(clause.expectedOn)}.</span>
        </>
      ) : null}
    </>
  );
}

const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);

/** Who answered, when and what it comes to; what it leaves out is said. */
export function ClauseAnswer({ clause: { text, response, facts } }: { clause: Shown }) {
  if (!response) return <Tag tone={facts.notice ? "stop" : "none"}>No answer</Tag>;
  const { meeting, decidedOn } = response;
  const day = decidedOn && formatDate(decidedOn);
  return (
    <>
      {meeting ? (
        <a href={meetingAddress(meeting.body, meeting)}>
          {meeting.body.shortName}
          {day ? `, ${day}` : null}
        </a>
      ) : (
        (day ?? "No day recorded")
      )}
      <br />
      <AnswerTag answer={answerTo(text, response)} />
      <ReasonGiven response={response} />
      {gapsShown(response, meeting !== null)
        .filter(({ code }) => !OF_CARRYING_OUT.includes(code))
        .map(({ code, sentence }) => (
          <div key={code} className="text-note">
            <Gap tone="stop">{sentence}</Gap>
          </div>
        ))}
    </>
  );
}

/** Why, where it is not simply accepted; with its day, where that came after the answer. */
export function ReasonGiven({ response }: { response: NonNullable<Shown["response"]> }) {
  const { reason, reasonGivenOn } = response;
  if (!reason) return null;
  return (
    <div className="text-note">
      Reason{reasonGivenOn ? `, given on ${formatDate(reasonGivenOn)}` : ""}: {reason}
    </div>
  );
}

/** Said beside who carries it out. */
const OF_CARRYING_OUT: readonly string[] = ["no-undertaking", "no-owner", "no-due-date"];

/** Who does it and by when, or that nobody has said so. */
export function CarryingOut({ clause, today }: { clause: Shown; today: PlainDate }) {
  const { response, facts, notes, status } = clause;
  if (!response) return <Nil>Waits for the answer</Nil>;
  if (status === "achieved" || status === "not_achieved" || status === "overtaken" || status === "closed")
    return <Ended clause={clause} today={today} />;
  const gaps = gapsShown(response, true).filter(({ code }) => OF_CARRYING_OUT.includes(code));
  const said = response.undertakings.filter(({ dueOn }) => dueOn !== null);
  return (
    <>
      {status === "implementing" ? (
        <div>
          <ClauseTag status={status} />
        </div>
      ) : null}
      {[...new Set(response.undertakings.flatMap(({ owner }) => owner?.name ?? []))].join(", ")}
      {said.map(({ dueOn, text }) => (
        <div key={`${dueOn}${text}`}>
          <Promised dueOn={dueOn ?? today} today={today} />
        </div>
      ))}
      {gaps.map(({ code, sentence }) => (
        <div key={code}>
          <Gap tone="stop">{code === "no-due-date" ? "No date given" : sentence}</Gap>
        </div>
      ))}
      {notes[0] ? (
        <div className="text-note text-ink-2">
          {formatDate(notes[0].on)}: {notes[0].text}
        </div>
      ) : null}
      {facts.response && response.undertakings.length === 0 && gaps.length === 0 ? (
        <Nil>Nothing to carry out</Nil>
      ) : null}
    </>
  );
}

/** What the committee said of it, when, why and on what evidence. */
export function Ended({
  clause: { status, statusOn, statusReason, evidence },
  today,
}: {
  clause: Pick<Shown, "status" | "statusOn" | "statusReason" | "evidence">;
  today: PlainDate;
}) {
  return (
    <>
      <ClauseTag status={status} />
      {statusOn ? <div className="text-note text-ink-2">{formatDate(statusOn, { leftOutIn: today })}</div> : null}
      {evidence ? <div className="text-note">Evidence: {evidence}</div> : null}
      {statusReason ? <div className="text-note">Reason: {statusReason}</div> : null}
    </>
  );
}

function Promised({ dueOn, today }: { dueOn: PlainDate; today: PlainDate }) {
  const { state, words } = distance(dueOn, today, "late");
  return (
    <Due
      state={state === "late" ? "over" : state === "ahead" ? "ahead" : "soon"}
      date={dueDay(dueOn)}
      distance={words}
    />
  );
}
