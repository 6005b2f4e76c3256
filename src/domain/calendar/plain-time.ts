import type { PlainDate } from "./plain-date";

/** A time of day on the 24-hour clock, e.g. "09:00" or "16:30". Such strings sort in order of time. */
export type PlainTime = string;

/** A day, with a time where one is known: when something was published, or falls due, as the town-hall clock shows it. */
export type LocalMoment = { readonly date: PlainDate; readonly time?: PlainTime | undefined };

/** Goes in: any text. Comes out: whether it is a time of day written like "09:00", from "00:00" to "23:59". */
export function isPlainTime(text: string): text is PlainTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Goes in: text that ought to be a time like "09:00". Comes out: the same text. @throws RangeError when it is not one. */
export function parsePlainTime(text: string): PlainTime {
  if (!isPlainTime(text)) throw new RangeError(`“${text}” is not a time of day written like 09:00.`);
  return text;
}

/** A day alone, or a day with a time, as a moment. */
export function asMoment(when: PlainDate | LocalMoment): LocalMoment {
  return typeof when === "string" ? { date: when } : when;
}

/**
 * Whether a moment is past another. A day without a time lasts until its end, so on the same day it is past nothing and
 * nothing is past it; a deadline of "10:00" is still met at 10:00.
 */
export function isPast(now: LocalMoment, due: LocalMoment): boolean {
  if (now.date !== due.date) return now.date > due.date;
  return now.time !== undefined && due.time !== undefined && now.time > due.time;
}

/** In the house style: "10.00 am", "12.15 pm", "noon", "midnight". @throws RangeError for a malformed time. */
export function formatTime(time: PlainTime): string {
  if (parsePlainTime(time) === "12:00") return "noon";
  if (time === "00:00") return "midnight";
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}.${time.slice(3)} ${hour < 12 ? "am" : "pm"}`;
}
