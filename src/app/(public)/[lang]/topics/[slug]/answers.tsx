import { meetingAddress } from "@/domain/bodies/body-address";
import { daysBetween, formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { answerTo, gapsShown } from "@/domain/recommendations/answer";
import { changedWords, type Stretch } from "@/domain/recommendations/changed-words";
import { standingAlone } from "@/domain/recommendations/clause-words";
import { isAcceptance } from "@/domain/recommendations/response";
import { clauseClock } from "@/domain/recommendations/response-clock";
import type { TopicPage } from "@/server/topics/queries";
import { Gap } from "@/ui/gap";
import { Mark, Pairs } from "@/ui/pairs";
import { AnswerTag } from "../../../_lib/answer-tag";
import { ReasonGiven } from "../../../_lib/clause-cells";
import type { Happening } from "./happening";

type Recommended = TopicPage["recommendations"][number];
type Clause = Recommended["clauses"][number];

/** What was answered, clause by clause, or that nobody has answered. */
export const answers = (topic: TopicPage, today: PlainDate): Happening[] =>
  topic.recommendations.flatMap((recommendation) => {
    const answered = recommendation.clauses.filter(({ response }) => response !== null);
    const open = recommendation.clauses.filter(({ response }) => response === null);
    const days = Map.groupBy(answered, ({ response }) => response?.decidedOn ?? null);
    return [
      ...[...days].map(([on, clauses]) => answer(recommendation, on, clauses, today)),
      ...(open.length > 0 ? [unanswered(recommendation, open)] : []),
    ];
  });

function answer(
  recommendation: Recommended,
  on: PlainDate | null,
  clauses: readonly Clause[],
  today: PlainDate,
): Happening {
  const first = clauses[0]?.response;
  const who = first?.meeting?.body.shortName ?? clauses[0]?.recipient?.shortName ?? "The recipient";
  const after = on ? daysBetween(recommendation.agreedOn, on) : null;
  const withoutDate = clauses.filter(
    ({ response }) =>
      response && isAcceptance(response.kind) && !response.undertakings.some(({ dueOn }) => dueOn !== null),
  ).length;
  const owners = [
    ...new Set(
      clauses.flatMap(({ response }) => response?.undertakings.flatMap(({ owner }) => owner?.name ?? []) ?? []),
    ),
  ];
  const ran = clauses.some(({ facts }) => clauseClock(facts).runs);
  return {
    key: `answer-${recommendation.id}-${on}`,
    on,
    rank: 4,
    stages: ["response"],
    decision: true,
    kind: (
      <>
        {first?.meeting ? (
          <a href={meetingAddress(first.meeting.body, first.meeting)}>{who}’s answer</a>
        ) : (
          `${who}’s answer`
        )}
        {after === null ? null : `, ${after} ${after === 1 ? "day" : "days"} later`}
      </>
    ),
    title: inShort(clauses, recommendation.clauses.length),
    body: (
      <>
        <p>
          {ran ? null : "No notice is on record, so no statutory clock ran. "}
          {owners.length > 0 ? `Responsible: ${owners.join(", ")}.` : null}
        </p>
        {withoutDate > 0 ? (
          <p>
            <Gap tone="stop">
              No date is given for carrying out {withoutDate === clauses.length ? "any" : withoutDate} of the{" "}
              {clauses.length}.
            </Gap>
          </p>
        ) : null}
        <Pairs
          asked={{
            head: `Recommended, ${formatDate(recommendation.agreedOn, { leftOutIn: today })}`,
            short: "Recommended",
          }}
          answered={{ head: `${who}${on ? `, ${formatDate(on, { leftOutIn: today })}` : ""}`, short: who }}
          pairs={clauses.map((clause) => pair(clause))}
        />
      </>
    ),
  };
}

/** "All 4 clauses accepted; 2 changed in substance" */
function inShort(clauses: readonly Clause[], asked: number): string {
  const accepted = clauses.filter(({ response }) => response && isAcceptance(response.kind)).length;
  const changed = clauses.filter(({ response }) => response?.changedInSubstance).length;
  const words =
    accepted === asked
      ? `${asked === 1 ? "The clause is" : `All ${asked} clauses`} accepted`
      : `${accepted} of ${asked} clauses accepted`;
  return changed > 0 ? `${words}; ${changed} changed in substance` : words;
}

function pair(clause: Clause) {
  const { response } = clause;
  const asked = standingAlone(clause.text);
  if (!response) return { key: clause.id, number: clause.number, asked, answered: <Gap tone="stop">No answer</Gap> };
  const words = response.changedInSubstance
    ? changedWords(asked, response.wording)
    : { asked: [plain(asked)], answered: [plain(response.wording)] };
  return {
    key: clause.id,
    number: clause.number,
    asked: <Words stretches={words.asked} />,
    answered: (
      <>
        <Words stretches={words.answered} />
        <ReasonGiven response={response} />
        {gapsShown(response, response.meeting !== null)
          .filter(({ code }) => code !== "no-due-date")
          .map(({ code, sentence }) => (
            <div key={code} className="text-note">
              <Gap tone="stop">{sentence}</Gap>
            </div>
          ))}
      </>
    ),
    tag: <AnswerTag answer={answerTo(clause.text, response)} />,
  };
}

const plain = (text: string): Stretch => ({ text, changed: false });

function Words({ stretches }: { stretches: readonly Stretch[] }) {
  return stretches.map(({ text, changed }, index) => {
    // The space after a word is no part of what changed.
    const word = text.trimEnd();
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words are fixed in their order
      <span key={index}>
        {changed ? <Mark>{word}</Mark> : word}
        {text.slice(word.length)}
      </span>
    );
  });
}

function unanswered(recommendation: Recommended, clauses: readonly Clause[]): Happening {
  const clock = clauses.map(({ facts }) => clauseClock(facts)).find(({ runs }) => runs);
  return {
    key: `unanswered-${recommendation.id}`,
    on: clock?.runs ? clock.lastDay : null,
    rank: 4,
    stages: [],
    kind: "Answer",
    title: `${clauses.length} of ${recommendation.clauses.length} clauses without an answer`,
    body: <p>{clock?.runs ? "This is the last day for an answer." : "No statutory clock runs."}</p>,
  };
}
