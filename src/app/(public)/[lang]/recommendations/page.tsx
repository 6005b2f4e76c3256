import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { listClauses } from "@/server/recommendations/queries";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { PublicFrame } from "../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../_lib/public-page";
import { site } from "../../_lib/site";
import { TrackerChart } from "../../_lib/tracker-chart";
import { TrackerTable } from "../../_lib/tracker-table";

export const generateMetadata = publicMetadata(async () => ({ title: "Recommendations and answers" }));

export default publicPage(async () => {
  const [{ clock }, { clauses, areMore }] = await Promise.all([site(), listClauses(PUBLIC_SCOPE)]);
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
              These are the latest {clauses.length} clauses. The pages of <a href="/committees">the committees</a> have
              theirs.
            </p>
          ) : null}
        </Section>
      </PublicPage>
    </PublicFrame>
  );
});
