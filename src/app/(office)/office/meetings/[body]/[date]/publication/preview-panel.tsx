import { AgendaList } from "@/app/_record/agenda-list";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import type { Preview } from "@/server/meetings/publication-preview";
import { Meta } from "@/ui/meta";
import { OfficeSection } from "@/ui/page";

/** The public agenda as it will look: read as the public reads it. */
export function PreviewPanel({
  preview,
  today,
  calendar,
}: {
  /** Null while something stops the publication. */
  preview: Preview | null;
  today: PlainDate;
  calendar: CouncilCalendar;
}) {
  return (
    <OfficeSection id="preview" title="As the public will read it">
      {preview ? (
        <>
          <Meta className="mt-1">
            If it went up now: {whenAndWhere(preview)}. What is restricted or held back shows its place, as here.
          </Meta>
          <AgendaList meeting={preview.meeting} today={today} calendar={calendar} questions={preview.questions} />
        </>
      ) : (
        <p className="mt-1">It is shown here once nothing stops the publication.</p>
      )}
    </OfficeSection>
  );
}

const whenAndWhere = ({ meeting: { date, startTime, place } }: Preview) =>
  [formatFullDate(date), startTime && formatTime(startTime), place].filter(Boolean).join(", ");
