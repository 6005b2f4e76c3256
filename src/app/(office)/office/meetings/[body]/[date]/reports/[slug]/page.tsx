import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { fileLabel } from "@/app/_lib/file-label";
import { orNotFound } from "@/app/_lib/or-not-found";
import { Appendices } from "@/app/_record/appendices";
import { DocumentLine } from "@/app/_record/document-links";
import { FrontSheetFacts } from "@/app/_record/front-sheet-facts";
import { Contents, Paragraphs } from "@/app/_record/paragraphs";
import { ReportFacts } from "@/app/_record/report-facts";
import { targetsOn } from "@/app/_record/report-targets";
import { ReportWithheld } from "@/app/_record/report-withheld";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { getReport } from "@/server/reports/queries";
import { LinkButton } from "@/ui/button";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { officePage } from "../../../../../../_lib/office-page";
import { officeItem, officeMeeting } from "../../../../meeting-places";

export const metadata: Metadata = { title: "Report" };

type Params = { body: string; date: string; slug: string };

export default officePage<Params>(async (person, { body: bodySlug, date, slug }) => {
  const report = await orNotFound(getReport(readScope(person), slug));
  const { body, meeting, item, text, paper } = report;
  if (meeting?.slug !== date || meeting.body.slug !== bodySlug) notFound();
  if (report.isRestricted) await recordRestrictedViews(person.personId, "report", [report.id]);

  const targets = targetsOn(report);
  const headings = text?.numbered.filter(({ heading }) => heading) ?? [];
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={report.title}
            tag={
              <>
                <Tag tone={report.status === "withdrawn" ? "quiet" : "done"}>
                  {reportWorkflow.statuses[report.status].label}
                </Tag>
                {report.isRestricted ? <Tag tone="held">Not for publication</Tag> : null}
              </>
            }
            actions={
              paper?.file ? (
                <LinkButton second href={`/papers/${paper.file.id}`}>
                  {fileLabel(paper.file)}
                </LinkButton>
              ) : undefined
            }
          >
            {paper?.byAsPrinted ? <>By {paper.byAsPrinted}. </> : null}
            {item?.number ? <a href={officeItem(meeting.body, meeting, item.number)}>Item {item.number}</a> : null}
          </OfficeHead>
          {text ? <DocumentLine of="report" at={`/office/reports/${slug}`} says="As you read it here" /> : null}
          {text ? (
            <>
              <OfficeSection id="front-sheet" title="Front sheet">
                <FrontSheetFacts template={body.frontSheet} sheet={text.frontSheet} targets={targets} />
              </OfficeSection>
              {text.numbered.length > 0 ? (
                <OfficeSection id="report" title="Report">
                  <Paragraphs paragraphs={text.numbered} targets={targets} />
                </OfficeSection>
              ) : null}
            </>
          ) : (
            <OfficeSection id="report" title="Report">
              <ReportWithheld report={report} />
            </OfficeSection>
          )}
          {item && item.appendices.length > 0 ? (
            <OfficeSection id="appendices" title="Appendices">
              <Appendices appendices={item.appendices} />
            </OfficeSection>
          ) : null}
        </Main>
        <Side labelledBy="facts">
          <OfficeSection id="facts" title="In short">
            <ReportFacts report={report} today={person.day} />
          </OfficeSection>
          {headings.length > 1 ? (
            <OfficeSection id="contents" title="Contents">
              <Contents paragraphs={headings} />
            </OfficeSection>
          ) : null}
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});
