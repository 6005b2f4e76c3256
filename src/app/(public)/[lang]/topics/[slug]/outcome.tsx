import { bodyAddress } from "@/domain/bodies/body-address";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { TopicPage } from "@/server/topics/queries";
import type { ThreadFacts } from "@/server/topics/thread-facts";
import { Gap } from "@/ui/gap";
import type { Happening } from "./happening";
import { RestsOn } from "./rests-on";

/** How it ended, or that it has not. */
export function outcome(topic: TopicPage, { ground, transferAcceptedOn, steps }: ThreadFacts): Happening[] {
  const { mergedInto, receiver, status, statusOn, statusReason } = topic;
  const ended = {
    key: "outcome",
    on: statusOn,
    rank: 9,
    stages: ["outcome"] as const,
    decision: true,
    kind: "Outcome",
  };
  const reason = (
    <>
      {statusReason ? <p>{statusReason}</p> : null}
      <RestsOn ground={ground} rests={ground !== null || steps.at(-1)?.rests} />
    </>
  );
  if (mergedInto) {
    const title = (
      <>
        Taken into <a href={`/topics/${mergedInto.slug}`}>{mergedInto.title}</a>
      </>
    );
    return [{ ...ended, title, body: reason }];
  }
  if (status === "transferred" && receiver) {
    const title = (
      <>
        Handed over to <a href={bodyAddress(receiver)}>{receiver.name}</a>
      </>
    );
    return [
      {
        ...ended,
        title,
        body: (
          <>
            {reason}
            {transferAcceptedOn ? null : <Gap>It has not accepted it yet.</Gap>}
          </>
        ),
      },
      ...(transferAcceptedOn ? [accepted(receiver, transferAcceptedOn)] : []),
    ];
  }
  if (status === "rejected") return [{ ...ended, title: "Not taken up", body: reason }];
  if (status === "parked") return [{ ...ended, decision: false, kind: "Set aside", title: "Set aside", body: reason }];

  const clauses = topic.recommendations.flatMap((recommendation) => recommendation.clauses);
  const isClosed =
    clauses.length > 0 && clauses.every((clause) => clause.status === "closed" || clause.status === "achieved");
  if (isClosed) return [{ ...ended, on: null, title: "Everything that was recommended is closed" }];
  return [
    {
      key: "outcome",
      on: null,
      rank: 9,
      stages: [],
      kind: "Outcome",
      title: "None recorded",
      body: <p>The committee closes a topic, on evidence, at a meeting.</p>,
    },
  ];
}

const accepted = (receiver: NonNullable<TopicPage["receiver"]>, on: PlainDate): Happening => ({
  key: "accepted",
  on,
  rank: 9.5,
  stages: [],
  kind: "Outcome",
  title: (
    <>
      <a href={bodyAddress(receiver)}>{receiver.name}</a> accepted it
    </>
  ),
});
