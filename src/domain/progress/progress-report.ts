import type { PlainDate } from "@/domain/calendar/plain-date";

/** What was answered to one clause, word for word. */
export type ProgressAnswer = {
  /** "Cabinet" */
  by: string;
  on: PlainDate | null;
  wording: string;
  changedInSubstance: boolean;
};

/** A clause of a recommendation with what came of it. */
export type ProgressClause = {
  number: number;
  text: string;
  /** Whom it goes to, where not all of them go to the same. */
  to?: string;
  answer: ProgressAnswer | null;
  notes: readonly Note[];
};

/** "2. To First Bus: run a later bus", as a line of the report has it. */
export const clauseWords = ({ number, text, to }: Pick<ProgressClause, "number" | "text" | "to">): string =>
  `${number}. ${to ? `To ${to}: ` : ""}${text}`;

/** Progress that somebody said, and when. */
export type Note = { on: PlainDate; text: string };

/** A line of the report: where it was asked, what, of whom, and what came of it. */
export type ProgressRow = {
  meetingOn: PlainDate;
  /** Null for what was asked between meetings, and for a minute without a number. */
  minuteNumber: number | null;
  subject: string;
  responsible: readonly string[];
} & (
  | { kind: "recommendation"; opening: string; clauses: readonly ProgressClause[] }
  | { kind: "follow-up"; asked: string; standsAt: string; due: PlainDate | null; notes: readonly Note[] }
);

/** Something that was asked for, as far as it says whether the next meeting is to hear of it. */
export type Asked = {
  askedOn: PlainDate;
  isOver: boolean;
  /** The day it ended. */
  overOn: PlainDate | null;
};

/**
 * Whether a meeting is told of what was asked at an earlier one: while it is outstanding, and once more after it ended, so that
 * nobody wonders what became of it.
 * @param previousOn the meeting before that one; null where there was none
 */
export function isReportedTo(
  meetingOn: PlainDate,
  previousOn: PlainDate | null,
  { askedOn, isOver, overOn }: Asked,
): boolean {
  if (askedOn >= meetingOn) return false;
  if (!isOver) return true;
  return previousOn === null || overOn === null || overOn >= previousOn;
}

/** In the order of the meetings and their minutes; what was recommended before what was asked of people. */
export const inOrder = (rows: readonly ProgressRow[]): ProgressRow[] =>
  rows.toSorted(
    (a, b) =>
      a.meetingOn.localeCompare(b.meetingOn) ||
      (a.minuteNumber ?? Number.POSITIVE_INFINITY) - (b.minuteNumber ?? Number.POSITIVE_INFINITY) ||
      Number(a.kind === "follow-up") - Number(b.kind === "follow-up"),
  );

/** "Minute 9 - Mobile Library Service" */
export const subjectWords = ({ minuteNumber, subject }: Pick<ProgressRow, "minuteNumber" | "subject">): string =>
  minuteNumber === null ? subject : `Minute ${minuteNumber} - ${subject}`;
