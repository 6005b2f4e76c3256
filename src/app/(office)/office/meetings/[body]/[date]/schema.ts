import * as z from "zod";
import { isPlainDate } from "@/domain/calendar/plain-date";

const number = z.string().trim().default("");
/** Part of an address to come back to. */
const slug = z.string().regex(/^[a-z0-9-]+$/);
const reason = z.string().trim().max(2000, "Say it in 2,000 characters or fewer.").optional();
const meeting = { meetingId: z.uuid(), version: z.coerce.number().int(), body: slug, meeting: slug };

export const publishSchema = z.object({ ...meeting, reason });

export const scheduleSchema = z
  .object({
    ...meeting,
    reason,
    "at-day": number,
    "at-month": number,
    "at-year": number,
    time: z
      .string()
      .trim()
      .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, "Write the time by the 24-hour clock, such as 09:00.")
      .transform((typed) => typed.replace(".", ":").padStart(5, "0")),
  })
  .superRefine((typed, context) => {
    if (!isPlainDate(dayOf(typed)))
      context.addIssue({ code: "custom", path: ["at-day"], message: "Write a day that exists, such as 4 10 2016." });
  });

/** The day that three fields say, as "2016-10-04". */
export const dayOf = (typed: Readonly<Record<"at-day" | "at-month" | "at-year", string>>): string =>
  `${typed["at-year"].padStart(4, "0")}-${typed["at-month"].padStart(2, "0")}-${typed["at-day"].padStart(2, "0")}`;

export const cancelSchema = z.object(meeting);
