import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { type Deadline, type DeadlineRule, deadline, deadlineWords, isClosed } from "@/domain/calendar/deadlines";
import { daysBetween, type PlainDate } from "@/domain/calendar/plain-date";
import type { LocalMoment, PlainTime } from "@/domain/calendar/plain-time";
import type { QuestionKind } from "./question";

/** Which of a body's deadlines closes which kind, by its key in the settings. */
export const DEADLINE_KEYS: Readonly<Record<QuestionKind, string>> = {
  public_question: "public_questions",
  public_statement: "public_statements",
  petition: "petitions",
  councillor_question: "councillor_questions",
};

/**
 * By when one of this kind has to be received for a meeting, by the body's standing orders.
 * @param rules as they are stored with the body
 * @returns null where they set no time
 * @throws RangeError for a rule that is none
 */
export function questionDeadline(
  kind: QuestionKind,
  rules: unknown,
  meetingOn: PlainDate,
  calendar: CouncilCalendar,
): Deadline | null {
  const rule = rulesIn(rules).find(({ key }) => key === DEADLINE_KEYS[kind]);
  return rule ? deadline(rule, meetingOn, calendar) : null;
}

/** The body's rules as they are stored. */
export const rulesIn = (rules: unknown): readonly DeadlineRule[] =>
  Array.isArray(rules) ? (rules as DeadlineRule[]) : [];

/** What the public may send in, by the deadlines that the body has: nothing, where its standing orders provide for nothing. */
export const kindsForPublic = (rules: unknown): readonly QuestionKind[] =>
  (["public_question", "public_statement", "petition"] as const).filter((kind) =>
    rulesIn(rules).some(({ key }) => key === DEADLINE_KEYS[kind]),
  );

const MINUTES_A_DAY = 24 * 60;

const sinceMidnight = (time: PlainTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * How long after its deadline something came.
 * Goes in: the deadline, or null where there is none, and when it came. Comes out: "16 minutes late", "2 hours late", "3 days late";
 * null for what came in time.
 */
export function lateness(due: LocalMoment | null, received: LocalMoment): string | null {
  if (due === null || !isClosed(due, received)) return null;
  const days = daysBetween(due.date, received.date);
  if (due.time === undefined || received.time === undefined) return `${counted(days, "day")} late`;
  const minutes = days * MINUTES_A_DAY + sinceMidnight(received.time) - sinceMidnight(due.time);
  if (minutes < 60) return `${counted(minutes, "minute")} late`;
  if (minutes < MINUTES_A_DAY) return `${counted(Math.floor(minutes / 60), "hour")} late`;
  return `${counted(Math.floor(minutes / MINUTES_A_DAY), "day")} late`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** "until 10.00 am on Thursday 6 October 2016", or "closed at …" once it has gone by. */
export const openUntil = (due: LocalMoment, now: LocalMoment): string =>
  `${isClosed(due, now) ? "closed at" : "until"} ${deadlineWords(due)}`;
