import * as z from "zod";
import { isPlainDate } from "@/domain/calendar/plain-date";
import { typedDay } from "@/domain/calendar/typed-day";
import { typedTime } from "@/domain/calendar/typed-time";

const part = z.string().trim().default("");

/** The three boxes of a day, in a form's schema. */
export const dayParts = <Name extends string>(name: Name) =>
  ({ [`${name}-day`]: part, [`${name}-month`]: part, [`${name}-year`]: part }) as Record<
    `${Name}-day` | `${Name}-month` | `${Name}-year`,
    typeof part
  >;

/** The day that they say, as "2016-10-11"; null where they are empty. */
export const dayIn = (typed: Readonly<Record<string, unknown>>, name: string): string | null =>
  typedDay(name, (box) => String(typed[box] ?? ""));

/** Refuses a day that does not exist, and where `must` one that is not given. */
export const checkDay =
  (name: string, must = false) =>
  (typed: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void => {
    const day = dayIn(typed, name);
    if (day === null ? must : !isPlainDate(day))
      context.addIssue({ code: "custom", path: [name], message: "Write a day that exists, such as 11 10 2016." });
  };

/** A time of the clock, as "09:00". */
export const timeOfDay = z
  .string()
  .trim()
  .transform((text, context) => {
    const time = typedTime(text);
    if (time !== null) return time;
    context.addIssue({ code: "custom", message: "Write the time by the 24-hour clock, such as 09:00." });
    return z.NEVER;
  });
