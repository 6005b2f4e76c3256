import { orNotFound } from "@/app/_lib/or-not-found";
import { TopicTag } from "@/app/_lib/state-tag";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { TOPIC_SOURCES } from "@/domain/topics/sources";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import { listDrafts } from "@/server/forms/drafts";
import { getOfficeTopic, getSuggester, getTopicForm, mayAccept } from "@/server/topics/office";
import { getScoring } from "@/server/topics/scoring";
import { topicSteps } from "@/server/topics/steps";
import { Notice } from "@/ui/notice";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { officeMetadata, officePage } from "../../../_lib/office-page";
import { RecordHistory } from "../../../_lib/record-history";
import { StepsPanel } from "../../../_steps/steps-panel";
import { EDIT_TOPIC, SCORE_TOPIC } from "../places";
import { TOPIC_WORDS } from "../topic-words";
import { AcceptForm } from "./accept-form";
import { EditForm } from "./edit-form";
import { ScoresSection } from "./scores-section";
import { SuggesterFacts, TopicFacts } from "./topic-facts";

type Address = { slug: string };

const DONE: Readonly<Record<string, string>> = {
  suggested: "Suggested. Democratic services give it to a committee",
  saved: "Saved",
  scored: "Your marks are kept",
  accepted: "Accepted",
};

const VERBS = {
  suggest: "suggested it",
  enterScore: "scored it",
  acceptTransfer: "accepted it for the body it was handed to",
  setAside: "put another version of it aside",
};
const WORDS = Object.fromEntries(Object.entries(TOPIC_WORDS).map(([field, word]) => [field, word.toLowerCase()]));

export const generateMetadata = officeMetadata<Address>(async (person, { slug }) => ({
  title: (await orNotFound(getOfficeTopic(readScope(person), slug))).title,
}));

export default officePage<Address>(async (person, { slug }, { done }) => {
  const scope = readScope(person);
  const topic = await orNotFound(getOfficeTopic(scope, slug));
  const { id, version, receiver } = topic;
  const mayEdit = can(person, "topic.triage", topic) && !topicWorkflow.statuses[topic.status].final;
  const accepts = mayAccept(person, topic);
  const [offered, drafts, scoring, suggester, form] = await Promise.all([
    topicSteps.offer(person, id),
    listDrafts(scope, id),
    getScoring(person, id),
    getSuggester(person, topic),
    mayEdit ? getTopicForm(topic, person.day) : null,
  ]);
  const said = typeof done === "string" ? DONE[done] : undefined;
  return (
    <OfficePage crumbs={[{ href: "/office/topics", label: "Topics" }]}>
      <OfficeHead
        title={topic.title}
        tag={<TopicTag status={topic.status} />}
        actions={topic.audience === "public" ? <a href={`/topics/${slug}`}>As the public sees it</a> : undefined}
      >
        {TOPIC_SOURCES[topic.source]}, {formatDate(topic.suggestedOn)}.{" "}
        {topic.audience === "public"
          ? null
          : mayEdit
            ? "It is not public: every step makes it so, as it is worded, unless you remove it."
            : "It is not public."}
      </OfficeHead>
      {said ? (
        <div className="pb-5">
          <Notice tone="done" title={said} status />
        </div>
      ) : null}
      <OfficeSplit>
        <Main>
          <TopicFacts topic={topic} />
          {form ? (
            <EditForm
              id={id}
              version={version}
              slug={slug}
              values={form.values}
              leads={form.leads}
              onceKey={crypto.randomUUID()}
              kept={drafts.get(EDIT_TOPIC)?.values}
            />
          ) : null}
          {suggester ? <SuggesterFacts suggester={suggester} /> : null}
          {scoring ? (
            <ScoresSection
              id={id}
              slug={slug}
              scoring={scoring}
              onceKey={crypto.randomUUID()}
              kept={drafts.get(SCORE_TOPIC)?.values}
            />
          ) : null}
        </Main>
        {offered.steps.length > 0 || accepts ? (
          <Side labelledBy={accepts ? "accept" : "steps"}>
            {accepts && receiver ? (
              <OfficeSection id="accept" title="Handed over, not accepted yet">
                <AcceptForm
                  id={id}
                  slug={slug}
                  version={version}
                  receiver={receiver.name}
                  onceKey={crypto.randomUUID()}
                />
              </OfficeSection>
            ) : null}
            <StepsPanel offered={offered} back={`/office/topics/${slug}`} drafts={drafts} />
          </Side>
        ) : null}
        <Foot>
          <RecordHistory lines={topic.history} verbs={VERBS} fields={WORDS} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});
