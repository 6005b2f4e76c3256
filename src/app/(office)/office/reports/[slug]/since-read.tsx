import type { ReportWork } from "@/server/reports/desk-work";
import { OfficeSection } from "@/ui/page";
import { RecordForm } from "../../../_forms/record-form";
import { readReportAction } from "./actions";
import { ReportChanges } from "./report-changes";

/** What changed since the reader last cleared it, commented on it or said that they had read it. */
export function SinceRead({
  work,
  record,
  here,
}: {
  work: ReportWork;
  record: { id: string; version: number };
  here: `/office/${string}`;
}) {
  const { changes, readUpTo, latest, commentFields } = work;
  if (latest === 0 || readUpTo === latest) return null;
  const isNew = readUpTo === null;
  return (
    <OfficeSection
      id="since"
      title={isNew ? "You have not read it yet" : "What changed since you last read it"}
      aside={isNew ? `Version ${latest}` : `Version ${readUpTo} to ${latest}`}
    >
      {changes && changes.length > 0 ? <ReportChanges changes={changes} page={here} /> : null}
      {changes?.length === 0 ? <p className="py-2">It says what it said then.</p> : null}
      {commentFields ? (
        <RecordForm
          action={readReportAction}
          prefix="read"
          record={record}
          back={here}
          onceKey={crypto.randomUUID()}
          fields={[]}
          kept={undefined}
          button="I have read it"
          second
          notDone="Not noted"
        >
          <input type="hidden" name="read" value={latest} />
        </RecordForm>
      ) : null}
    </OfficeSection>
  );
}
