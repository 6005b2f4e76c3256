import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TopicTag } from "@/app/_lib/state-tag";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { sourceOf, TOPIC_SOURCES } from "@/domain/topics/sources";
import { optionsOf } from "@/domain/wording/words-by-value";
import { listDrafts } from "@/server/forms/drafts";
import { type AlikeTopic, listTopicsLike } from "@/server/topics/office";
import { Actions, Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { officePage } from "../../../_lib/office-page";
import { NEW_TOPIC } from "../places";
import { NewTopicForm } from "./new-topic-form";

export const metadata: Metadata = { title: "Suggest a topic" };

const LONGEST = 200;

/** First what it is called, so that topics like it can be looked at; then the rest. */
export default officePage(async (person, _address, { title: asked }) => {
  const scope = readScope(person);
  if (!scope.inside || !can(person, "topic.suggest", {})) notFound();
  const title = typeof asked === "string" ? asked.trim().slice(0, LONGEST) : "";
  const [alike, drafts] = await Promise.all([
    title ? listTopicsLike(scope, title) : [],
    listDrafts(scope, person.personId),
  ]);
  return (
    <OfficePage crumbs={[{ href: "/office/topics", label: "Topics" }]}>
      <OfficeHead title="Suggest a topic">
        Democratic services give it to a committee, and from then on it is public. Until then only people inside see it.
      </OfficeHead>
      <Form method="get" action="/office/topics/new" className="mt-4">
        <TextField
          id="look"
          name="title"
          label={title ? "Look again, by other words" : "What should scrutiny look into?"}
          hint={title ? undefined : "In a few words. Before you write more, look whether it has been suggested."}
          maxLength={LONGEST}
          autoComplete="off"
          required
          value={title}
        />
        <Actions>
          <Button second={title !== ""}>Look for topics like it</Button>
        </Actions>
      </Form>
      {title ? (
        <>
          <OfficeSection id="alike" title="Topics like it" aside={alike.length > 0 ? String(alike.length) : undefined}>
            {alike.length > 0 ? <Alike topics={alike} /> : <p className="py-2">None has a title like “{title}”.</p>}
          </OfficeSection>
          <OfficeSection id="suggest" title={alike.length > 0 ? "It is none of these" : "Suggest it"}>
            <NewTopicForm
              title={title}
              sources={can(person, "topic.triage", {}) ? optionsOf(TOPIC_SOURCES) : []}
              source={sourceOf(person)}
              onceKey={crypto.randomUUID()}
              kept={drafts.get(NEW_TOPIC)?.values}
            />
          </OfficeSection>
        </>
      ) : null}
    </OfficePage>
  );
});

function Alike({ topics }: { topics: readonly AlikeTopic[] }) {
  return (
    <Table
      labelledBy="alike"
      columns={[
        { key: "topic", head: "Topic", width: "w-[55%]" },
        { key: "body", head: "Committee" },
        { key: "state", head: "State" },
      ]}
    >
      <TableRows>
        {topics.map(({ id, slug, title, status, suggestedOn, body }) => (
          <Row key={id}>
            <RowHead>
              <a href={`/office/topics/${slug}`}>{title}</a>
              <Meta as="div">Suggested {formatDate(suggestedOn)}</Meta>
            </RowHead>
            <Cell label="Committee">{body?.shortName ?? "None yet"}</Cell>
            <Cell label="State">
              <TopicTag status={status} />
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
