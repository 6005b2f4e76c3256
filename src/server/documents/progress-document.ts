import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import {
  heading,
  type Inline,
  joined,
  lineBreak,
  note,
  type PrintedDocument,
  says,
  strong,
} from "@/domain/documents/document";
import { clauseWords, type ProgressClause, type ProgressRow, subjectWords } from "@/domain/progress/progress-report";
import type { Site } from "@/server/council/queries";
import type { ProgressPage } from "@/server/progress/queries";

const COLUMNS = [
  { head: "Date of meeting", share: 0.9 },
  { head: "Minute number and subject", share: 1.2 },
  { head: "Action required", share: 2.6 },
  { head: "Responsible persons", share: 1.1 },
  { head: "Completed, with comments", share: 2.6 },
];

/** Progress on matters raised as it lies under its item: a line for each clause, what was resolved beside what was recommended. */
export function progressDocument({ council }: Pick<Site, "council">, { meeting, rows }: ProgressPage): PrintedDocument {
  return {
    title: "Progress on matters raised at previous meetings",
    council: council.name,
    kicker: meeting.body.name,
    lead: `For the meeting of ${formatFullDate(meeting.date)}`,
    facts: [],
    language: "en-GB",
    landscape: true,
    blocks: [
      heading(1, "What earlier meetings asked for", "rows"),
      rows.length > 0
        ? { kind: "table", columns: COLUMNS, rows: rows.flatMap(linesOf) }
        : note("Nothing is outstanding."),
    ],
  };
}

function linesOf(row: ProgressRow): Inline[][][] {
  const about = [says(formatDate(row.meetingOn)), says(subjectWords(row))];
  const who = says(row.responsible.join(", ") || "Nobody is named");
  if (row.kind === "follow-up") {
    const stands = says(row.standsAt, row.due && `; due on ${formatDate(row.due)}`, ".");
    return [[...about, says(row.asked), who, joined([stands, ...notes(row.notes)], lineBreak)]];
  }
  return row.clauses.map((clause, index) => [
    ...about,
    joined([index === 0 ? says(row.opening) : [], says(clauseWords(clause))], lineBreak),
    who,
    joined([...answered(clause), ...notes(clause.notes)], lineBreak),
  ]);
}

function answered({ number, answer }: ProgressClause): Inline[][] {
  if (!answer) return [says("No answer is recorded.")];
  return [
    says(`${answer.by} resolved${answer.on ? ` on ${formatFullDate(answer.on)}` : ""}:`),
    says(`${number}. ${answer.wording}`),
    answer.changedInSubstance ? says(strong("Changed in substance.")) : [],
  ];
}

const notes = (said: ProgressClause["notes"]): Inline[][] =>
  said.map(({ on, text }) => says(`${formatDate(on)}: ${text}`));
