import { daysBetween, formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { isAcceptance } from "@/domain/recommendations/response";
import type { TrackedClause } from "@/server/recommendations/queries";
import { BarChart } from "@/ui/chart";

/** More bars than this say less. */
const MOST_BARS = 6;

/** How the latest recommendations were answered: bars and the same in figures. */
export function TrackerChart({ clauses, today }: { clauses: readonly TrackedClause[]; today: PlainDate }) {
  const answered = [...Map.groupBy(clauses, ({ recommendation }) => recommendation.id).values()]
    .filter((group) => group.some(({ response }) => response !== null))
    .slice(0, MOST_BARS);
  if (answered.length === 0) return null;
  const bars = answered.map((group) => bar(group));
  return (
    <BarChart
      id="answers-chart"
      caption="How they were answered"
      title={`How ${bars.length === 1 ? "the recommendation was" : `${bars.length} recommendations were`} answered`}
      description={bars
        .map(
          ({ label, values, missing }) =>
            `${label}: ${values[0]} accepted, ${values[1]} changed in substance, ${missing} rejected or unanswered.`,
        )
        .join(" ")}
      series={["Accepted", "Changed in substance"]}
      bars={bars}
      tableCaption={`The same in figures, ${formatDate(today)}`}
      rowHead="Clauses"
      more={[
        {
          key: "missing",
          head: "Rejected or unanswered",
          values: bars.map(({ missing }) => missing),
          total: bars.reduce((sum, { missing }) => sum + missing, 0),
        },
        { key: "days", head: "Days to the answer", values: bars.map(({ days }) => days ?? "–") },
      ]}
    />
  );
}

function bar(group: readonly TrackedClause[]) {
  const first = group[0] as TrackedClause;
  const accepted = group.filter(({ response }) => response && isAcceptance(response.kind));
  const changed = accepted.filter(({ response }) => response?.changedInSubstance).length;
  const { minute, title, agreedOn, id } = first.recommendation;
  const name = minute?.number == null ? formatDate(agreedOn) : `Minute ${minute.number}`;
  const decidedOn = group
    .flatMap(({ response }) => response?.decidedOn ?? [])
    .sort()
    .at(-1);
  return {
    key: id,
    label: `${name}, ${title}`,
    head: name,
    values: [accepted.length - changed, changed],
    missing: group.length - accepted.length,
    days: decidedOn === undefined ? null : daysBetween(agreedOn, decidedOn),
  };
}
