import { TopicTag } from "@/app/_lib/state-tag";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, meetingAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { TopicStatus } from "@/domain/topics/topic";
import { listTopics, type TopicListing } from "@/server/topics/queries";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { PublicFrame } from "../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../_lib/public-page";
import { site } from "../../_lib/site";

export const generateMetadata = publicMetadata(async () => ({ title: "Topics" }));

export default publicPage(async () => {
  const [{ clock }, { topics, areMore }] = await Promise.all([site(), listTopics(PUBLIC_SCOPE)]);
  const inOrder = topics.toSorted((a, b) => RANKS.indexOf(a.status) - RANKS.indexOf(b.status));
  const byBody = [...Map.groupBy(inOrder, ({ body }) => body?.slug ?? "").entries()];
  return (
    <PublicFrame section="/topics">
      <PublicPage wide>
        <PageHead
          title="Topics"
          lead="What has been suggested for scrutiny, where each topic stands, and why. Each leads to its whole thread, from the suggestion to the outcome."
        />
        {topics.length === 0 ? <Empty what="No topic has been suggested yet." /> : null}
        {byBody.map(([slug, ofBody]) => {
          const body = ofBody[0]?.body;
          return (
            <Section
              key={slug}
              id={slug || "no-body"}
              title={body ? <a href={bodyAddress(body)}>{body.name}</a> : "Not given to a committee yet"}
              aside={`${ofBody.length} ${ofBody.length === 1 ? "topic" : "topics"}`}
            >
              <TopicTable id={slug || "no-body"} topics={ofBody} today={clock.date} />
            </Section>
          );
        })}
        {areMore ? (
          <p className="mt-4">
            These are the {topics.length} topics in which something happened last. The work programmes of{" "}
            <a href="/committees">the committees</a> have theirs.
          </p>
        ) : null}
      </PublicPage>
    </PublicFrame>
  );
});

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

function TopicTable({ id, topics, today }: { id: string; topics: readonly TopicListing[]; today: PlainDate }) {
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
        In <a href={`/topics/${mergedInto.slug}`}>{mergedInto.title}</a>. {topic.statusReason}
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
