import * as z from "zod";
import { isPlainDate } from "@/domain/calendar/plain-date";

export const dateParts = (name: string) =>
  ({
    [`${name}-day`]: z.string().trim().default(""),
    [`${name}-month`]: z.string().trim().default(""),
    [`${name}-year`]: z.string().trim().default(""),
  }) as Record<`${string}-${"day" | "month" | "year"}`, z.ZodDefault<z.ZodString>>;

/** The day that three fields say, as "2016-10-11"; null where nothing was typed. */
export function dateIn(typed: Readonly<Record<string, unknown>>, name: string): string | null {
  const [year, month, day] = ["year", "month", "day"].map((part) => String(typed[`${name}-${part}`] ?? ""));
  if (!year && !month && !day) return null;
  return `${year?.padStart(4, "0")}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
}

/** Which record, in the version that was read, and where its desk is. */
export const versioned = {
  id: z.uuid(),
  version: z.coerce.number().int(),
  body: z.string().regex(/^[a-z0-9-]+$/),
};

/** Why, and what it rests on: a decision in the minutes, or an officer's after consulting somebody. */
export const decided = {
  reason: z.string().trim().max(2000, "Write no more than 2,000 characters.").optional(),
  consulted: z.string().trim().max(300, "Write no more than 300 characters.").optional(),
  decisionId: z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional(),
};

export const ELSEWHERE_KINDS = ["briefing", "visit", "circulation"] as const;

const place = z.union([z.enum(["none", ...ELSEWHERE_KINDS]), z.uuid()], "Choose where it goes.");

export const moveSchema = z
  .object({ ...versioned, ...decided, to: place, back: z.enum(["desk", "item"]).default("desk"), ...dateParts("on") })
  .superRefine((typed, context) => {
    const on = dateIn(typed, "on");
    if (ELSEWHERE_KINDS.some((kind) => kind === typed.to) && (on === null || !isPlainDate(on)))
      context.addIssue({ code: "custom", path: ["on"], message: "Write its day, such as 4 11 2016." });
  });

export const withdrawSchema = z.object({ ...versioned, ...decided });
