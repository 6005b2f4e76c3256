import { typedText } from "@/app/_lib/form-values";
import { londonTime } from "@/domain/calendar/london-time";
import { formatTime } from "@/domain/calendar/plain-time";
import { acceptedNames } from "@/domain/papers/upload";
import type { KeptDraft } from "@/server/forms/drafts";
import type { ReportDesk } from "@/server/reports/office";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { OfficeSection } from "@/ui/page";
import { RecordForm } from "../../../_forms/record-form";
import { uploadState } from "../../../_forms/upload-answer";
import { UploadForm } from "../../../_forms/upload-form";
import { fillFrontSheetAction, writeReportAction } from "./actions";
import { LivePreview } from "./live-preview";
import { PasteFromWord } from "./paste-from-word";
import { SHEET_FORM, TEXT_FORM, WORD_FORM } from "./report-forms";

type Writing = { report: ReportDesk; here: `/office/${string}`; personId: string };

/** The front sheet, to be filled in. */
export function SheetForm({ report, here, personId }: Writing) {
  if (!report.sheetFields) return null;
  const kept = report.drafts.get(SHEET_FORM);
  return (
    <OfficeSection id="front-sheet" title="Front sheet">
      <Overtaken kept={kept} current={report.sheetVersion} here={here} />
      <RecordForm
        action={fillFrontSheetAction}
        prefix="sheet"
        record={{ id: report.id, version: versionTyped(kept, report.sheetVersion) }}
        back={here}
        onceKey={crypto.randomUUID()}
        fields={report.sheetFields}
        kept={kept?.values}
        button="Save the front sheet"
        keeps={keepsAt(`${here}/draft?part=sheet`, `${SHEET_FORM} ${report.id} ${personId}`, kept)}
      />
    </OfficeSection>
  );
}

/** What most reports begin with: a Word file, for the text and the front sheet. */
export function WordFileForm({ report, here, isRefused }: Omit<Writing, "personId"> & { isRefused: boolean }) {
  if (!report.textFields) return null;
  const kept = report.drafts.get(WORD_FORM)?.values;
  const isBegun = report.text !== null && report.text.numbered.length > 0;
  const form = (
    <UploadForm
      action={`${here}/upload`}
      prefix="word"
      record={{ id: report.id, version: report.textVersion }}
      onceKey={crypto.randomUUID()}
      fields={[]}
      kept={kept}
      state={uploadState(kept, isRefused)}
      fileLabel="Word file"
      fileHint={`A .docx. Its text becomes the text of the report${isBegun ? " in the place of what stands there, which stays as a version" : ""}; what its front sheet says is shown beside the fields, to choose from`}
      accept={acceptedNames(["docx"])}
      button="Take the text from the file"
      second
      notDone="Not taken"
    />
  );
  return (
    <OfficeSection id="word" title="From a Word file">
      {isBegun ? (
        <details open={isRefused} className="border-line border-b py-2">
          <summary className="font-semibold">Take the text from a Word file again</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </OfficeSection>
  );
}

/** The text: pasted from Word, or written here, with a preview of how it will be numbered. */
export function TextForms({ report, here, personId }: Writing) {
  if (!report.textFields) return null;
  const kept = report.drafts.get(TEXT_FORM);
  const typedUpon = versionTyped(kept, report.textVersion);
  return (
    <OfficeSection id="text" title="Title and text">
      <Overtaken kept={kept} current={report.textVersion} here={here} isText />
      <div id="writing" className="xl:grid xl:grid-cols-2 xl:gap-x-5">
        <div className="min-w-0">
          <RecordForm
            action={writeReportAction}
            prefix="text"
            record={{ id: report.id, version: typedUpon }}
            back={here}
            onceKey={crypto.randomUUID()}
            fields={report.textFields}
            kept={kept?.values}
            button="Save the text"
            more={
              <>
                <Button second name="preview" value="yes">
                  Preview
                </Button>
                {typedUpon === report.textVersion ? null : <MergeButton />}
              </>
            }
            ifOvertaken={typedUpon === report.textVersion ? <MergeButton /> : null}
            keeps={keepsAt(`${here}/draft?part=text`, `${TEXT_FORM} ${report.id} ${personId}`, kept)}
          >
            <input type="hidden" name="began" value={typedText(kept?.values, "began", String(typedUpon))} />
            <PasteFromWord address={`${here}/paste`} />
          </RecordForm>
        </div>
        <LivePreview slug={report.slug} formId="writing" brought={`${report.textVersion} ${kept?.savedAt.getTime()}`} />
      </div>
    </OfficeSection>
  );
}

/** What is typed is kept first; what comes back stands in its place, to be looked at and saved. */
const MergeButton = () => (
  <Button second name="merge" value="yes" data-rewrites="">
    Put both versions together
  </Button>
);

/** What was typed was typed upon the version that stood there then. */
export const versionTyped = (kept: KeptDraft | undefined, current: number): number => {
  const typed = Number(kept?.values.version);
  return kept && Number.isInteger(typed) ? typed : current;
};

/** Somebody saved what the reader is typing into. */
function Overtaken({
  kept,
  current,
  here,
  isText = false,
}: {
  kept: KeptDraft | undefined;
  current: number;
  here: string;
  isText?: boolean;
}) {
  const typed = versionTyped(kept, current);
  if (typed === current) return null;
  return (
    <Notice tone="warn" title="Somebody saved this while you were typing" level={3}>
      <p>
        What you typed is kept below. <a href={`${here}/versions/${current}?from=${typed}`}>What they changed</a>:{" "}
        {isText
          ? "“Put both versions together” does so paragraph by paragraph, and shows it before it is saved."
          : "take it over into yours before you save, which asks you once more."}
      </p>
    </Notice>
  );
}

const keepsAt = (address: string, here: string, kept: KeptDraft | undefined) => ({
  address,
  here,
  saved: kept ? `Typing kept at ${formatTime(londonTime(kept.savedAt))}` : null,
});
