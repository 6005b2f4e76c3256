import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, treeOf } from "@/domain/bodies/body-address";
import { getBodyLink } from "@/server/bodies/queries";
import { listClauses } from "@/server/recommendations/queries";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { PublicFrame } from "../../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../../_lib/public-page";
import { site } from "../../../../_lib/site";
import { TrackerChart } from "../../../../_lib/tracker-chart";
import { TrackerTable } from "../../../../_lib/tracker-table";

type Params = { lang: string; bodies: string; slug: string };

const load = cache((slug: string) => orNotFound(getBodyLink(PUBLIC_SCOPE, slug)));

export const generateMetadata = publicMetadata<Params>(async ({ slug }) => ({
  title: `Recommendations, ${(await load(slug)).shortName}`,
}));

export default publicPage<Params>(async ({ bodies, slug }) => {
  const [{ clock }, body, { clauses, areMore }] = await Promise.all([
    site(),
    load(slug),
    listClauses(PUBLIC_SCOPE, { body: slug }),
  ]);
  if (bodies !== treeOf(body.kind)) permanentRedirect(`${bodyAddress(body)}/recommendations`);
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
          {areMore ? <p className="mt-4">These are the latest {clauses.length} clauses.</p> : null}
        </Section>
      </PublicPage>
    </PublicFrame>
  );
});
