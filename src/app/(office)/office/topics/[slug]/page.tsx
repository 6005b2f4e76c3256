import { orNotFound } from "@/app/_lib/or-not-found";
import { TopicTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { TOPIC_SOURCES } from "@/domain/topics/sources";
import { listDrafts } from "@/server/forms/drafts";
import { getOfficeTopic, type OfficeTopic } from "@/server/topics/office";
import { topicSteps } from "@/server/topics/steps";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { officeMetadata, officePage } from "../../../_lib/office-page";
import { RecordHistory } from "../../../_lib/record-history";
import { StepsPanel } from "../../../_steps/steps-panel";

type Address = { slug: string };

export const generateMetadata = officeMetadata<Address>(async (person, { slug }) => ({
  title: (await orNotFound(getOfficeTopic(readScope(person), slug))).title,
}));

export default officePage<Address>(async (person, { slug }) => {
  const scope = readScope(person);
  const topic = await orNotFound(getOfficeTopic(scope, slug));
  const [offered, drafts] = await Promise.all([topicSteps.offer(person, topic.id), listDrafts(scope, topic.id)]);
  return (
    <OfficePage crumbs={[{ href: "/office/topics", label: "Topics" }]}>
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={topic.title}
            tag={<TopicTag status={topic.status} />}
            actions={topic.audience === "public" ? <a href={`/topics/${slug}`}>As the public sees it</a> : undefined}
          >
            {TOPIC_SOURCES[topic.source]}, {formatDate(topic.suggestedOn)}.
          </OfficeHead>
          <TopicFacts topic={topic} />
          <RecordHistory lines={topic.history} verbs={{ suggest: "suggested it" }} />
        </Main>
        <Side labelledBy="steps">
          <StepsPanel offered={offered} back={`/office/topics/${slug}`} drafts={drafts} />
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});

function TopicFacts({ topic }: { topic: OfficeTopic }) {
  return (
    <OfficeSection id="topic" title="What it is about">
      <Facts>
        <Fact term="In their words">{topic.description || <Gap>Nothing more was said</Gap>}</Fact>
        <Fact term="Committee">{topic.body?.name ?? <Gap>Not placed yet</Gap>}</Fact>
        {topic.parts.length > 0 ? <Fact term="Its parts">{topic.parts.join("; ")}</Fact> : null}
        {topic.mergedInto ? (
          <Fact term="Part of">
            <a href={`/office/topics/${topic.mergedInto.slug}`}>{topic.mergedInto.title}</a>
          </Fact>
        ) : null}
        {topic.receiver ? <Fact term="Handed to">{topic.receiver.name}</Fact> : null}
        {topic.statusReason ? <Fact term="Reason">{topic.statusReason}</Fact> : null}
      </Facts>
    </OfficeSection>
  );
}
