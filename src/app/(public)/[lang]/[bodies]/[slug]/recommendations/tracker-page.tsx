import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, treeOf } from "@/domain/bodies/body-address";
import { getBodyLink } from "@/server/bodies/queries";
import { listTracker } from "@/server/recommendations/queries";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { Pages } from "@/ui/pages";
import { pagesOf } from "../../../../_lib/list-page";
import { PublicFrame } from "../../../../_lib/public-frame";
import { TrackerChart } from "../../../../_lib/tracker-chart";
import { TrackerTable } from "../../../../_lib/tracker-table";

const load = cache((slug: string) => orNotFound(getBodyLink(PUBLIC_SCOPE, slug)));

export const bodyTrackerPageTitle = async (slug: string) => `Recommendations, ${(await load(slug)).shortName}`;

/** What one body has asked for, the latest first. */
export async function bodyTrackerPage({ bodies, slug }: { bodies: string; slug: string }, page: number) {
  const [{ clock }, body] = await Promise.all([site(), load(slug)]);
  const list = `${bodyAddress(body)}/recommendations`;
  if (bodies !== treeOf(body.kind)) permanentRedirect(list);
  const { clauses, areMore } = await listTracker(PUBLIC_SCOPE, page, { bodyId: body.id });
  const pages = pagesOf(
    list,
    { page, shown: clauses, areMore },
    { before: "Later recommendations", after: "Earlier recommendations" },
  );
  return (
    <PublicFrame section="/recommendations">
      <PublicPage
        wide
        crumbs={[
          { href: "/committees", label: "Committees" },
          { href: bodyAddress(body), label: body.shortName },
        ]}
      >
        <PageHead
          kicker={body.name}
          title="Recommendations and answers"
          lead="What it has asked for, what it was answered, and what has come of it. Whatever is late or missing stands first."
        />
        {clauses.some(({ response }) => response !== null) ? (
          <Section id="glance" title="At a glance">
            <TrackerChart clauses={clauses} today={clock.date} />
          </Section>
        ) : null}
        <Section id="tracker" title="Tracker" aside={<a href="/recommendations">Of all committees</a>}>
          {clauses.length > 0 ? (
            <TrackerTable clauses={clauses} today={clock.date} ofOneBody />
          ) : (
            <Empty what="Nothing has been recommended yet.">
              Recommendations are listed from the minutes that agree them.
            </Empty>
          )}
          <Pages {...pages} />
        </Section>
      </PublicPage>
    </PublicFrame>
  );
}
