import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TopicTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { TOPIC_SOURCES } from "@/domain/topics/sources";
import { type ListedTopic, listOfficeTopics, listTopicTasks, type TopicTask } from "@/server/topics/office";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Gap } from "@/ui/gap";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { officePage } from "../../_lib/office-page";

export const metadata: Metadata = { title: "Topics" };

/** What waits for whoever reads the page comes first. */
const TASKS: readonly { task: TopicTask; title: string }[] = [
  { task: "triage", title: "For you to place with a committee" },
  { task: "accept", title: "Handed over, for you to accept" },
  { task: "score", title: "For you to score" },
];

/** Those that wait to be placed come first: whoever suggested one waits for an answer. */
const SECTIONS = [
  { id: "suggested", title: "Suggested, to be placed", holds: ["suggested"] },
  { id: "open", title: "With a committee", holds: ["triaged", "scored", "shortlisted"] },
  { id: "parked", title: "Set aside", holds: ["parked"] },
  {
    id: "over",
    title: "Being scoped, handed over or ended",
    holds: ["in_scoping", "transferred", "merged", "rejected", "removed"],
  },
] as const;

export default officePage(async (person) => {
  const scope = readScope(person);
  if (!scope.inside) notFound();
  const [topics, tasks] = await Promise.all([listOfficeTopics(scope), listTopicTasks(person)]);
  return (
    <OfficePage>
      <OfficeHead title="Topics" actions={<LinkButton href="/office/topics/new">Suggest a topic</LinkButton>}>
        What has been suggested for scrutiny. What was suggested is public once it is placed with a committee.
      </OfficeHead>
      {TASKS.map(({ task, title }) => {
        const own = tasks.filter((topic) => topic.task === task);
        return own.length === 0 ? null : (
          <OfficeSection key={task} id={task} title={title} aside={String(own.length)}>
            <Topics topics={own} labelledBy={task} />
          </OfficeSection>
        );
      })}
      {SECTIONS.map(({ id, title, holds }) => {
        const own = topics.filter(
          ({ id, status }) => (holds as readonly string[]).includes(status) && !tasks.some((task) => task.id === id),
        );
        return own.length === 0 ? null : (
          <OfficeSection key={id} id={id} title={title} aside={String(own.length)}>
            <Topics topics={own} labelledBy={id} />
          </OfficeSection>
        );
      })}
      {topics.length === 0 ? <Empty what="No topics yet.">They are listed here as they are suggested.</Empty> : null}
    </OfficePage>
  );
});

function Topics({ topics, labelledBy }: { topics: readonly ListedTopic[]; labelledBy: string }) {
  return (
    <Table
      labelledBy={labelledBy}
      columns={[
        { key: "topic", head: "Topic", width: "w-[45%]" },
        { key: "body", head: "Committee", width: "w-[23%]" },
        { key: "since", head: "Suggested", width: "w-[16%]" },
        { key: "state", head: "State" },
      ]}
    >
      <TableRows>
        {topics.map(({ id, slug, title, source, body, suggestedOn, status }) => (
          <Row key={id}>
            <RowHead>
              <a href={`/office/topics/${slug}`}>{title}</a>
              <Meta as="div">{TOPIC_SOURCES[source]}</Meta>
            </RowHead>
            <Cell label="Committee">{body?.shortName ?? <Gap>None yet</Gap>}</Cell>
            <Cell label="Suggested">{formatDate(suggestedOn)}</Cell>
            <Cell label="State">
              <TopicTag status={status} />
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
