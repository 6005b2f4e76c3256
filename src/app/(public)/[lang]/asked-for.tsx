import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { type TrackerFigures, trackerFigures } from "@/domain/recommendations/tracker";
import type { TrackedClause } from "@/server/recommendations/queries";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";

/** What was asked for this municipal year and what came of it, in figures. */
export function AskedFor({
  clauses,
  areMore,
  year,
  today,
}: {
  clauses: readonly TrackedClause[];
  areMore: boolean;
  year: string;
  today: PlainDate;
}) {
  if (clauses.length === 0) return <p>Nothing has been recommended in {year} yet.</p>;
  const figures = trackerFigures(
    clauses.map(({ facts, recommendation }) => ({ facts, agreedOn: recommendation.agreedOn })),
    today,
  );
  const recipients = new Set(clauses.map(({ recipient, recipientName }) => recipient?.shortName ?? recipientName));
  const [only] = recipients;
  const days = new Set(clauses.map(({ recommendation }) => recommendation.agreedOn));
  return (
    <>
      <Facts row>
        <Fact term={recipients.size === 1 && only ? `Asked of ${only}` : "Asked"}>
          <b>{figures.asked}</b> {figures.asked === 1 ? "clause" : "clauses"}
        </Fact>
        <Fact term="Answered">
          <b>{figures.answered}</b>
          {daysWords(figures)}
        </Fact>
        <Fact term="Changed in substance">
          <b>{figures.changedInSubstance || "None"}</b>
        </Fact>
        <Fact term="Without a date">
          {figures.withoutDate > 0 ? <Gap tone="stop">{figures.withoutDate}</Gap> : "None"}
        </Fact>
        <Fact term="Overdue">
          {figures.overdue > 0 ? (
            <Gap tone="stop">
              <a href="/recommendations/overdue">{figures.overdue}</a>
            </Gap>
          ) : (
            "None"
          )}
        </Fact>
      </Facts>
      <p className="mt-2 text-note text-ink-2">
        {areMore ? `The latest ${clauses.length} of ${year}.` : null}{" "}
        {days.size === 1
          ? `All were made on ${formatDate(clauses[0]?.recommendation.agreedOn ?? today)}.`
          : `Made in ${year}.`}{" "}
        {figures.withNotice === 0 ? "No notice to the recipient is on record, so no statutory clock ran." : null}
      </p>
    </>
  );
}

/** ", after 13 days", ", after 13 to 40 days" */
function daysWords({ daysToAnswer }: TrackerFigures): string {
  if (!daysToAnswer) return "";
  const { least, most } = daysToAnswer;
  return least === most ? `, after ${least} ${least === 1 ? "day" : "days"}` : `, after ${least} to ${most} days`;
}
