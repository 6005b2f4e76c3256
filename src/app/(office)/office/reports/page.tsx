import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { listBodiesToReportTo } from "@/server/reports/commission";
import { type ListedReport, listOfficeReports } from "@/server/reports/office";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Gap } from "@/ui/gap";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { officePage } from "../../_lib/office-page";
import { ReportTag } from "./report-tag";

export const metadata: Metadata = { title: "Reports" };

export default officePage(async (person) => {
  const scope = readScope(person);
  if (!scope.inside) notFound();
  const [reports, bodies] = await Promise.all([listOfficeReports(scope), listBodiesToReportTo(person)]);
  const sections = sectionsFor(person, reports);
  return (
    <OfficePage>
      <OfficeHead
        title="Reports"
        actions={
          bodies.length > 0 ? <LinkButton href="/office/reports/new">Commission a report</LinkButton> : undefined
        }
      >
        From their commission to the meeting that takes them.
      </OfficeHead>
      {sections.map(({ id, title, own }) =>
        own.length === 0 ? null : (
          <OfficeSection key={id} id={id} title={title} aside={String(own.length)}>
            <Reports reports={own} labelledBy={id} />
          </OfficeSection>
        ),
      )}
      {reports.length === 0 ? <Empty what="No reports yet.">They are listed once they are commissioned.</Empty> : null}
    </OfficePage>
  );
});

const OUT = ["published", "considered", "replaced", "withdrawn"];

/** Mine to write, then mine to clear, then what others do, then what is out. */
function sectionsFor(person: Person, reports: readonly ListedReport[]) {
  const isOut = ({ status }: ListedReport) => OUT.includes(status);
  const isMine = (report: ListedReport) => !isOut(report) && report.keepers.includes(person.personId);
  const isToClear = (report: ListedReport) =>
    ["in_clearance", "signed_off", "received"].includes(report.status) &&
    can(person, "report.sign-off", { ...report, parentBodyId: report.body.parentId });
  const others = (report: ListedReport) => !isOut(report) && !isMine(report);
  return [
    { id: "mine", title: "Yours", own: reports.filter(isMine) },
    { id: "clear", title: "To clear", own: reports.filter((report) => others(report) && isToClear(report)) },
    { id: "others", title: "With others", own: reports.filter((report) => others(report) && !isToClear(report)) },
    { id: "out", title: "Published", own: reports.filter(isOut) },
  ];
}

function Reports({ reports, labelledBy }: { reports: readonly ListedReport[]; labelledBy: string }) {
  return (
    <Table
      labelledBy={labelledBy}
      columns={[
        { key: "report", head: "Report", width: "w-[48%]" },
        { key: "body", head: "Committee", width: "w-[20%]" },
        { key: "meeting", head: "Meeting", width: "w-[16%]" },
        { key: "state", head: "State" },
      ]}
    >
      <TableRows>
        {reports.map(({ id, slug, title, status, body, meeting, authors }) => (
          <Row key={id}>
            <RowHead>
              <a href={`/office/reports/${slug}`}>{title}</a>
              <Meta as="div">{authors.map(({ person }) => person.name).join(", ")}</Meta>
            </RowHead>
            <Cell label="Committee">{body.shortName}</Cell>
            <Cell label="Meeting">{meeting ? formatDate(meeting.date) : <Gap>Not settled</Gap>}</Cell>
            <Cell label="State">
              <ReportTag status={status} />
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
