import { municipalYear, twoDigits } from "./municipal-year";
import { type PlainDate, yearOf } from "./plain-date";

/** How far a body's minute numbers run on before they begin again: never, for `running`. */
export type NumberingScope = "calendar_year" | "municipal_year" | "meeting" | "running";

/**
 * How a body numbers its minutes.
 * Authority: the body's own practice: through a calendar year (Dorset), running (Colchester's 334), "12/18" (Bromsgrove),
 * "SR (25/26) 01" (York).
 */
export type NumberingPolicy = {
  readonly scope: NumberingScope;
  /** Text with {n}, {nn} or {nnn} for the number (padded to two or three digits), and {yy}, {yy+1}, {yyyy}, {yyyy+1} for the year. */
  readonly pattern: string;
  /** The first number of a scope; 1 if left out. A running sequence taken over from paper begins where that stopped. */
  readonly startAt?: number | undefined;
};

/** A number already given to a minute of the body, so that it is not given twice. */
export type NumberedMinute = { readonly meetingId: string; readonly meetingOn: PlainDate; readonly number: number };

export type MeetingToNumber = { readonly meetingId: string; readonly meetingOn: PlainDate };

/**
 * What a heading in the minutes does with numbers: takes the next, takes none (a welcome), or stands over the same minute
 * as the heading before it.
 */
export type HeadingNumbering = "numbered" | "unnumbered" | "with_previous";

export type HeadingNumber = {
  /** The bare number, kept so that the next one can be computed; absent on a heading without one. */
  readonly number?: number;
  /** The number as printed, e.g. "12", "12/18", "SR (25/26) 01"; absent on a heading without one. */
  readonly label?: string;
};

const TOKEN = /\{([^{}]*)\}/g;
const NUMBER_TOKENS = ["n", "nn", "nnn"];
const YEAR_TOKENS = ["yy", "yy+1", "yyyy", "yyyy+1"];

/**
 * What is wrong with a numbering pattern, as a sentence for the person who typed it; undefined when it can be used.
 * Goes in: e.g. "{n}/{yy}".
 */
export function patternProblem(pattern: string): string | undefined {
  const tokens = [...pattern.matchAll(TOKEN)].map((match) => match[1] as string);
  const unknown = tokens.find((token) => ![...NUMBER_TOKENS, ...YEAR_TOKENS].includes(token));
  if (unknown !== undefined) {
    return `“{${unknown}}” means nothing here: use {n}, {nn} or {nnn} for the number, and {yy}, {yy+1}, {yyyy} or {yyyy+1} for the year.`;
  }
  const numbers = tokens.filter((token) => NUMBER_TOKENS.includes(token)).length;
  if (numbers !== 1) return "The pattern needs the number once, as {n}, {nn} or {nnn}.";
  return undefined;
}

/**
 * The year that a meeting's minute numbers carry: that in which the municipal year began where numbers run through one, and
 * otherwise the calendar year of the meeting.
 * Goes in: the scope, the day of the meeting, the council's recorded annual meetings. Comes out: a year, e.g. 2016.
 */
function numberingYear(scope: NumberingScope, meetingOn: PlainDate, annualMeetings: readonly PlainDate[]): number {
  return scope === "municipal_year" ? municipalYear(meetingOn, annualMeetings).startYear : yearOf(meetingOn);
}

/**
 * A minute number as printed.
 * Goes in: a pattern, the number, and the year as a number. Comes out: e.g. "SR (25/26) 01" from "SR ({yy}/{yy+1}) {nn}", 1 and 2025.
 * @throws RangeError when the pattern cannot be used.
 */
export function formatMinuteNumber(pattern: string, number: number, year: number): string {
  const problem = patternProblem(pattern);
  if (problem !== undefined) throw new RangeError(problem);
  return pattern.replace(TOKEN, (_, token: string) => {
    if (NUMBER_TOKENS.includes(token)) return String(number).padStart(token.length, "0");
    const shown = token.endsWith("+1") ? year + 1 : year;
    return token.startsWith("yyyy") ? String(shown) : twoDigits(shown);
  });
}

/**
 * The next free minute number of a body at a meeting.
 * Authority: the body's numbering policy. A number is never given twice within its scope, so minutes of an earlier meeting
 * that are written up late go on after the highest number there is.
 * Goes in: the policy, the meeting, every number the body has given so far, the council's recorded annual meetings.
 * Comes out: a whole number. @throws RangeError for a malformed date.
 */
export function nextMinuteNumber(
  { scope, startAt = 1 }: NumberingPolicy,
  meeting: MeetingToNumber,
  given: readonly NumberedMinute[],
  annualMeetings: readonly PlainDate[] = [],
): number {
  const year = numberingYear(scope, meeting.meetingOn, annualMeetings);
  const shares = ({ meetingId, meetingOn }: NumberedMinute) => {
    if (scope === "running") return true;
    if (scope === "meeting") return meetingId === meeting.meetingId;
    return numberingYear(scope, meetingOn, annualMeetings) === year;
  };
  const highest = Math.max(startAt - 1, ...given.filter(shares).map(({ number }) => number));
  return highest + 1;
}

/**
 * Numbers for the headings of one meeting's minutes, in their order.
 * Authority: the body's numbering policy; in the minutes of 16 June 2016 the welcome has no number and minute 3 two headings.
 * Goes in: the policy, the meeting, what each heading does with numbers, and the numbers the body has given to other
 * meetings (those of this one are left out of account, so that a draft can be numbered again). Comes out: one entry for each heading.
 * @throws RangeError when a heading shares the number of a minute before it and there is none, or the pattern cannot be used.
 */
export function numberHeadings(
  policy: NumberingPolicy,
  meeting: MeetingToNumber,
  headings: readonly HeadingNumbering[],
  given: readonly NumberedMinute[],
  annualMeetings: readonly PlainDate[] = [],
): readonly HeadingNumber[] {
  const ofOthers = given.filter(({ meetingId }) => meetingId !== meeting.meetingId);
  const first = nextMinuteNumber(policy, meeting, ofOthers, annualMeetings);
  const year = numberingYear(policy.scope, meeting.meetingOn, annualMeetings);
  let number = first - 1;
  return headings.map((heading) => {
    if (heading === "unnumbered") return {};
    if (heading === "numbered") number += 1;
    else if (number < first) throw new RangeError("The first heading cannot share the number of a minute before it.");
    return { number, label: formatMinuteNumber(policy.pattern, number, year) };
  });
}
