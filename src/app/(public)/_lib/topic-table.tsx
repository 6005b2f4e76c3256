import { TopicTag } from "@/app/_lib/state-tag";
import { bodyAddress, meetingAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { TopicStatus } from "@/domain/topics/topic";
import type { TopicListing } from "@/server/topics/lists";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";

/** What is being looked into first, what went elsewhere last. */
const RANKS: readonly TopicStatus[] = [
  "in_scoping",
  "shortlisted",
  "scored",
  "triaged",
  "suggested",
  "parked",
  "transferred",
  "rejected",
  "merged",
  "removed",
];

/** The topics that are furthest on first. */
export const byStatus = (topics: readonly TopicListing[]): TopicListing[] =>
  topics.toSorted((a, b) => RANKS.indexOf(a.status) - RANKS.indexOf(b.status));

/** Topics with where each is and why. */
export function TopicTable({
  id,
  topics,
  today,
  withBody = false,
}: {
  id: string;
  /** As they are to be listed. */
  topics: readonly TopicListing[];
  today: PlainDate;
  /** Says whose each topic is, where the page does not. */
  withBody?: boolean | undefined;
}) {
  return (
    <Table
      labelledBy={id}
      columns={[
        { key: "topic", head: "Topic", width: "w-[38%]" },
        { key: "state", head: "State", width: "w-[17%]" },
        { key: "why", head: "Where it is, and why" },
      ]}
    >
      <TableRows>
        {topics.map((topic) => (
          <Row key={topic.slug}>
            <RowHead>
              <a href={`/topics/${topic.slug}`}>{topic.title}</a>
              {topic.description ? (
                <>
                  <br />
                  <span className="text-note font-normal text-ink-2">{topic.description}</span>
                </>
              ) : null}
              {withBody && topic.body ? (
                <>
                  <br />
                  <a className="text-note font-normal" href={bodyAddress(topic.body)}>
                    {topic.body.shortName}
                  </a>
                </>
              ) : null}
            </RowHead>
            <Cell label="State">
              <TopicTag status={topic.status} />
            </Cell>
            <Cell label="Where, why">
              <Reason topic={topic} today={today} />
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}

/** The place it has, who has it instead, or since when it waits. */
function Reason({ topic, today }: { topic: TopicListing; today: PlainDate }) {
  const { place, mergedInto, receiver, status } = topic;
  const since = topic.statusOn ? ` on ${formatDate(topic.statusOn, { leftOutIn: today })}` : "";
  if (mergedInto) {
    return (
      <>
        Taken into <a href={`/topics/${mergedInto.slug}`}>{mergedInto.title}</a>
        {since}.
      </>
    );
  }
  if (status === "transferred" && receiver) {
    return (
      <>
        To <a href={bodyAddress(receiver)}>{receiver.name}</a>
        {since}. {topic.statusReason}
      </>
    );
  }
  return (
    <>
      {place ? (
        <>
          {place.date >= today ? "Comes before the committee on " : "Was before the committee on "}
          <a href={meetingAddress(place.body, place)}>{formatDate(place.date, { leftOutIn: today })}</a>.{" "}
        </>
      ) : (
        `Suggested on ${formatDate(topic.suggestedOn, { leftOutIn: today })}. `
      )}
      {topic.statusReason} {topic.workedWith ? `With ${topic.workedWith}.` : null}
    </>
  );
}
