import * as z from "zod";
import { checkDay, dayIn, dayParts } from "../../../_forms/when-schema";
import { maybeId, words } from "../typed";

export const areaSchema = z.object({ id: maybeId, name: words(120, "Write the name.") });

export const portfolioSchema = z
  .object({ id: maybeId, name: words(150, "Write the name."), ...dayParts("from"), ...dayParts("until") })
  .superRefine(checkDay("from", true))
  .superRefine(checkDay("until"))
  .transform((typed) => ({
    id: typed.id,
    name: typed.name,
    from: dayIn(typed, "from") ?? "",
    until: dayIn(typed, "until"),
  }));
