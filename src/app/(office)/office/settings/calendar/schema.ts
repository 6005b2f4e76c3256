import * as z from "zod";
import { keysOf } from "@/domain/wording/words-by-value";
import { checkDay, dayIn, dayParts } from "../../../_forms/when-schema";
import { words } from "../typed";
import { DAY_KINDS } from "./day-kinds";

export const addDaySchema = z
  .object({
    name: words(100, "Write what it is."),
    kind: z.enum(keysOf(DAY_KINDS), "Choose the kind."),
    ...dayParts("date"),
  })
  .superRefine(checkDay("date", true))
  .transform((typed) => ({ name: typed.name, kind: typed.kind, date: dayIn(typed, "date") ?? "" }));

export const removeDaySchema = z.object({ date: z.iso.date() });
