import { addMonths, daysBetween, formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { CheckedReport, CheckedText, CheckFinding, Place } from "./checked-report";
import { datesIn, isDeadline, isFinalReport, isSaidToCome, type NamedDate } from "./dates-in-text";

const AUTHORITY = "the calendar";
/** A deadline longer past than this is history, and no concern of the meeting's. */
const CLOSE = 60;

/**
 * Days that do not agree: one that no calendar has, or on another day of the week; one that is to come, and was before the meeting;
 * a deadline of others before the meeting; a report dated after it went up; and a final report later than its programme has it.
 */
export function dateFindings(report: CheckedReport, texts: readonly CheckedText[]): CheckFinding[] {
  const read = texts.map((text) => ({ text, ...datesIn(text.text, report.meetingOn ?? report.today) }));
  const told = new Set<PlainDate>();
  const inText = read.flatMap(({ text, dates, impossible }) => [
    ...impossible.map(({ words }) =>
      soft("no-such-day", `Look at “${words}” in ${text.at.words}: there is no such day.`, text.at),
    ),
    ...dates.flatMap((date) => dateFinding(date, text, report, told)),
  ]);
  return [...outsideFindings(report, told), ...inText, ...printedFindings(report)];
}

const soft = (code: string, sentence: string, at: Place | null, authority = AUTHORITY): CheckFinding => ({
  ...{ severity: "soft", code, sentence, authority, at },
  ...(at?.kind === "field" && { field: at.key }),
});

function dateFinding(
  date: NamedDate,
  { text, at }: CheckedText,
  report: CheckedReport,
  told: Set<PlainDate>,
): CheckFinding[] {
  const { meetingOn, programmeTarget } = report;
  const cited = `“${date.words}” in ${at.words}`;
  if (date.wrongWeekday) return [soft("wrong-weekday", `Look at ${cited}: that day is a ${date.wrongWeekday.is}.`, at)];
  if (isFinalReport(text, date) && programmeTarget !== null && date.first > programmeTarget)
    return [
      soft(
        "target-before-report",
        `Look at ${cited}: it promises the final report then, and the work programme has it for ${formatDate(programmeTarget)}.`,
        at,
        "the committee's work programme",
      ),
    ];
  if (meetingOn === null || date.last >= meetingOn) return [];
  if (isSaidToCome(text, date)) return [soft("past-said-to-come", saysItIsToCome(date, cited, meetingOn), at)];
  const isRecorded = report.outsideDates.some(({ on }) => on === date.first);
  if (isRecorded || told.has(date.first) || date.isMonth || !isDeadline(text, date)) return [];
  if (daysBetween(date.first, meetingOn) > CLOSE) return [];
  told.add(date.first);
  return [
    soft("outside-date-before-meeting", `Look at ${cited}: ${tooLate(meetingOn)}`, at, "the date of the meeting"),
  ];
}

function saysItIsToCome(date: NamedDate, cited: string, meetingOn: PlainDate): string {
  const inAYear = addMonths(date.first, 12);
  const meant = inAYear >= meetingOn ? ` Is ${Number(inAYear.slice(0, 4))} meant?` : "";
  return `Look at ${cited}: it is said to be still to come, and was before the meeting of ${formatDate(meetingOn)}.${meant}`;
}

const tooLate = (meetingOn: PlainDate) =>
  `it is before the meeting of ${formatDate(meetingOn)}, which comes too late for it. Say what the committee can still do.`;

/** Days set by others, as they are recorded with the report. */
function outsideFindings({ outsideDates, meetingOn }: CheckedReport, told: Set<PlainDate>): CheckFinding[] {
  return outsideDates.flatMap(({ what, on }) => {
    if (meetingOn === null || on >= meetingOn) return [];
    told.add(on);
    return [
      soft(
        "outside-date-before-meeting",
        `A day set by others is before the meeting of ${formatDate(meetingOn)}, which comes too late for it: ${what}, ${formatDate(on)}. Say what the committee can still do.`,
        null,
        "the date of the meeting",
      ),
    ];
  });
}

/** It is dated when it was written: what went up before that cannot have been written then. */
function printedFindings({ datedAsPrinted, publishedOn }: CheckedReport): CheckFinding[] {
  if (datedAsPrinted === null || publishedOn === null) return [];
  const [date] = datesIn(datedAsPrinted, publishedOn).dates;
  if (!date || date.first <= publishedOn) return [];
  return [
    soft(
      "dated-after-publication",
      `It is dated “${datedAsPrinted}”, and went up on ${formatDate(publishedOn)}: before that.`,
      null,
    ),
  ];
}
