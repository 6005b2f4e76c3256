import { distance } from "@/domain/calendar/distance";
import { formatDate, formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { ReportPage } from "@/server/reports/queries";
import { Due } from "@/ui/due";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";

/** Date of the meeting, officers as printed, pages, and dates set by others. */
export function ReportFacts({ report, today }: { report: ReportPage; today: PlainDate }) {
  const { meeting, authors, paper, outsideDates, body } = report;
  const dated = paper?.datedAsPrinted;
  return (
    <Facts>
      <Fact term="Committee">{body.shortName}</Fact>
      <Fact term="Meeting">{meeting ? formatFullDate(meeting.date) : <Gap>Not given</Gap>}</Fact>
      <Fact term={authors.length === 1 ? "Officer" : "Officers"}>
        {authors.length > 0 ? (
          authors.map(({ person, titleAsPrinted }) => (
            <span key={person.slug} className="block not-first:mt-1.5">
              <a href={`/people/${person.slug}`}>{person.name}</a>, {titleAsPrinted}
            </span>
          ))
        ) : (
          <Gap>Not given</Gap>
        )}
      </Fact>
      {dated ? <Fact term="Dated">{dated}</Fact> : null}
      {paper?.pageFrom ? <Fact term="Pages">{pagesOf(paper.pageFrom, paper.pageTo)} of the pack</Fact> : null}
      {outsideDates.map(({ on, what }) => (
        <Fact key={`${on}${what}`} term="Outside deadline">
          {what}, {formatDate(on)}
          <br />
          <Due state={on < today ? "met" : "ahead"} distance={on < today ? "gone by" : distance(on, today).words} />
          {meeting && on < meeting.date ? (
            <span className="block">
              <Gap>Falls before the committee meets</Gap>
            </span>
          ) : null}
        </Fact>
      ))}
    </Facts>
  );
}

/** "41 to 48", "From 27" where the last page is not known. */
function pagesOf(from: number, to: number | null): string {
  if (to === null) return `From ${from}`;
  return to === from ? `${from}` : `${from} to ${to}`;
}
