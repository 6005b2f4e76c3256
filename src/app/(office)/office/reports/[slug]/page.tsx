import { typedText } from "@/app/_lib/form-values";
import { orNotFound } from "@/app/_lib/or-not-found";
import { DocumentLine } from "@/app/_record/document-links";
import { FrontSheetFacts } from "@/app/_record/front-sheet-facts";
import { Paragraphs } from "@/app/_record/paragraphs";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { targetsOf } from "@/domain/reports/check-references";
import type { AnchoredText } from "@/domain/reports/numbered-paragraphs";
import { changesBetween } from "@/domain/reports/report-changes";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { listHistory, type RecordedStep } from "@/server/audit/history";
import { getReportDesk, type ReportDesk } from "@/server/reports/office";
import { reportSteps } from "@/server/reports/steps";
import type { Offered } from "@/server/workflow/steps";
import { Empty } from "@/ui/empty";
import { Notice } from "@/ui/notice";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { officeMetadata, officePage } from "../../../_lib/office-page";
import { RecordHistory } from "../../../_lib/record-history";
import { StepsPanel } from "../../../_steps/steps-panel";
import { ReportTag } from "../report-tag";
import { CheckPanel } from "./check-panel";
import { shownCheck } from "./check-words";
import { Comments } from "./comments";
import { ReportChanges } from "./report-changes";
import { SHEET_FORM, TEXT_FORM } from "./report-forms";
import { ReportSide } from "./report-side";
import { SinceRead } from "./since-read";
import { WordSheetForm } from "./word-sheet-form";
import { SheetForm, TextForms, versionTyped, WordFileForm } from "./writing-forms";

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
  comment: "commented on it",
};

/** Whoever only looks at it for one step says so where they record what came of it, and returns it there. */
const withoutReturn = (offered: Offered, { clearanceFields, mayReturnBesides }: ReportDesk): Offered =>
  clearanceFields && !mayReturnBesides
    ? { ...offered, steps: offered.steps.filter(({ name }) => name !== "returnToAuthor") }
    : offered;

const PREVIEW = { typed: "Preview: as it will be numbered", together: "Both versions put together" } as const;

/** What putting two versions together adds to what is saved. */
function Together({ report, paragraphs }: { report: ReportDesk; paragraphs: readonly AnchoredText[] }) {
  const { frontSheet, rules } = report.subject;
  const saved = { title: report.title, frontSheet, paragraphs: report.text?.numbered ?? [] };
  const title = typedText(report.drafts.get(TEXT_FORM)?.values, "title", report.title);
  const changes = changesBetween(saved, { title, frontSheet, paragraphs }, rules.template);
  return (
    <>
      <p className="max-w-measure py-2">
        Nothing of this is saved yet: it stands in the field above, and “Save the text” saves it.{" "}
        {changes.length > 0 ? "This is what you change of what is saved now:" : "It says what is saved already."}
      </p>
      {changes.length > 0 ? <ReportChanges changes={changes} /> : null}
      <h3 className="mt-5 font-semibold">As it will be numbered</h3>
    </>
  );
}

/** Why it is with its author again. */
function Returned({ history }: { history: readonly RecordedStep[] }) {
  const last = history.find(({ verb }) => verb === "returnToAuthor");
  if (!last) return null;
  return (
    <Notice tone="warn" title={`${last.by} returned this report on ${formatDate(last.happenedOn)}`}>
      <p className="whitespace-pre-line">{last.reason}</p>
      <p className="text-note text-ink-2">
        Change it, and send it for clearance again: everybody then looks at it anew.
      </p>
    </Notice>
  );
}

export default officePage<Address>(async (person, { slug }, { preview, together, refused }) => {
  const scope = readScope(person);
  const report = await orNotFound(getReportDesk(person, slug));
  if (report.isRestricted && report.text) await recordRestrictedViews(person.personId, "report", [report.id]);
  const [offered, history] = await Promise.all([
    reportSteps.offer(person, report.id),
    listHistory(scope, reportWorkflow, report),
  ]);
  const { drafts, work } = report;
  const here = `/office/reports/${slug}` as const;
  const record = { id: report.id, version: report.version };
  const isPreview = preview === "text" && report.textFields !== null && drafts.has(TEXT_FORM);
  const saved = report.text?.numbered ?? [];
  const shown = isPreview ? (work?.typed?.paragraphs ?? saved) : saved;
  // While the front sheet is a form, nothing of it stands on the page to be led to.
  const targets = targetsOf({
    paragraphs: shown,
    frontSheet: report.sheetFields ? {} : report.subject.frontSheet,
    appendices: [],
  });
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
          {report.status === "draft" ? <Returned history={history} /> : null}
          {report.text ? <DocumentLine of="report" at={here} says="As it is saved" /> : null}
          {work ? <SinceRead work={work} record={record} here={here} /> : null}
          <WordFileForm report={report} here={here} isRefused={refused === report.id} />
          <WordSheetForm
            report={report}
            version={versionTyped(drafts.get(SHEET_FORM), report.sheetVersion)}
            here={here}
            isTyping={drafts.has(SHEET_FORM)}
          />
          {report.sheetFields ? (
            <SheetForm report={report} here={here} personId={person.personId} />
          ) : (
            <OfficeSection id="front-sheet" title="Front sheet">
              {report.text ? (
                <FrontSheetFacts
                  template={report.subject.rules.template}
                  sheet={report.text.frontSheet}
                  targets={targets}
                />
              ) : (
                <Empty what="Not open to you.">
                  It is not for publication, and your seats and posts do not open it.
                </Empty>
              )}
            </OfficeSection>
          )}
          {report.textFields ? <TextForms report={report} here={here} personId={person.personId} /> : null}
          {shown.length > 0 ? (
            <OfficeSection
              id={isPreview ? "preview" : "report"}
              title={
                isPreview
                  ? PREVIEW[together === "yes" ? "together" : "typed"]
                  : report.textFields
                    ? "As it is numbered"
                    : "Report"
              }
            >
              {isPreview && together !== "yes" ? (
                <p className="py-2">Not saved yet. What you typed stands in the field above.</p>
              ) : null}
              {isPreview && together === "yes" ? <Together report={report} paragraphs={shown} /> : null}
              <Paragraphs paragraphs={shown.map((each) => ({ ...each, id: each.anchor }))} targets={targets} />
            </OfficeSection>
          ) : null}
          {work ? <Comments work={work} report={report} here={here} /> : null}
        </Main>
        <Side labelledBy={offered.steps.length > 0 ? "steps" : "about"}>
          <StepsPanel offered={withoutReturn(offered, report)} back={here} drafts={drafts} />
          {work?.typed ? (
            <OfficeSection id="check" title="What to look at">
              <CheckPanel
                findings={shownCheck(work.findings)}
                fieldId={report.sheetFields ? "sheet-sheet-" : "front-"}
              />
            </OfficeSection>
          ) : null}
          <ReportSide report={report} record={record} here={here} drafts={drafts} />
        </Side>
        <Foot>
          <RecordHistory lines={history} verbs={VERBS} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});
