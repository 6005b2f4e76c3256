import type { Metadata } from "next";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { listBodiesToPropose, listTopicsToTakeIn } from "@/server/scoping/choices";
import { OfficeHead, OfficePage } from "@/ui/page";
import { AnotherBody, BodyChoice, type BodyForm, bodyFor } from "../../../_forms/body-choice";
import { officePage } from "../../../_lib/office-page";
import { NEW_PROPOSAL } from "../places";
import { NewProposalForm } from "./new-proposal-form";

const FORM: BodyForm = {
  crumbs: [{ href: "/office/scoping", label: "Scoping" }],
  title: "Begin a scoping proposal",
  address: "/office/scoping/new",
  question: "First, to which committee?",
  noun: "committee",
};

export const metadata: Metadata = { title: FORM.title };

export default officePage(async (person, _address, { body: asked, topic: askedTopic }) => {
  const scope = readScope(person);
  const bodies = await listBodiesToPropose(person);
  const body = bodyFor(bodies, asked);
  if (!body) return <BodyChoice of={FORM} bodies={bodies} />;

  const [topics, drafts] = await Promise.all([listTopicsToTakeIn(scope, body.id), listDrafts(scope, body.id)]);
  const topic = topics.find(({ id }) => id === askedTopic);
  return (
    <OfficePage crumbs={FORM.crumbs}>
      <OfficeHead title={FORM.title}>
        To the {body.name}. <AnotherBody of={FORM} bodies={bodies} />
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
