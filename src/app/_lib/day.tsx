import type { ReactNode } from "react";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatDate, formatFullDate, formatMarginDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { ShortDate } from "@/ui/short-date";

/** "Tue 11 Oct", heard in full by a screen reader; the year stands beside it only where it is not this one. */
export function MarginDay({ date, today }: { date: PlainDate; today: PlainDate }): ReactNode {
  return <ShortDate dateTime={date} short={formatMarginDate(date, { leftOutIn: today })} full={formatFullDate(date)} />;
}

/** "Mon 3 Oct, 8.35 am" */
export function momentWords(at: Date, today: PlainDate): string {
  return `${formatMarginDate(londonDate(at), { leftOutIn: today })}, ${formatTime(londonTime(at))}`;
}

/** "3 October", with the year where it is not this one. */
export const dayWords = (at: Date, today: PlainDate): string => formatDate(londonDate(at), { leftOutIn: today });

/** "31 Mar 2017", for a chip. */
export const dueDay = (date: PlainDate): string => formatMarginDate(date, "shown").replace(/^\w+ /, "");
