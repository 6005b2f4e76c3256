import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, treeOf } from "@/domain/bodies/body-address";
import { getBodyLink } from "@/server/bodies/queries";
import { listTopics } from "@/server/topics/lists";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { Pages } from "@/ui/pages";
import { pagesOf } from "../../../../_lib/list-page";
import { PublicFrame } from "../../../../_lib/public-frame";
import { byStatus, TopicTable } from "../../../../_lib/topic-table";

const load = cache((slug: string) => orNotFound(getBodyLink(PUBLIC_SCOPE, slug)));

export const bodyTopicsPageTitle = async (slug: string) => `Topics, ${(await load(slug)).shortName}`;

/** The topics that one body was given; those in which something happened last are on the first page. */
export async function bodyTopicsPage({ bodies, slug }: { bodies: string; slug: string }, page: number) {
  const [{ clock }, body] = await Promise.all([site(), load(slug)]);
  const list = `${bodyAddress(body)}/topics`;
  if (bodies !== treeOf(body.kind)) permanentRedirect(list);
  const { topics, areMore } = await listTopics(PUBLIC_SCOPE, page, body.id);
  const pages = pagesOf(list, { page, shown: topics, areMore }, { before: "Later topics", after: "Earlier topics" });
  return (
    <PublicFrame section="/topics">
      <PublicPage
        wide
        crumbs={[
          { href: "/committees", label: "Committees" },
          { href: bodyAddress(body), label: body.shortName },
        ]}
      >
        <PageHead
          kicker={body.name}
          title="Topics"
          lead="What it was asked to look into, where each topic stands, and why. Each leads to its whole thread."
        />
        <Section id="topics" title="Where they stand" aside={<a href="/topics">Of all committees</a>}>
          {topics.length > 0 ? (
            <TopicTable id="topics" topics={page === 1 && !areMore ? byStatus(topics) : topics} today={clock.date} />
          ) : (
            <Empty what="No topic has been given to it yet." />
          )}
          <Pages {...pages} />
        </Section>
      </PublicPage>
    </PublicFrame>
  );
}
