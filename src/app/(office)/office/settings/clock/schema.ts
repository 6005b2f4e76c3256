import * as z from "zod";
import { isPlainDate } from "@/domain/calendar/plain-date";

const number = z.string().trim();

/** "9.00", "9:00" and "09:00" are one time. */
const time = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, "Write the time by the 24-hour clock, such as 09:00.")
  .transform((typed) => typed.replace(".", ":").padStart(5, "0"));

const date = { "date-day": number, "date-month": number, "date-year": number };

export const clockSchema = z
  .object({ version: z.coerce.number().int(), ...date, time })
  .superRefine((typed, context) => {
    if (!isPlainDate(dateOf(typed)))
      context.addIssue({ code: "custom", path: ["date-day"], message: "Write a day that exists, such as 11 10 2016." });
  });

/** The day that three fields say, as "2016-10-11". */
export const dateOf = (typed: Readonly<Record<keyof typeof date, string>>): string =>
  `${typed["date-year"].padStart(4, "0")}-${typed["date-month"].padStart(2, "0")}-${typed["date-day"].padStart(2, "0")}`;

export const startSchema = z.object({ version: z.coerce.number().int() });
