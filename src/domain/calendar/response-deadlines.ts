import { Temporal } from "temporal-polyfill";
import { clearDays, lastDayToPublish } from "./clear-days";
import { addWorkingDays, type CouncilCalendar } from "./council-calendar";
import type { CountingStrategy } from "./counting-strategy";
import { addDays, laterOf, type PlainDate, parsePlainDate } from "./plain-date";

/** The rules under which somebody owes scrutiny an answer. */
export type ResponseRule =
  | "executive_two_months"
  | "health_28_days"
  | "crime_and_disorder_28_days"
  | "documents_10_clear_days";

/**
 * What each rule rests on. Not every wording could be checked against the text, so the software says "overdue", never "unlawful".
 */
export const RESPONSE_AUTHORITY: Readonly<Record<ResponseRule, string>> = {
  executive_two_months: "Local Government Act 2000, section 9FE",
  health_28_days: "SI 2013/218, regulation 22",
  crime_and_disorder_28_days: "SI 2009/942",
  documents_10_clear_days: "SI 2012/2089, regulation 17",
};

export type ResponseFacts = {
  /** The day the recipient received the report, or the request for documents. */
  readonly receivedOn?: PlainDate | undefined;
  /** The day the recipient received the written notice that asks for an answer. */
  readonly noticeReceivedOn?: PlainDate | undefined;
};

export type ResponseClock =
  | {
      readonly runs: true;
      readonly startsOn: PlainDate;
      /** An answer on this day is in time; the day after it is overdue. */
      readonly lastDay: PlainDate;
      readonly authority: string;
    }
  | { readonly runs: false; readonly why: string };

/**
 * The last day of two months beginning with a day: the day before the same day-number two months on or, where that
 * month has no such day, its last day. Weekends and holidays do not extend it.
 * Authority: Local Government Act 2000 section 9FE ("within two months beginning with"); corresponding-date rule, Dodds v Walker [1981] 1 WLR 1027.
 * Goes in: a plain date, e.g. "2016-06-29". Comes out: a plain date, e.g. "2016-08-28". @throws RangeError for a malformed date.
 */
export function lastDayOfTwoMonths(beginningWith: PlainDate): PlainDate {
  const first = Temporal.PlainDate.from(parsePlainDate(beginningWith));
  // Temporal takes 31 December to 28 February, which is already the last day: only an exact hit has a day to give back.
  const twoMonthsOn = first.add({ months: 2 });
  return (twoMonthsOn.day === first.day ? twoMonthsOn.subtract({ days: 1 }) : twoMonthsOn).toString();
}

/**
 * The last day of a period of days that begins with a day, which is itself day 1.
 * Authority: the usual sense of "28 days beginning with", as in the Localism Act 2011 section 31(3) (notifying the monitoring officer).
 * Goes in: a plain date and a number of calendar days. Comes out: a plain date. @throws RangeError for a malformed date.
 */
export function lastDayBeginningWith(date: PlainDate, days: number): PlainDate {
  return addDays(date, days - 1);
}

function lastDayToAnswer(rule: ResponseRule, startsOn: PlainDate): PlainDate {
  switch (rule) {
    case "executive_two_months":
      return lastDayOfTwoMonths(startsOn);
    case "health_28_days":
    case "crime_and_disorder_28_days":
      // "Within 28 days of": the day of receipt is not counted.
      return addDays(startsOn, 28);
    case "documents_10_clear_days":
      // Answers owed to scrutiny are counted in calendar days. The tenth clear day is taken as the last.
      return addDays(startsOn, 10);
  }
}

/**
 * When an answer to scrutiny is due, or why no clock runs.
 * Authority: Local Government Act 2000 section 9FE (the executive: two months beginning with receipt of the report or, if
 * later, of the notice); SI 2013/218 regulation 22 (NHS bodies and providers: 28 days, if asked); SI 2009/942 (a report in a
 * crime and disorder capacity: 28 days); SI 2012/2089 regulation 17 (documents for a member: 10 clear days, no notice needed).
 * The capacity in which the committee acts decides the rule, and that is for the caller.
 * Goes in: the rule and the days of receipt, as plain dates. Comes out: the running clock's first and last day, or the reason in words.
 * @throws RangeError for a malformed date.
 */
