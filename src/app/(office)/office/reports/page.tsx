import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { londonDate } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { asksForChanges, stepsAwaiting } from "@/domain/reports/clearance-queue";
import { CLEARANCE_STEPS } from "@/domain/reports/report";
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
            <Reports
              reports={own}
              labelledBy={id}
              waits={id === "clear" ? (report) => waitsFor(person, report) : undefined}
            />
          </OfficeSection>
        ),
      )}
      {reports.length === 0 ? <Empty what="No reports yet.">They are listed once they are commissioned.</Empty> : null}
    </OfficePage>
  );
});

const OUT = ["published", "considered", "replaced", "withdrawn"];

/** Mine to write, then what waits for me, then what others do, then what is out. */
function sectionsFor(person: Person, reports: readonly ListedReport[]) {
  const isOut = ({ status }: ListedReport) => OUT.includes(status);
  const isMine = (report: ListedReport) => !isOut(report) && report.keepers.includes(person.personId);
  const isToClear = (report: ListedReport) => !isOut(report) && waitsFor(person, report).length > 0;
  const others = (report: ListedReport) => !isOut(report) && !isMine(report) && !isToClear(report);
  return [
    { id: "mine", title: "Yours", own: reports.filter((report) => isMine(report) && !isToClear(report)) },
    { id: "clear", title: "Waiting for you", own: reports.filter(isToClear) },
    { id: "others", title: "With others", own: reports.filter(others) },
    { id: "out", title: "Published", own: reports.filter(isOut) },
  ];
}

/** What of a report waits for somebody, and since when: a step of its clearance, its signature, or to be cleared for publication. */
function waitsFor(person: Person, report: ListedReport): { words: string; since: Date | null }[] {
  const steps = stepsAwaiting(person, report).map(({ step, since }) => ({
    words: `Clearance for ${CLEARANCE_STEPS[step]}`,
    since,
  }));
  if (steps.length > 0) return steps;
  const last = report.clearances.flatMap(({ at }) => at ?? []).sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
  if (report.status === "in_clearance" && can(person, "report.sign-off", report))
    return [{ words: "Signature", since: last }];
  if (["signed_off", "received"].includes(report.status) && can(person, "report.clear", report))
    return [{ words: asksForChanges(report) ? "Changes are asked for" : "To be cleared for publication", since: last }];
  return [];
}

function Reports({
  reports,
  labelledBy,
  waits,
}: {
  reports: readonly ListedReport[];
  labelledBy: string;
  waits: ((report: ListedReport) => { words: string; since: Date | null }[]) | undefined;
}) {
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
        {reports.map((report) => {
          const { id, slug, title, status, body, meeting, authors } = report;
          return (
            <Row key={id}>
              <RowHead>
                <a href={`/office/reports/${slug}`}>{title}</a>
                <Meta as="div">{authors.map(({ person }) => person.name).join(", ")}</Meta>
              </RowHead>
              <Cell label="Committee">{body.shortName}</Cell>
              <Cell label="Meeting">{meeting ? formatDate(meeting.date) : <Gap>Not settled</Gap>}</Cell>
              <Cell label="State">
                <ReportTag status={status} />
                {status === "draft" && asksForChanges(report) ? <Meta as="div">Returned, to be changed</Meta> : null}
                {waits?.(report).map(({ words, since }) => (
                  <Meta key={words} as="div">
                    {words}
                    {since ? `, since ${formatDate(londonDate(since))}` : null}
                  </Meta>
                ))}
              </Cell>
            </Row>
          );
        })}
      </TableRows>
    </Table>
  );
}
