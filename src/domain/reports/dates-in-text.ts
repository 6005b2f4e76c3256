import { addDays, addMonths, isPlainDate, type PlainDate, weekdayName, yearOf } from "@/domain/calendar/plain-date";

/** A day, or a whole month, that a text names. */
export type NamedDate = {
  /** As it is printed: "11 January 2017". */
  words: string;
  from: number;
  to: number;
  /** The first and the last day it may mean. */
  first: PlainDate;
  last: PlainDate;
  /** A month without a day. */
  isMonth: boolean;
  /** What day of the week it is said to be, where that is another than it is. */
  wrongWeekday: { said: string; is: string } | null;
};

/** A day that no calendar has: "31 November". */
export type NoSuchDay = { words: string; from: number };

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
const MONTH = "(January|February|March|April|May|June|July|August|September|October|November|December)";
const DAY =
  "(?:(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?";
const DATE = new RegExp(`\\b(?:${DAY})?${MONTH}\\b(?:,?\\s+(\\d{4})\\b)?`, "g");

/**
 * The days and months that a text names.
 * @param near the day by which a date without a year is read: of the years around it, the nearest
 */
export function datesIn(text: string, near: PlainDate): { dates: NamedDate[]; impossible: NoSuchDay[] } {
  const dates: NamedDate[] = [];
  const impossible: NoSuchDay[] = [];
  for (const match of text.matchAll(DATE)) {
    const [words, weekday, day, name = "", year] = match;
    // "May" and "March" are words too; a month alone says nothing without its year.
    if (day === undefined && year === undefined) continue;
    const month = MONTHS.indexOf(name.toLowerCase()) + 1;
    const at = { words, from: match.index, to: match.index + words.length };
    if (day === undefined) {
      const first = asDate(Number(year), month, 1);
      if (isPlainDate(first))
        dates.push({ ...at, first, last: addDays(addMonths(first, 1), -1), isMonth: true, wrongWeekday: null });
      continue;
    }
    const meant = year === undefined ? nearest(month, Number(day), near) : asDate(Number(year), month, Number(day));
    if (!isPlainDate(meant)) {
      impossible.push({ words, from: match.index });
      continue;
    }
    const is = weekdayName(meant);
    const wrongWeekday = year !== undefined && weekday !== undefined && weekday !== is ? { said: weekday, is } : null;
    dates.push({ ...at, first: meant, last: meant, isMonth: false, wrongWeekday });
  }
  return { dates, impossible };
}

const asDate = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

function nearest(month: number, day: number, near: PlainDate): string {
  const year = yearOf(near);
  const possible = [year, year - 1, year + 1].map((each) => asDate(each, month, day)).filter(isPlainDate);
  const distance = (date: PlainDate) => Math.abs(Date.parse(date) - Date.parse(near));
  return possible.toSorted((a, b) => distance(a) - distance(b))[0] ?? asDate(year, month, day);
}

const AHEAD =
  /\b(next|will|shall|could|should|would|may|is to|are to|to be|is going|are going|in due course|coming)\b/gi;
/** What lies between words of the future and a date that belongs to something past: "will build on what was agreed on 29 June". */
const BEHIND =
  /\b(was|were|had|has|have|since|ago|dated|version|report of|meeting of|minutes? of|agreed|held|approved|considered|published|\p{L}+ed)\b/iu;
const DEADLINE = /\b(deadline|due|closes?|closing date|no later than|expires?|must be (?:in|made|submitted|sent))\b/i;

/** The words before a date in its own clause. */
function clauseBefore(text: string, from: number): string {
  const before = text.slice(Math.max(0, from - 300), from);
  return before.split(/[.;:!?]\s|\n/).at(-1) ?? "";
}

/** Whether a text speaks of the date as one that is still to come. */
export function isSaidToCome(text: string, date: Pick<NamedDate, "from">): boolean {
  const clause = clauseBefore(text, date.from);
  const last = [...clause.matchAll(AHEAD)].at(-1);
  return last !== undefined && !BEHIND.test(clause.slice(last.index + last[0].length));
}

/** Whether something has to be done by the date. */
export const isDeadline = (text: string, date: Pick<NamedDate, "from">): boolean =>
  DEADLINE.test(clauseBefore(text, date.from));

/** Whether a final report is promised for the date. */
export const isFinalReport = (text: string, date: Pick<NamedDate, "from">): boolean =>
  /\bfinal report\b/i.test(clauseBefore(text, date.from));
