import * as z from "zod";

/** Part of an address to come back to. */
const slug = z.string().regex(/^[a-z0-9-]+$/);

export const takeDownSchema = z.object({
  paperId: z.uuid(),
  version: z.coerce.number().int(),
  body: slug,
  meeting: slug,
  reason: z.string().trim().min(1, "Say why it has to come down.").max(2000, "Say it in 2,000 characters or fewer."),
  sure: z.literal("yes", "Tick this: it cannot be undone here."),
});
