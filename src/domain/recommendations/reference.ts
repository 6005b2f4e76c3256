import { municipalYear } from "@/domain/calendar/municipal-year";
import type { PlainDate } from "@/domain/calendar/plain-date";

/**
 * The reference after those that a council has given, by its own pattern: "SR (16/17) 02" goes on as "SR (16/17) 03", and begins
 * again with 01 in a new municipal year.
 * @param given references given so far, the last one first
 * @returns null where none follows the pattern of a year and a number
 */
export function nextReference(given: readonly string[], agreedOn: PlainDate): string | null {
  const year = municipalYear(agreedOn, []).label.slice(2);
  const parts = given.flatMap((reference) => {
    const found = /^(.*?)(\d{2}\/\d{2})(.*?)(\d+)$/.exec(reference);
    const [, before, yearOf, between, number] = found ?? [];
    return before === undefined || !yearOf || between === undefined || !number
      ? []
      : [{ before, yearOf, between, number }];
  });
  const last = parts[0];
  if (!last) return null;
  const ofYear = parts.filter(({ before, yearOf }) => before === last.before && yearOf === year);
  const next = 1 + Math.max(0, ...ofYear.map(({ number }) => Number(number)));
  return `${last.before}${year}${last.between}${String(next).padStart(last.number.length, "0")}`;
}
