import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { trackerGroup } from "@/domain/recommendations/tracker";
import { listClauses } from "@/server/recommendations/queries";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { PublicFrame } from "../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../_lib/public-page";
import { site } from "../../../_lib/site";
import { TrackerTable } from "../../../_lib/tracker-table";

export const generateMetadata = publicMetadata(async () => ({ title: "Overdue answers" }));

export default publicPage(async () => {
  const { clock } = await site();
  const { clauses } = await listClauses(PUBLIC_SCOPE, { lateOn: clock.date });
  const late = clauses.filter(({ facts }) => trackerGroup(facts, clock.date) === "overdue");
  return (
    <PublicFrame section="/recommendations">
      <PublicPage wide crumbs={[{ href: "/recommendations", label: "Recommendations" }]}>
        <PageHead
          title="Overdue"
          lead="Answers that scrutiny is still waiting for after their last day, and promises whose day has gone by."
        />
        <Section id="tracker" title={`On ${formatDate(clock.date)}`}>
          {late.length > 0 ? (
            <TrackerTable clauses={late} today={clock.date} />
          ) : (
            <Empty what="Nothing is overdue.">
              A statutory clock runs only from a written notice that was received: where none is recorded, no answer can
              be late.
            </Empty>
          )}
        </Section>
      </PublicPage>
    </PublicFrame>
  );
});
