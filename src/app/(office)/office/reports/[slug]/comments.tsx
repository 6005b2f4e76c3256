import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { CLEARANCE_STEPS } from "@/domain/reports/report";
import type { ReportWork } from "@/server/reports/desk-work";
import type { ReportDesk } from "@/server/reports/office";
import { Empty } from "@/ui/empty";
import { Meta } from "@/ui/meta";
import { OfficeSection } from "@/ui/page";
import { asList } from "@/ui/roles";
import { RecordForm } from "../../../_forms/record-form";
import { commentOnReportAction } from "./actions";

/** What was said of it by those who write and clear it, newest first. */
export function Comments({
  work: { comments, commentFields },
  report,
  here,
}: {
  work: ReportWork;
  report: ReportDesk;
  here: `/office/${string}`;
}) {
  if (comments.length === 0 && !commentFields) return null;
  return (
    <OfficeSection id="comments" title="Comments" aside={String(comments.length)}>
      {comments.length === 0 ? (
        <Empty what="No comments.">Those who write and clear it read them, and nobody else.</Empty>
      ) : (
        <ol {...asList} className="divide-y divide-line">
          {comments.map(({ id, by, at, step, versionNumber, text }) => (
            <li key={id} className="max-w-measure py-3">
              <Meta as="div">
                {by ?? "Somebody"}
                {step ? `, for ${CLEARANCE_STEPS[step]}` : null}, {formatDate(londonDate(at))} at{" "}
                {formatTime(londonTime(at))}
                {versionNumber > 0 ? (
                  <>
                    , of <a href={`${here}/versions/${versionNumber}`}>version {versionNumber}</a>
                  </>
                ) : null}
              </Meta>
              <p className="whitespace-pre-line">{text}</p>
            </li>
          ))}
        </ol>
      )}
      {commentFields ? (
        <RecordForm
          action={commentOnReportAction}
          prefix="comment"
          record={{ id: report.id, version: report.version }}
          back={here}
          onceKey={crypto.randomUUID()}
          fields={commentFields}
          kept={report.drafts.get("report/comment")?.values}
          button="Comment"
          second
          notDone="Not sent"
        />
      ) : null}
    </OfficeSection>
  );
}
