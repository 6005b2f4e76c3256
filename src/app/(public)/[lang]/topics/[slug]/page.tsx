import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { TopicTag } from "@/app/_lib/state-tag";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, itemAnchor, meetingAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { getTopic, type TopicPage } from "@/server/topics/queries";
import { getThreadFacts } from "@/server/topics/thread-facts";
import { Meta } from "@/ui/meta";
import { Columns, Main, PageHead, PublicPage, Section, Side } from "@/ui/page";
import { Thread, ThreadEvent, ThreadStages, ThreadToday } from "@/ui/thread";
import { PublicFrame } from "../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../_lib/public-page";
import { dayOf, type Happening } from "./happening";
import { InShort } from "./in-short";
import { stagesOf } from "./stages";
import { threadOf } from "./thread-of";

type Params = { lang: string; slug: string };

const load = cache((slug: string) => orNotFound(getTopic(PUBLIC_SCOPE, slug)));

export const generateMetadata = publicMetadata<Params>(async ({ slug }) => ({ title: (await load(slug)).title }));

export default publicPage<Params>(async ({ slug }) => {
  const [{ clock }, topic] = await Promise.all([site(), load(slug)]);
  const thread = threadOf(topic, await getThreadFacts(PUBLIC_SCOPE, topic.id), clock.date);
  const past = thread.filter(({ on }) => on !== null && on <= clock.date);
  const ahead = thread.filter(({ on }) => on === null || on > clock.date);
  return (
    <PublicFrame section="/topics">
      <PublicPage
        crumbs={[
          { href: "/topics", label: "Topics" },
          ...(topic.body ? [{ href: bodyAddress(topic.body), label: topic.body.shortName }] : []),
        ]}
      >
        <Columns>
          <PageHead
            kicker="Topic"
            title={topic.title}
            lead={topic.description || undefined}
            state={
              <>
                <TopicTag status={topic.status} />
                <Meta as="span">
                  <Standing topic={topic} today={clock.date} />
                </Meta>
              </>
            }
          />
          <Side labelledBy="stages">
            <Section id="stages" title="The thread so far">
              <ThreadStages stages={stagesOf(topic, thread)} />
            </Section>
            <Section id="short" title="In short">
              <InShort topic={topic} />
            </Section>
          </Side>
          <Main>
            <Section id="thread" title="From suggestion to outcome">
              <Thread>
                {past.map((event) => (
                  <Point key={event.key} event={event} />
                ))}
                <ThreadToday day={dayOf(clock.date)} />
                {ahead.map((event) => (
                  <Point key={event.key} event={event} ahead />
                ))}
              </Thread>
            </Section>
          </Main>
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
});

/** Why it stands there, else when the committee has it next. */
function Standing({ topic, today }: { topic: TopicPage; today: PlainDate }) {
  const next = topic.agendaItems
    .filter(({ meeting }) => meeting.date >= today)
    .sort((a, b) => a.meeting.date.localeCompare(b.meeting.date))[0];
  if (topic.statusReason) return topic.statusReason;
  if (!next) return null;
  const { meeting, number } = next;
  return (
    <>
      Before the committee on{" "}
      <a href={`${meetingAddress(meeting.body, meeting)}${number ? `#${itemAnchor(number)}` : ""}`}>
        {formatDate(meeting.date)}
        {number ? `, item ${number}` : null}
      </a>
    </>
  );
}

function Point({ event, ahead }: { event: Happening; ahead?: boolean | undefined }) {
  return (
    <ThreadEvent
      id={event.id}
      day={event.day ?? (event.on ? dayOf(event.on) : { short: "No date" })}
      decision={event.decision}
      ahead={ahead}
      kind={event.kind}
      title={event.title}
    >
      {event.body}
    </ThreadEvent>
  );
}
