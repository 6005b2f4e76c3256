import type { ReactNode } from "react";
import { formatFullDate, type PlainDate, yearOf } from "@/domain/calendar/plain-date";
import type { ThreadDay } from "@/ui/thread";

/** The stages a topic may pass, in the order of the golden thread. */
export type Stage =
  | "topic"
  | "score"
  | "proposal"
  | "programme"
  | "report"
  | "agenda"
  | "minute"
  | "recommendation"
  | "response"
  | "work"
  | "outcome";

/** One point of a thread. */
export type Happening = {
  key: string;
  /** The day it happened or is to happen; null where nobody has set one. */
  on: PlainDate | null;
  /** Breaks ties of one day: what comes before the meeting, at it, after it. */
  rank: number;
  /** The stages that lead here from the index. */
  stages: readonly Stage[];
  id?: string | undefined;
  /** Shown instead of `on`, for spans. */
  day?: ThreadDay | undefined;
  decision?: boolean | undefined;
  kind?: ReactNode;
  title: ReactNode;
  body?: ReactNode;
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const monthOf = (date: PlainDate) => MONTHS[Number(date.slice(5, 7)) - 1] ?? "";

/** "16 Jun" and "2016" under it. */
export const dayOf = (date: PlainDate): ThreadDay => ({
  short: `${Number(date.slice(8))} ${monthOf(date)}`,
  year: yearOf(date),
  full: formatFullDate(date),
});

/** "Jul–Sep", or the one day. */
export function spanOf(first: PlainDate, last: PlainDate): ThreadDay {
  if (first === last) return dayOf(first);
  if (monthOf(first) === monthOf(last) && yearOf(first) === yearOf(last))
    return { short: monthOf(first), year: yearOf(first) };
  const from = yearOf(first) === yearOf(last) ? monthOf(first) : `${monthOf(first)} ${yearOf(first)}`;
  return { short: `${from}–${monthOf(last)}`, year: yearOf(last) };
}
