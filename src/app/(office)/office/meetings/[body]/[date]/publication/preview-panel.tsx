import { AgendaList } from "@/app/_record/agenda-list";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import type { MeetingPage } from "@/server/meetings/queries";
import { Meta } from "@/ui/meta";
import { OfficeSection } from "@/ui/page";

/** The public agenda as it will look: read as the public reads it. */
export function PreviewPanel({
  preview,
  today,
  calendar,
}: {
  /** Null while something stops the publication. */
  preview: MeetingPage | null;
  today: PlainDate;
  calendar: CouncilCalendar;
}) {
  return (
    <OfficeSection id="preview" title="As the public will read it">
      {preview ? (
        <>
          <Meta className="mt-1">
            If it went up now: {formatFullDate(preview.date)},{" "}
            {[preview.startTime && formatTime(preview.startTime), preview.place].filter(Boolean).join(", ")}. What is
            restricted or held back shows its place, as here.
          </Meta>
          <AgendaList meeting={preview} today={today} calendar={calendar} />
        </>
      ) : (
        <p className="mt-1">It is shown here once nothing stops the publication.</p>
      )}
    </OfficeSection>
  );
}