export function responseClock(rule: ResponseRule, { receivedOn, noticeReceivedOn }: ResponseFacts): ResponseClock {
  const authority = RESPONSE_AUTHORITY[rule];
  if (rule === "documents_10_clear_days") {
    if (receivedOn === undefined) return { runs: false, why: "No request, no clock: its receipt is not recorded" };
    return { runs: true, startsOn: parsePlainDate(receivedOn), lastDay: lastDayToAnswer(rule, receivedOn), authority };
  }
  if (noticeReceivedOn === undefined) {
    return { runs: false, why: "No notice, no clock: the receipt of a written notice is not recorded" };
  }
  if (receivedOn === undefined) {
    return { runs: false, why: "No report, no clock: the receipt of the report is not recorded" };
  }
  const startsOn = laterOf(parsePlainDate(receivedOn), parsePlainDate(noticeReceivedOn));
  return { runs: true, startsOn, lastDay: lastDayToAnswer(rule, startsOn), authority };
}

/**
 * The last day on which a decision can be called in: so many working days after it was published.
 * Authority: Local Government Act 2000 section 9F(4) for the power; the number of days is the council's own rule (often 5).
 * Goes in: the day of publication, the working days, the council's calendar. Comes out: a plain date; the decision is
 * frozen until the end of it. @throws RangeError for a malformed date, or days that are not a whole number of 1 or more.
 */
export function lastDayToCallIn(publishedOn: PlainDate, workingDays: number, calendar: CouncilCalendar): PlainDate {
  if (!Number.isInteger(workingDays) || workingDays < 1) {
    throw new RangeError(`A call-in window is a whole number of working days from 1 up, not ${workingDays}.`);
  }
  return addWorkingDays(parsePlainDate(publishedOn), workingDays, calendar);
}

export const KEY_DECISION_CLEAR_DAYS = 28;

export type KeyDecisionCount = {
  readonly count: number;
  readonly meets: boolean;
  readonly lastDayToPublish: PlainDate;
};

export type KeyDecisionNotice = {
  readonly working: KeyDecisionCount;
  readonly calendar: KeyDecisionCount;
  /** Absent when both counts have 28; a warning stops nothing. */
  readonly warning?: string;
};

/**
 * The notice of a key decision, counted both ways, because the regulations do not say which days they mean and councils disagree.
 * Authority: SI 2012/2089 regulation 9: at least 28 clear days before the decision. The council owes this notice, so the
 * warning goes by the stricter count, that of working days.
 * Goes in: the day the notice was published, the day of the decision, the council's calendar. Comes out: each count in
 * clear days, whether it has 28, and the last day that gives 28. @throws RangeError for a malformed date.
 */
export function keyDecisionNotice(
  publishedOn: PlainDate,
  decisionOn: PlainDate,
  calendar: CouncilCalendar,
): KeyDecisionNotice {
  const counted = (strategy: CountingStrategy): KeyDecisionCount => {
    const { count } = clearDays(publishedOn, decisionOn, { strategy, calendar });
    const lastDay = lastDayToPublish(decisionOn, KEY_DECISION_CLEAR_DAYS, { strategy, calendar });
    return { count, meets: count >= KEY_DECISION_CLEAR_DAYS, lastDayToPublish: lastDay };
  };
  const both = { working: counted("working"), calendar: counted("calendar") };
  if (both.working.meets) return both;
  const counts = `${both.calendar.count} clear days by the calendar, ${both.working.count} clear working days`;
  const met = both.calendar.meets
    ? "meets the rule of 28 clear days only if every day counts"
    : "does not meet the rule of 28 clear days";
  return { ...both, warning: `The notice ${met}: ${counts}` };
}
