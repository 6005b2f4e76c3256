import * as z from "zod";
import { checkDay, dayIn, dayParts } from "../../_forms/when-schema";
import { version } from "./typed";

/** The end of a seat or a post, and the page to come back to. */
export const endSchema = z
  .object({
    id: z.uuid(),
    version,
    back: z.string().regex(/^\/office\/settings\/[\w/-]*$/),
    ...dayParts("until"),
  })
  .superRefine(checkDay("until", true))
  .transform((typed) => ({
    id: typed.id,
    version: typed.version,
    back: typed.back as `/office/settings/${string}`,
    until: dayIn(typed, "until") ?? "",
  }));
