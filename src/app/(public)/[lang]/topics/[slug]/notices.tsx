import { formatDate } from "@/domain/calendar/plain-date";
import { clauseClock } from "@/domain/recommendations/response-clock";
import type { TopicPage } from "@/server/topics/queries";
import type { ThreadFacts } from "@/server/topics/thread-facts";
import type { Happening } from "./happening";

type Clause = ThreadFacts["clauses"][number];

/** The notices that start a clock: to whom, for which clauses, when received, and the last day that follows. */
export function notices(topic: TopicPage, { clauses }: ThreadFacts): Happening[] {
  const shown = new Map(topic.recommendations.flatMap((each) => each.clauses).map((clause) => [clause.id, clause]));
  const covered = Map.groupBy(
    clauses.filter(({ notice }) => notice !== null),
    ({ notice }) => notice?.id,
  );
  return [...covered].flatMap(([id, own]) => {
    const first = own[0];
    if (!first?.notice) return [];
    const { servedOn, reportReceivedOn, noticeReceivedOn } = first.notice;
    const clause = shown.get(first.id);
    const clock = clause && clauseClock(clause.facts);
    const received = [
      reportReceivedOn ? `Report received on ${formatDate(reportReceivedOn)}` : null,
      noticeReceivedOn ? `notice received on ${formatDate(noticeReceivedOn)}` : null,
    ].filter((each) => each !== null);
    return [
      {
        key: `notice-${id}`,
        on: servedOn,
        rank: 3,
        stages: [],
        kind: "Notice",
        title: `Notice to ${clause?.recipient?.shortName ?? clause?.recipientName ?? "the recipient"}: ${numbered(own)}`,
        body: (
          <p>
            {received.length > 0 ? `${received.join(", ")}. ` : "When it was received is not recorded yet. "}
            {clock?.runs ? `The last day for an answer is ${formatDate(clock.lastDay)}.` : null}
          </p>
        ),
      },
    ];
  });
}

/** "clause 1", "clauses 1, 2" */
const numbered = (clauses: readonly Clause[]) =>
  `${clauses.length === 1 ? "clause" : "clauses"} ${clauses.map(({ number }) => number).join(", ")}`;
