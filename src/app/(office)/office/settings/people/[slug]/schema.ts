import * as z from "zod";
import { keysOf } from "@/domain/wording/words-by-value";
import { checkDay, dayIn, dayParts } from "../../../../_forms/when-schema";
import { ids, maybeId, version, words } from "../../typed";
import { POST_KINDS } from "../post-kinds";

export const postSchema = z
  .object({
    personId: z.uuid(),
    slug: z.string(),
    title: words(150, "Write the title."),
    kind: z.enum(keysOf(POST_KINDS), "Choose what the post is for."),
    areaId: maybeId,
    bodyIds: ids,
    portfolioIds: ids,
    ...dayParts("from"),
    ...dayParts("until"),
  })
  .superRefine(checkDay("from", true))
  .superRefine(checkDay("until"))
  .transform((typed) => ({
    slug: typed.slug,
    post: {
      personId: typed.personId,
      title: typed.title,
      kind: typed.kind,
      areaId: typed.areaId,
      bodyIds: typed.bodyIds,
      portfolioIds: typed.portfolioIds,
      from: dayIn(typed, "from") ?? "",
      until: dayIn(typed, "until"),
    },
  }));

export const accountSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  version,
  step: z.enum(["disable", "enable", "end sessions", "invite again", "reset second factor", "unlink openid"]),
});
