import { NoticeWorking } from "@/app/_record/public-notice";
import type { ReadScope } from "@/domain/access/read-scope";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { noticeGiven } from "@/domain/meetings/meeting-notice";
import type { MeetingPage } from "@/server/meetings/queries";
import { OfficeSection } from "@/ui/page";

/** What is not for publication here, whether this reader is given it, and the notice that the public had. */
export function ReadingPanel({
  meeting,
  scope,
  calendar,
}: {
  meeting: MeetingPage;
  scope: ReadScope;
  calendar: CouncilCalendar;
}) {
  const papers = [...meeting.papers, ...meeting.agenda.flatMap((item) => item.papers)];
  const restricted = papers.filter(({ restriction, takenDownAt }) => restriction !== "public" && takenDownAt === null);
  const open = restricted.filter(({ file }) => file !== null).length;
  const verdict = meeting.publishedAt && noticeGiven(meeting.publishedAt, meeting, calendar);
  return (
    <>
      <OfficeSection id="reading" title="Not for publication">
        <p className="mt-1">{wordsFor(restricted.length, open, scope.barred)}</p>
      </OfficeSection>
      {verdict ? (
        <OfficeSection id="notice" title="Public notice">
          <div className="mt-1">
            <NoticeWorking verdict={verdict} publishBy={meeting.body.publishBy} />
          </div>
        </OfficeSection>
      ) : null}
    </>
  );
}

function wordsFor(restricted: number, open: number, barred: boolean): string {
  if (restricted === 0) return "Nothing here is kept from the public.";
  const papers = restricted === 1 ? "One paper" : `${restricted} papers`;
  if (barred) return `${papers}. The administrator reads none of them.`;
  if (open === 0) return `${papers}. Your seats and posts do not open ${restricted === 1 ? "it" : "them"}.`;
  const yours = open === restricted ? "You may read" : `You may read ${open} of them`;
  return `${papers}. ${yours}${open === restricted ? (restricted === 1 ? " it" : " them") : ""}; that you did is recorded.`;
}
