import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { listBodiesToPropose, listTopicsToTakeIn } from "@/server/scoping/choices";
import { Actions, Button } from "@/ui/button";
import { RadioField } from "@/ui/choice-field";
import { Form } from "@/ui/form";
import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../../../_lib/office-page";
import { NEW_PROPOSAL } from "../places";
import { NewProposalForm } from "./new-proposal-form";

export const metadata: Metadata = { title: "Begin a scoping proposal" };

const CRUMBS = [{ href: "/office/scoping", label: "Scoping" }];

export default officePage(async (person, _address, { body: asked, topic: askedTopic }) => {
  const scope = readScope(person);
  const bodies = await listBodiesToPropose(person);
  if (bodies.length === 0) notFound();
  const body = bodies.length === 1 ? bodies[0] : bodies.find(({ slug }) => slug === asked);
  if (!body)
    return (
      <OfficePage crumbs={CRUMBS}>
        <OfficeHead title="Begin a scoping proposal">First, to which committee?</OfficeHead>
        <Form method="get" action="/office/scoping/new" className="mt-4">
          <RadioField
            id="body"
            legend="Committee"
            choices={bodies.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <Actions>
            <Button>Choose the committee</Button>
          </Actions>
        </Form>
      </OfficePage>
    );

  const [topics, drafts] = await Promise.all([listTopicsToTakeIn(scope, body.id), listDrafts(scope, body.id)]);
  const topic = topics.find(({ id }) => id === askedTopic);
  return (
    <OfficePage crumbs={CRUMBS}>
      <OfficeHead title="Begin a scoping proposal">
        To the {body.name}. {bodies.length > 1 ? <a href="/office/scoping/new">Choose another committee</a> : null}
      </OfficeHead>
      <NewProposalForm
        bodyId={body.id}
        onceKey={crypto.randomUUID()}
        topics={topics.map(({ id, title, parts }) => ({
          value: id,
          label: title,
          ...(parts.length > 0 && { hint: parts.join(", ") }),
        }))}
        kept={topic ? { item: topic.title, topics: [topic.id] } : drafts.get(NEW_PROPOSAL)?.values}
      />
    </OfficePage>
  );
});
