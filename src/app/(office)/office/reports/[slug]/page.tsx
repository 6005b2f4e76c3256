import { orNotFound } from "@/app/_lib/or-not-found";
import { FrontSheetFacts } from "@/app/_record/front-sheet-facts";
import { Paragraphs } from "@/app/_record/paragraphs";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { listHistory } from "@/server/audit/history";
import { listDrafts } from "@/server/forms/drafts";
import { getReportDesk } from "@/server/reports/office";
import { reportSteps } from "@/server/reports/steps";
import { Empty } from "@/ui/empty";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { RecordForm } from "../../../_forms/record-form";
import { officeMetadata, officePage } from "../../../_lib/office-page";
import { RecordHistory } from "../../../_lib/record-history";
import { StepsPanel } from "../../../_steps/steps-panel";
import { ReportTag } from "../report-tag";
import { fillFrontSheetAction, writeReportAction } from "./actions";
import { ReportSide } from "./report-side";

type Address = { slug: string };

export const generateMetadata = officeMetadata<Address>(async (person, { slug }) => ({
  title: (await orNotFound(getReportDesk(person, slug))).title,
}));

const VERBS = {
  commission: "commissioned it",
  write: "wrote in it",
  fillFrontSheet: "filled in the front sheet",
  restrict: "proposed whether it is for publication",
  signRestriction: "signed the restriction",
  recordClearance: "recorded a clearance",
};

export default officePage<Address>(async (person, { slug }) => {
  const scope = readScope(person);
  const report = await orNotFound(getReportDesk(person, slug));
  if (report.isRestricted && report.text) await recordRestrictedViews(person.personId, "report", [report.id]);
  const [offered, drafts, history] = await Promise.all([
    reportSteps.offer(person, report.id),
    listDrafts(scope, report.id),
    listHistory(scope, reportWorkflow, report),
  ]);
  const here = `/office/reports/${slug}` as const;
  const record = { id: report.id, version: report.version };
  return (
    <OfficePage crumbs={[{ href: "/office/reports", label: "Reports" }]}>
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={report.title}
            tag={
              <>
                <ReportTag status={report.status} />
                {report.isRestricted ? <Tag tone="held">Not for publication</Tag> : null}
              </>
            }
            actions={report.audience === "public" ? <a href={`/reports/${slug}`}>As the public sees it</a> : undefined}
          >
            {report.authors.map(({ person, titleAsPrinted }) => `${person.name}, ${titleAsPrinted}`).join("; ")}.{" "}
            {report.body.shortName}
            {report.meeting ? `, ${formatDate(report.meeting.date)}` : null}.
          </OfficeHead>
          <OfficeSection id="front-sheet" title="Front sheet">
            {report.sheetFields ? (
              <RecordForm
                action={fillFrontSheetAction}
                prefix="sheet"
                record={record}
                back={here}
                onceKey={crypto.randomUUID()}
                fields={report.sheetFields}
                kept={drafts.get("report/front-sheet")?.values}
                button="Save the front sheet"
              />
            ) : report.text ? (
              <FrontSheetFacts template={report.subject.rules.template} sheet={report.text.frontSheet} />
            ) : (
              <Empty what="Not open to you.">It is not for publication, and your seats and posts do not open it.</Empty>
            )}
          </OfficeSection>
          {report.textFields ? (
            <OfficeSection id="text" title="Title and text">
              <RecordForm
                action={writeReportAction}
                prefix="text"
                record={record}
                back={here}
                onceKey={crypto.randomUUID()}
                fields={report.textFields}
                kept={drafts.get("report/text")?.values}
                button="Save the text"
              />
            </OfficeSection>
          ) : null}
          {report.text && report.text.numbered.length > 0 ? (
            <OfficeSection id="report" title={report.textFields ? "As it is numbered" : "Report"}>
              <Paragraphs paragraphs={report.text.numbered} />
            </OfficeSection>
          ) : null}
        </Main>
        <Side labelledBy={offered.steps.length > 0 ? "steps" : "about"}>
          <StepsPanel offered={offered} back={here} drafts={drafts} />
          <ReportSide report={report} record={record} here={here} drafts={drafts} />
        </Side>
        <Foot>
          <RecordHistory lines={history} verbs={VERBS} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});
