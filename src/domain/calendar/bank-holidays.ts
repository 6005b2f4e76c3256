import { addDays, compareDates, type PlainDate, plainDate, weekday } from "./plain-date";

export type BankHoliday = { readonly date: PlainDate; readonly name: string };

const MONDAY = 1;
const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

/**
 * Days appointed or moved by royal proclamation under section 1(2) and (3) of the Banking and Financial Dealings Act 1971,
 * in England and Wales since 1995. `instead` is the day that the rule would have given and that was an ordinary one.
 */
const PROCLAIMED: readonly (BankHoliday & { readonly instead?: PlainDate })[] = [
  { date: "1995-05-08", name: "Early May bank holiday (VE Day)", instead: "1995-05-01" },
  { date: "1999-12-31", name: "Millennium bank holiday" },
  { date: "2002-06-03", name: "Golden Jubilee bank holiday" },
  { date: "2002-06-04", name: "Spring bank holiday", instead: "2002-05-27" },
  { date: "2011-04-29", name: "Royal wedding bank holiday" },
  { date: "2012-06-04", name: "Spring bank holiday", instead: "2012-05-28" },
  { date: "2012-06-05", name: "Diamond Jubilee bank holiday" },
  { date: "2020-05-08", name: "Early May bank holiday (VE Day)", instead: "2020-05-04" },
  { date: "2022-06-02", name: "Spring bank holiday", instead: "2022-05-30" },
  { date: "2022-06-03", name: "Platinum Jubilee bank holiday" },
  { date: "2022-09-19", name: "State Funeral of Queen Elizabeth II" },
  { date: "2023-05-08", name: "Coronation of King Charles III" },
];

/**
 * Easter Sunday of the Gregorian calendar.
 * Authority: the Calendar (New Style) Act 1750, section 3 and its tables, by the anonymous computus of 1876.
 * Goes in: a year, e.g. 2026. Comes out: a plain date, e.g. "2026-04-05".
 */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const lunar =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - lunar - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * lunar + 22 * toSunday) / 451);
  const daysAndMonth = lunar + toSunday - 7 * late + 114;
  return plainDate(year, Math.floor(daysAndMonth / 31), (daysAndMonth % 31) + 1);
}

function firstMonday(year: number, month: number): PlainDate {
  const first = plainDate(year, month, 1);
  return addDays(first, (MONDAY + 7 - weekday(first)) % 7);
}

/** The last Monday of a month of 31 days, as May and August are. */
function lastMonday(year: number, month: number): PlainDate {
  const last = plainDate(year, month, 31);
  return addDays(last, MONDAY - weekday(last));
}

function newYear(year: number): BankHoliday {
  const first = plainDate(year, 1, 1);
  const name = "New Year’s Day";
  if (weekday(first) === SATURDAY) return { date: addDays(first, 2), name: `${name} (substitute day)` };
  if (weekday(first) === SUNDAY) return { date: addDays(first, 1), name: `${name} (substitute day)` };
  return { date: first, name };
}

/** A Christmas Day or Boxing Day on a weekend is made up for on the next weekday that is not itself one of the two. */
function christmas(year: number): BankHoliday[] {
  const christmasDay = plainDate(year, 12, 25);
  const boxingDay = plainDate(year, 12, 26);
  const inLieu = (name: string, day: number) => ({ date: plainDate(year, 12, day), name: `${name} (substitute day)` });
  const day = { date: christmasDay, name: "Christmas Day" };
  const boxing = { date: boxingDay, name: "Boxing Day" };
  switch (weekday(christmasDay)) {
    case FRIDAY:
      return [day, inLieu("Boxing Day", 28)];
    case SATURDAY:
      return [inLieu("Christmas Day", 27), inLieu("Boxing Day", 28)];
    case SUNDAY:
      return [boxing, inLieu("Christmas Day", 27)];
    default:
      return [day, boxing];
  }
}

function computed(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year);
  const byRule: BankHoliday[] = [
    newYear(year),
    { date: addDays(easter, -2), name: "Good Friday" },
    { date: addDays(easter, 1), name: "Easter Monday" },
    { date: firstMonday(year, 5), name: "Early May bank holiday" },
    { date: lastMonday(year, 5), name: "Spring bank holiday" },
    { date: lastMonday(year, 8), name: "Summer bank holiday" },
    ...christmas(year),
  ];
  const moved = new Set(PROCLAIMED.map(({ instead }) => instead));
  const proclaimed = PROCLAIMED.filter(({ date }) => date.startsWith(`${year}-`)).map(({ date, name }) => ({
    date,
    name,
  }));
  return [...byRule.filter(({ date }) => !moved.has(date)), ...proclaimed].sort((a, b) => compareDates(a.date, b.date));
}

// Counting asks for the same few years over and over; the answer for a year never changes.
const alreadyComputed = new Map<number, readonly BankHoliday[]>();

/**
 * The bank holidays of England and Wales in a calendar year, substitute days in place of those that fall on a weekend.
 * Authority: Banking and Financial Dealings Act 1971, section 1 and Schedule 1; Good Friday and Christmas Day at common
 * law; New Year's Day, the Early May holiday and substitute days by yearly proclamation, so a future year is an
 * expectation that the council's calendar can correct.
 * Goes in: a year, sensible from 1995 to 2100 (earlier one-off days are not listed). Comes out: date and name, in order of date.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const known = alreadyComputed.get(year) ?? computed(year);
  alreadyComputed.set(year, known);
  return known;
}
