import * as z from "zod";
import { isPlainDate } from "@/domain/calendar/plain-date";
import type { ItemValues } from "@/server/programme/item-values";
import { TYPES } from "./item-words";
import { dateIn, dateParts } from "./schema";

/** A field that may be sent more than once; what is left empty is nothing. */
const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => [...new Set([sent].flat().filter((one) => one !== ""))])
  .pipe(z.array(z.uuid()));

/** What is typed of an item, whether it is new or there already. */
export const itemFields = {
  title: z.string().trim().min(1, "Write a title.").max(200, "Write no more than 200 characters."),
  purpose: z.string().trim().max(4000, "Write no more than 4,000 characters.").default(""),
  type: z.enum(Object.keys(TYPES) as [keyof typeof TYPES], "Choose what kind of work it is."),
  linesOfEnquiry: z
    .string()
    .max(8000, "Write no more than 8,000 characters.")
    .default("")
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    ),
  leadMember: several,
  leadOfficer: several,
  outcome: several,
  ...dateParts("target"),
};

/** Checks the day of a form that has itemFields. */
export function checkTarget(typed: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  const target = dateIn(typed, "target");
  if (target !== null && !isPlainDate(target))
    context.addIssue({ code: "custom", path: ["target"], message: "Write a day that exists, such as 11 1 2017." });
}

type Typed = Omit<ItemValues, "target"> & Readonly<Record<string, unknown>>;

export const valuesIn = (typed: Typed): ItemValues => ({
  title: typed.title,
  purpose: typed.purpose.replaceAll("\r\n", "\n"),
  type: typed.type,
  linesOfEnquiry: typed.linesOfEnquiry,
  leadMember: typed.leadMember,
  leadOfficer: typed.leadOfficer,
  outcome: typed.outcome,
  target: dateIn(typed, "target"),
});
