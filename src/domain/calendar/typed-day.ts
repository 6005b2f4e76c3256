/**
 * The day that somebody typed into the three boxes of a date, "dueOn-day", "dueOn-month" and "dueOn-year".
 * @param name "dueOn"
 * @param said what a box says
 * @returns written like "2016-10-11", also where there is no such day; null where all three are empty
 */
export function typedDay(name: string, said: (box: string) => string): string | null {
  const [day = "", month = "", year = ""] = ["day", "month", "year"].map((part) => said(`${name}-${part}`).trim());
  if (!day && !month && !year) return null;
  return `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
