import * as z from "zod";
import { keysOf } from "@/domain/wording/words-by-value";
import { checkDay, dayIn, dayParts } from "../../../../../_forms/when-schema";
import { maybeId, maybeWords } from "../../../typed";
import { ROLES } from "../../kinds";

export const seatSchema = z
  .object({
    bodyId: z.uuid(),
    slug: z.string(),
    personId: z.uuid("Choose who."),
    role: z.enum(keysOf(ROLES), "Choose as what."),
    portfolioId: maybeId,
    represents: maybeWords(150),
    ...dayParts("from"),
    ...dayParts("until"),
  })
  .superRefine(checkDay("from", true))
  .superRefine(checkDay("until"))
  .transform((typed) => ({
    slug: typed.slug,
    seat: {
      bodyId: typed.bodyId,
      personId: typed.personId,
      role: typed.role,
      portfolioId: typed.portfolioId,
      represents: typed.represents || null,
      from: dayIn(typed, "from") ?? "",
      until: dayIn(typed, "until"),
    },
  }));
