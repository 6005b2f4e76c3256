import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { listTracker } from "@/server/recommendations/queries";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { Pages } from "@/ui/pages";
import { pagesOf } from "../../_lib/list-page";
import { PublicFrame } from "../../_lib/public-frame";
import { TrackerChart } from "../../_lib/tracker-chart";
import { TrackerTable } from "../../_lib/tracker-table";

/** What all committees have asked for, the latest first; each page says what of its own is late or missing first. */
export async function trackerPage(page: number) {
  const [{ clock }, { clauses, areMore }] = await Promise.all([site(), listTracker(PUBLIC_SCOPE, page)]);
  const pages = pagesOf(
    "/recommendations",
    { page, shown: clauses, areMore },
    { before: "Later recommendations", after: "Earlier recommendations" },
  );
  const isAnswered = clauses.some(({ response }) => response !== null);
  return (
    <PublicFrame section="/recommendations">
      <PublicPage wide>
        <PageHead
          title="Recommendations and answers"
          lead="What scrutiny has asked for, what it was answered, and what has come of it. Whatever is late or missing stands first."
        />
        {isAnswered ? (
          <Section id="glance" title="At a glance">
            <TrackerChart clauses={clauses} today={clock.date} />
          </Section>
        ) : null}
        <Section id="tracker" title="Tracker" aside={<a href="/recommendations/overdue">Only what is overdue</a>}>
          {clauses.length > 0 ? (
            <TrackerTable clauses={clauses} today={clock.date} />
          ) : (
            <Empty what="Nothing has been recommended yet.">
              Recommendations are listed from the minutes that agree them.
            </Empty>
          )}
          {areMore ? (
            <p className="mt-4">
              The pages of <a href="/committees">the committees</a> have their own recommendations.
            </p>
          ) : null}
          <Pages {...pages} />
        </Section>
      </PublicPage>
    </PublicFrame>
  );
}
