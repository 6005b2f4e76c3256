import * as z from "zod";
import { isPlainDate } from "@/domain/calendar/plain-date";
import { dayIn, dayParts } from "../../../_forms/when-schema";

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
  .object({ ...versioned, ...decided, to: place, back: z.enum(["desk", "item"]).default("desk"), ...dayParts("on") })
  .superRefine((typed, context) => {
    const on = dayIn(typed, "on");
    if (ELSEWHERE_KINDS.some((kind) => kind === typed.to) && (on === null || !isPlainDate(on)))
      context.addIssue({ code: "custom", path: ["on"], message: "Write its day, such as 4 11 2016." });
  });

export const withdrawSchema = z.object({ ...versioned, ...decided });
