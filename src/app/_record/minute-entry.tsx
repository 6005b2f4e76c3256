import { Fragment } from "react";
import { movementWords } from "@/domain/attendance/movement";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { declaredInMinutes } from "@/domain/interests/interests";
import { decisionVerb } from "@/domain/minutes/decision-verb";
import { movedWords, publicAccessWords, voteWords } from "@/domain/minutes/minutes";
import type { MinuteItem } from "@/server/minutes/queries";
import { Decision, LightDecision } from "@/ui/decision";
import { Markdown } from "@/ui/markdown";
import { Minute } from "@/ui/minute";
import { Tag } from "@/ui/tag";
import { ThreadLink } from "@/ui/thread-link";

/** One minute: what was said, what was decided, and what was answered since. */
export function MinuteEntry({ item, today }: { item: MinuteItem; today: PlainDate }) {
  const title = item.headings.join(" and ") || "Without a heading";
  return (
    <Minute
      id={item.number === null ? undefined : `minute-${item.number}`}
      number={item.number === null ? undefined : String(item.number)}
      title={title}
    >
      {item.isRestricted || item.decisions.some(({ restriction }) => restriction !== "public") ? (
        <p>
          <Tag tone="held">Not for publication</Tag>
        </p>
      ) : null}
      {item.markdown !== null ? (
        <Markdown level={4}>{item.markdown}</Markdown>
      ) : (
        <p>{item.publicSummary ?? "This minute is not open to the public, and no summary of it is recorded."}</p>
      )}
      {publicAccessWords(item.publicAccess) ? <p>{publicAccessWords(item.publicAccess)}</p> : null}
      {item.movements.map(({ id, kind, at, person }) => (
        <p key={id}>
          <a href={`/people/${person.slug}`}>{person.name}</a> {movementWords({ kind, at })}.
        </p>
      ))}
      {item.declarations.length > 0 ? <h4>Declared</h4> : null}
      {item.declarations.map(({ id, person, ...declared }) => (
        <p key={id}>
          <a href={`/people/${person.slug}`}>{person.name}</a>: {declaredInMinutes(declared)}
        </p>
      ))}
      {item.decisions.map((decision, index) => (
        <DecisionEntry
          key={decision.id}
          item={item}
          decision={decision}
          isLast={index === item.decisions.length - 1}
          today={today}
        />
      ))}
      {item.topic && item.decisions.length === 0 ? <TopicLink topic={item.topic} /> : null}
    </Minute>
  );
}

type Decided = MinuteItem["decisions"][number];

function DecisionEntry({
  item,
  decision,
  isLast,
  today,
}: {
  item: MinuteItem;
  decision: Decided;
  isLast: boolean;
  today: PlainDate;
}) {
  const thread = isLast && item.topic ? <TopicLink topic={item.topic} /> : null;
  if (decision.kind === "noted") {
    return (
      <>
        <LightDecision verb={`${decision.verb}.`}>{decision.text}</LightDecision>
        {thread}
      </>
    );
  }
  const clauses = decision.recommendations.flatMap((recommendation) => recommendation.clauses);
  return (
    <Decision
      verb={decisionVerb(decision)}
      label={`${decision.verb}, minute ${item.number ?? item.headings[0]}`}
      clauses={clauses.map(({ id, number, text }) => ({
        key: id,
        number: String(number),
        text,
        id: item.number === null ? undefined : `clause-${item.number}-${number}`,
      }))}
      reason={decision.reason ?? undefined}
      after={
        <>
          <AnswerTag clauses={clauses} today={today} />
          {thread}
        </>
      }
    >
      {clauses.length === 0 && decision.text ? <Markdown level={5}>{decision.text}</Markdown> : null}
      <Votes decision={decision} />
    </Decision>
  );
}

/** Who moved it, and how it was voted on. */
function Votes({ decision }: { decision: Decided }) {
  const said = [movedWords(decision), voteWords(decision)].filter(Boolean).join(" ");
  return said ? <p className="text-note text-ink-2">{said}</p> : null;
}

const TopicLink = ({ topic }: { topic: { slug: string; title: string } }) => (
  <ThreadLink href={`/topics/${topic.slug}`}>Topic: {topic.title}</ThreadLink>
);

type Clause = Decided["recommendations"][number]["clauses"][number];

/** How many of the clauses were accepted, and when: "3 of 3 accepted, 29 June". */
function AnswerTag({ clauses, today }: { clauses: readonly Clause[]; today: PlainDate }) {
  if (clauses.length === 0) return <Fragment />;
  const answers = clauses.flatMap(({ responses }) => responses);
  if (answers.length === 0) return <Tag tone="none">No answer yet</Tag>;
  const accepted = answers.filter(({ kind }) => kind.startsWith("accepted")).length;
  const changed = answers.filter(({ changedInSubstance }) => changedInSubstance).length;
  const days = new Set(answers.map(({ decidedOn }) => decidedOn));
  const [day] = days;
  const when = days.size === 1 && day ? `, ${formatDate(day, { leftOutIn: today })}` : "";
  const closed = clauses.filter(({ status }) => status === "closed").length;
  const counted = `${accepted} of ${clauses.length} accepted${closed > 0 ? `, ${closed} closed` : ""}`;
  if (changed > 0) {
    return (
      <Tag tone="warn" shape="change">
        {counted}, {changed} changed in substance{when}
      </Tag>
    );
  }
  return <Tag tone={accepted === clauses.length ? "done" : "warn"}>{`${counted}${when}`}</Tag>;
}
