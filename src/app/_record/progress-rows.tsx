import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { clauseWords, type ProgressRow, subjectWords } from "@/domain/progress/progress-report";
import { Gap } from "@/ui/gap";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { Tag } from "@/ui/tag";

type Clause = Extract<ProgressRow, { kind: "recommendation" }>["clauses"][number];

/**
 * Progress on matters raised: when and where it was asked, of whom, and what came of it; what was recommended stands beside what
 * was resolved on it, clause by clause.
 */
export function ProgressRows({ rows, labelledBy }: { rows: readonly ProgressRow[]; labelledBy: string }) {
  return (
    <Table
      labelledBy={labelledBy}
      columns={[
        { key: "meeting", head: "Date of meeting", width: "w-[10%]" },
        { key: "minute", head: "Minute number and subject", width: "w-[15%]" },
        { key: "asked", head: "Action required", width: "w-[31%]" },
        { key: "who", head: "Responsible persons", width: "w-[13%]" },
        { key: "done", head: "Completed, with comments", width: "w-[31%]" },
      ]}
    >
      <TableRows>
        {rows.flatMap((row, index) => (row.kind === "recommendation" ? clauseRows(row, index) : [taskRow(row, index)]))}
      </TableRows>
    </Table>
  );
}

/** A recommendation has a line for each of its clauses, so that an answer stands beside what was asked. */
function clauseRows(row: Extract<ProgressRow, { kind: "recommendation" }>, index: number) {
  return row.clauses.map((clause, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows are fixed in their order
    <Row key={`${index} ${at}`}>
      <RowHead>{formatDate(row.meetingOn)}</RowHead>
      <Cell label="Minute">{subjectWords(row)}</Cell>
      <Cell label="Action required">
        {at === 0 ? <p>{row.opening}</p> : null}
        <p>{clauseWords(clause)}</p>
      </Cell>
      <Cell label="Responsible">
        {row.responsible.length > 0 ? row.responsible.join(", ") : <Gap>Nobody is named</Gap>}
      </Cell>
      <Cell label="Completed">
        <Answer clause={clause} />
      </Cell>
    </Row>
  ));
}

function Answer({ clause: { number, answer, notes } }: { clause: Clause }) {
  return (
    <>
      {answer ? (
        <>
          <p>
            {answer.by} resolved{answer.on ? ` on ${formatFullDate(answer.on)}` : null}:
          </p>
          <p>
            {number}. {answer.wording}
          </p>
          {answer.changedInSubstance ? <Tag tone="warn">Changed in substance</Tag> : null}
        </>
      ) : (
        <Gap>No answer is recorded</Gap>
      )}
      <Notes notes={notes} />
    </>
  );
}

function taskRow(row: Extract<ProgressRow, { kind: "follow-up" }>, index: number) {
  return (
    <Row key={index}>
      <RowHead>{formatDate(row.meetingOn)}</RowHead>
      <Cell label="Minute">{subjectWords(row)}</Cell>
      <Cell label="Action required">{row.asked}</Cell>
      <Cell label="Responsible">
        {row.responsible.length > 0 ? row.responsible.join(", ") : <Gap>Nobody is named</Gap>}
      </Cell>
      <Cell label="Completed">
        <p>
          {row.standsAt}
          {row.due ? `; due on ${formatDate(row.due)}` : null}.
        </p>
        <Notes notes={row.notes} />
      </Cell>
    </Row>
  );
}

function Notes({ notes }: { notes: Clause["notes"] }) {
  return notes.map(({ on, text }) => (
    <p key={`${on} ${text}`}>
      {formatDate(on)}: {text}
    </p>
  ));
}
