import * as z from "zod";
import { checkDay, dayParts, timeOfDay } from "../../../_forms/when-schema";

export const clockSchema = z
  .object({ version: z.coerce.number().int(), ...dayParts("date"), time: timeOfDay })
  .superRefine(checkDay("date", true));

export const startSchema = z.object({ version: z.coerce.number().int() });
