import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { trackerGroup } from "@/domain/recommendations/tracker";
import { listMayBeLate } from "@/server/recommendations/queries";
import { Empty } from "@/ui/empty";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { Pages } from "@/ui/pages";
import { pagesOf } from "../../../_lib/list-page";
import { PublicFrame } from "../../../_lib/public-frame";
import { TrackerTable } from "../../../_lib/tracker-table";

/** What is overdue today, what was recorded first before the rest. */
export async function overduePage(page: number) {
  const { clock } = await site();
  const { clauses, areMore } = await listMayBeLate(PUBLIC_SCOPE, clock.date, page);
  const pages = pagesOf(
    "/recommendations/overdue",
    { page, shown: clauses, areMore },
    { before: "What has waited longer", after: "What has waited less" },
  );
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
            <Empty what={areMore || page > 1 ? "Nothing on this page is overdue." : "Nothing is overdue."}>
              A statutory clock runs only from a written notice that was received: where none is recorded, no answer can
              be late.
            </Empty>
          )}
          <Pages {...pages} />
        </Section>
      </PublicPage>
    </PublicFrame>
  );
}
