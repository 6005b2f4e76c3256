import * as z from "zod";
import { keysOf } from "@/domain/wording/words-by-value";
import type { ItemValues } from "@/server/programme/item-values";
import { dayIn, dayParts } from "../../../_forms/when-schema";
import { TYPES } from "./item-words";

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
  type: z.enum(keysOf(TYPES), "Choose what kind of work it is."),
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
  ...dayParts("target"),
};

type Typed = Omit<ItemValues, "target"> & Readonly<Record<string, unknown>>;

/** What was typed of an item, as a command takes it. */
export const valuesIn = (typed: Typed): ItemValues => ({
  title: typed.title,
  purpose: typed.purpose.replaceAll("\r\n", "\n"),
  type: typed.type,
  linesOfEnquiry: typed.linesOfEnquiry,
  leadMember: typed.leadMember,
  leadOfficer: typed.leadOfficer,
  outcome: typed.outcome,
  target: dayIn(typed, "target"),
});
