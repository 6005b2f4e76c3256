import type { ReportDesk } from "@/server/reports/office";
import { Button } from "@/ui/button";
import { Gap } from "@/ui/gap";
import { Notice } from "@/ui/notice";
import { OfficeSection } from "@/ui/page";
import { Versions } from "@/ui/versions";
import { RecordForm } from "../../../_forms/record-form";
import { takeWordSheetAction } from "./actions";

/** What the front sheet of the Word file says, beside what stands here: to be looked at and chosen from before any of it is saved. */
export function WordSheetForm({
  report,
  version,
  here,
  isTyping,
}: {
  report: ReportDesk;
  /** Of the front sheet, as the reader saw it. */
  version: number;
  here: `/office/${string}`;
  isTyping: boolean;
}) {
  const { wordSheet } = report;
  if (!wordSheet) return null;
  const { choices, notes, unread } = wordSheet;
  return (
    <OfficeSection id="from-word" title="The front sheet of the Word file">
      <p className="max-w-measure py-2">
        {choices.length > 0
          ? "Nothing of it is saved yet. A field that is blank here takes what the file says; where something stands already it stays, unless you choose the file."
          : "It says nothing that does not stand here already."}
        {isTyping && choices.length > 0
          ? " What you typed into the front sheet below and did not save yet is saved with it."
          : null}
      </p>
      <div className="grid gap-3">
        {notes.length > 0 ? (
          <Notice tone="warn" title="It does not quite fit this report" level={3}>
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </Notice>
        ) : null}
        {unread.length > 0 ? (
          <Notice shape="change" title="Not taken over: the front sheet here has no such field" level={3}>
            {unread.map((row) => (
              <p key={row} className="whitespace-pre-line">
                {row}
              </p>
            ))}
          </Notice>
        ) : null}
      </div>
      <RecordForm
        action={takeWordSheetAction}
        prefix="from-word"
        record={{ id: report.id, version }}
        back={here}
        onceKey={crypto.randomUUID()}
        fields={[]}
        kept={undefined}
        button={choices.length > 0 ? "Save what is chosen" : "Put it away"}
        more={
          choices.length > 0 ? (
            <Button second name="leave" value="yes">
              Leave the front sheet as it is
            </Button>
          ) : undefined
        }
      >
        {choices.length > 0 ? (
          <Versions
            label="The front sheet here and that of the Word file"
            mineHead="Stands here"
            theirsHead="The Word file"
            short={{ mine: "Here", theirs: "File" }}
            lines={choices.map(({ name, label, here: stands, file, isBlank }) => ({
              ...{ name, field: label, chosen: isBlank ? "theirs" : "mine" },
              mine: stands ? <span className="whitespace-pre-line">{stands}</span> : <Gap>Blank</Gap>,
              theirs: <span className="whitespace-pre-line">{file}</span>,
            }))}
          />
        ) : (
          <input type="hidden" name="leave" value="yes" />
        )}
        {choices.map(({ fileName, file }) => (
          <input key={fileName} type="hidden" name={fileName} value={file} />
        ))}
      </RecordForm>
    </OfficeSection>
  );
}
