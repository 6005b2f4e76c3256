import type { PlainTime } from "./plain-time";

/** A time of the clock as somebody types it: "9.30", "9:30" and "09:30" are one; null for what is none. */
export const typedTime = (text: string): PlainTime | null =>
  /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(text) ? text.replace(".", ":").padStart(5, "0") : null;
