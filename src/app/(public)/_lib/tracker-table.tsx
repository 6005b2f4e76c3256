import { minutesAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { standingAlone } from "@/domain/recommendations/clause-words";
import { TRACKER_GROUPS, type TrackerGroup, trackerGroup } from "@/domain/recommendations/tracker";
import type { TrackedClause } from "@/server/recommendations/queries";
import { Reference } from "@/ui/reference";
import { Cell, type Column, Row, RowHead, Table, TableGroup } from "@/ui/table";
import { ThreadLink } from "@/ui/thread-link";
import { CarryingOut, ClauseAnswer, ClauseClock } from "./clause-cells";

const COLUMNS: readonly Column[] = [
  { key: "clause", head: "Clause" },
  { key: "asked", head: "Asked for", width: "w-[31%]" },
  { key: "clock", head: "Asked of, clock", width: "w-[18%]" },
  { key: "answer", head: "Answer", width: "w-[20%]" },
  { key: "work", head: "Carrying out" },
];

/** The tracker: what is late or missing first. */
export function TrackerTable({
  clauses,
  today,
  ofOneBody = false,
}: {
  clauses: readonly TrackedClause[];
  today: PlainDate;
  /** Leaves out who asked, where the page has said it. */
  ofOneBody?: boolean | undefined;
}) {
  const grouped = Map.groupBy(clauses, ({ facts }) => trackerGroup(facts, today));
  return (
    <Table labelledBy="tracker" hung columns={COLUMNS}>
      {(Object.keys(TRACKER_GROUPS) as TrackerGroup[]).map((group) => {
        const rows = grouped.get(group) ?? [];
        if (rows.length === 0) return null;
        return (
          <TableGroup
            key={group}
            span={COLUMNS.length}
            late={group === "overdue"}
            title={TRACKER_GROUPS[group]}
            note={`${rows.length} ${rows.length === 1 ? "clause" : "clauses"}`}
          >
            {rows.map((clause) => (
              <ClauseRow key={clause.id} clause={clause} today={today} ofOneBody={ofOneBody} />
            ))}
          </TableGroup>
        );
      })}
    </Table>
  );
}

function ClauseRow({ clause, today, ofOneBody }: { clause: TrackedClause; today: PlainDate; ofOneBody: boolean }) {
  const { recommendation, recipient } = clause;
  const { minute, meeting, body, topic } = recommendation;
  const number = minute?.number;
  return (
    <Row>
      <RowHead>{number == null ? clause.number : `${number}.${clause.number}`}</RowHead>
      <Cell>
        {standingAlone(clause.text)}
        <br />
        <span className="text-note text-ink-2">
          {ofOneBody ? null : `${body.shortName}, `}
          {meeting ? (
            <a href={minutesAddress(body, meeting, number)}>
              {number == null ? "minutes" : `${ofOneBody ? "Minute" : "minute"} ${number}`}, {formatDate(meeting.date)}
            </a>
          ) : null}
          {recommendation.reference ? (
            <>
              {ofOneBody ? "\u00a0· " : <br />}
              <Reference>{recommendation.reference}</Reference>
            </>
          ) : null}
          {topic ? (
            <>
              <br />
              <ThreadLink href={`/topics/${topic.slug}`}>{topic.title}</ThreadLink>
            </>
          ) : null}
        </span>
      </Cell>
      <Cell label="Asked of, clock">
        {recipient?.shortName ?? clause.recipientName}
        <br />
        <ClauseClock clause={clause} today={today} />
      </Cell>
      <Cell label="Answer">
        <ClauseAnswer clause={clause} />
      </Cell>
      <Cell label="Carrying out">
        <CarryingOut clause={clause} today={today} />
      </Cell>
    </Row>
  );
}
