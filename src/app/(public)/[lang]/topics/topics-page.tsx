import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress } from "@/domain/bodies/body-address";
import { listTopics } from "@/server/topics/queries";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { Pages } from "@/ui/pages";
import { pagesOf } from "../../_lib/list-page";
import { PublicFrame } from "../../_lib/public-frame";
import { site } from "../../_lib/site";
import { TopicTable } from "../../_lib/topic-table";

/** The topics of all committees, by committee; those in which something happened last are on the first page. */
export async function topicsPage(page: number) {
  const [{ clock }, { topics, areMore }] = await Promise.all([site(), listTopics(PUBLIC_SCOPE, page)]);
  const pages = pagesOf(
    "/topics",
    { page, shown: topics, areMore },
    { before: "Later topics", after: "Earlier topics" },
  );
  const isAll = page === 1 && !areMore;
  const byBody = [...Map.groupBy(topics, ({ body }) => body?.slug ?? "").entries()];
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
              aside={
                isAll || !body ? (
                  `${ofBody.length} ${ofBody.length === 1 ? "topic" : "topics"}`
                ) : (
                  <a href={`${bodyAddress(body)}/topics`}>All its topics</a>
                )
              }
            >
              <TopicTable id={slug || "no-body"} topics={ofBody} today={clock.date} />
            </Section>
          );
        })}
        <Pages {...pages} />
      </PublicPage>
    </PublicFrame>
  );
}
