import { bodyAddress, meetingAddress, minutesAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { TOPIC_SOURCES } from "@/domain/topics/sources";
import type { TopicPage } from "@/server/topics/queries";
import { Bullets } from "@/ui/bullets";
import { Gap } from "@/ui/gap";
import type { Happening } from "./happening";

/** Where the topic came from, and what the executive had before it. */
export function beginnings(topic: TopicPage, today: PlainDate): Happening[] {
  return [topic.motion ? motion(topic, topic.motion) : suggestion(topic), ...executive(topic, today)];
}

function suggestion(topic: TopicPage): Happening {
  const { origin } = topic;
  const meeting = origin?.minutes?.meeting;
  return {
    key: "suggestion",
    on: topic.suggestedOn,
    rank: 0,
    stages: ["topic"],
    kind: meeting ? (
      <a href={minutesAddress(meeting.body, meeting, origin.number)}>
        {origin.number === null ? origin.headings[0] : `Minute ${origin.number}`}
      </a>
    ) : (
      "Topic"
    ),
    title: meeting ? `Suggested at the meeting of ${meeting.body.shortName}` : TOPIC_SOURCES[topic.source],
    body: <TakenIn topic={topic} />,
  };
}

function TakenIn({ topic: { mergedFrom, parts, rationale } }: { topic: TopicPage }) {
  return (
    <>
      {rationale ? <p>{rationale}</p> : null}
      {mergedFrom.length > 0 ? (
        <>
          <p>It takes in:</p>
          <Bullets>
            {mergedFrom.map(({ slug, title }) => (
              <a key={slug} href={`/topics/${slug}`}>
                {title}
              </a>
            ))}
          </Bullets>
        </>
      ) : parts.length > 0 ? (
        <p>Its parts: {parts.join("; ")}.</p>
      ) : null}
    </>
  );
}

function motion(topic: TopicPage, { mover, meeting, referredTo, title }: NonNullable<TopicPage["motion"]>): Happening {
  return {
    key: "motion",
    on: meeting?.date ?? topic.suggestedOn,
    rank: 0,
    stages: ["topic"],
    kind: meeting ? <a href={meetingAddress(meeting.body, meeting)}>{meeting.body.name}</a> : "Motion",
    title: `Motion: ${title}`,
    body: (
      <>
        <p>
          {mover ? (
            <>
              Moved by <a href={`/people/${mover.slug}`}>{mover.name}</a>.{" "}
            </>
          ) : null}
          {referredTo ? (
            <>
              Referred to <a href={bodyAddress(referredTo)}>{referredTo.name}</a>.
            </>
          ) : null}
        </p>
        <TakenIn topic={topic} />
      </>
    ),
  };
}

/** Decisions of the executive on the same matter: scrutiny wants to be heard before one is taken. */
function executive({ forwardPlan }: TopicPage, today: PlainDate): Happening[] {
  return forwardPlan.flatMap(({ entry }) => {
    if (!entry) return [];
    const on = entry.meeting?.date ?? entry.dueOn;
    const isPast = on !== null && on <= today;
    const who = entry.body.shortName;
    return [
      {
        key: `plan-${entry.id}`,
        on,
        rank: 3,
        stages: [],
        decision: isPast && entry.outcome !== null,
        kind: entry.meeting ? (
          <a href={meetingAddress(entry.body, entry.meeting)}>
            {who}, {formatDate(entry.meeting.date, { leftOutIn: today })}
          </a>
        ) : (
          <a href="/forward-plan">Forward plan</a>
        ),
        title: isPast ? `${who} considered “${entry.title}”` : `${who} decides on “${entry.title}”`,
        body: isPast ? (
          <p>{entry.outcome ?? <Gap>What it decided is not recorded here yet.</Gap>}</p>
        ) : (
          <p>Scrutiny can be heard before.</p>
        ),
      },
    ];
  });
}
