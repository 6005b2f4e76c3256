import * as z from "zod";
import { isPlainDate } from "@/domain/calendar/plain-date";

/* What forms of the settings have in common. */

export const words = (most: number, empty = "Write a few words.") =>
  z.string().trim().min(1, empty).max(most, `Shorten this to ${most} characters.`);

export const maybeWords = (most: number) =>
  z.string().trim().max(most, `Shorten this to ${most} characters.`).default("");

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Write an e-mail address, such as name@example.org."));

export const maybeEmail = z
  .string()
  .trim()
  .toLowerCase()
  .default("")
  .transform((typed) => typed || null)
  .pipe(z.email("Write an e-mail address, such as name@example.org.").nullable());

export const version = z.coerce.number().int();

/** One of a list, or nothing. */
export const maybeId = z
  .string()
  .default("")
  .transform((sent) => sent || null)
  .pipe(z.uuid().nullable());

/** Boxes that were ticked. */
export const ids = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => [sent].flat().filter((one) => one !== ""))
  .pipe(z.array(z.uuid()));

const part = z.string().trim().default("");

/** The three fields of a day. */
export const dayParts = <Name extends string>(name: Name) =>
  ({ [`${name}-day`]: part, [`${name}-month`]: part, [`${name}-year`]: part }) as Record<
    `${Name}-day` | `${Name}-month` | `${Name}-year`,
    typeof part
  >;

/** The day that three fields say, as "2016-10-11"; null where they are empty. */
export function dayIn(typed: Readonly<Record<string, unknown>>, name: string): string | null {
  const [year = "", month = "", day = ""] = ["year", "month", "day"].map((each) =>
    String(typed[`${name}-${each}`] ?? ""),
  );
  if (!year && !month && !day) return null;
  return `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Refuses a day that does not exist, and where `must` one that is not given. */
export const checkDay =
  (name: string, must = false) =>
  (typed: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void => {
    const day = dayIn(typed, name);
    if (day === null ? must : !isPlainDate(day))
      context.addIssue({ code: "custom", path: [name], message: "Write a day that exists, such as 11 10 2016." });
  };
