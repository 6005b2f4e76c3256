import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress } from "@/domain/bodies/body-address";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { listTopics, type TopicListing } from "@/server/topics/lists";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { Pages } from "@/ui/pages";
import { pagesOf } from "../../_lib/list-page";
import { PublicFrame } from "../../_lib/public-frame";
import { byStatus, TopicTable } from "../../_lib/topic-table";

/**
 * The topics of all committees: by committee where all are on one page; on several, those in which something happened last first, or
 * a committee's would lie on all of them.
 */
export async function topicsPage(page: number) {
  const [{ clock }, { topics, areMore }] = await Promise.all([site(), listTopics(PUBLIC_SCOPE, page)]);
  const pages = pagesOf(
    "/topics",
    { page, shown: topics, areMore },
    { before: "Later topics", after: "Earlier topics" },
  );
  return (
    <PublicFrame section="/topics">
      <PublicPage wide>
        <PageHead
          title="Topics"
          lead="What has been suggested for scrutiny, where each topic stands, and why. Each leads to its whole thread, from the suggestion to the outcome."
          actions={<LinkButton href="/topics/suggest">Suggest a topic</LinkButton>}
        />
        {topics.length === 0 ? <Empty what="No topic has been suggested yet." /> : null}
        {page === 1 && !areMore ? (
          <ByCommittee topics={topics} today={clock.date} />
        ) : (
          <Section id="latest" title="Latest first" aside={<a href="/committees">By committee</a>}>
            <TopicTable id="latest" topics={topics} today={clock.date} withBody />
          </Section>
        )}
        <Pages {...pages} />
      </PublicPage>
    </PublicFrame>
  );
}

function ByCommittee({ topics, today }: { topics: readonly TopicListing[]; today: PlainDate }) {
  const byBody = Map.groupBy(byStatus(topics), ({ body }) => body?.slug ?? "");
  return [...byBody.entries()].map(([slug, ofBody]) => {
    const body = ofBody[0]?.body;
    return (
      <Section
        key={slug}
        id={slug || "no-body"}
        title={body ? <a href={bodyAddress(body)}>{body.name}</a> : "Not given to a committee yet"}
        aside={`${ofBody.length} ${ofBody.length === 1 ? "topic" : "topics"}`}
      >
        <TopicTable id={slug || "no-body"} topics={ofBody} today={today} />
      </Section>
    );
  });
}
