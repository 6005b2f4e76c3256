import * as z from "zod";

const keys = z
  .union([z.uuid().transform((id) => [id]), z.array(z.uuid())])
  .optional()
  .transform((ids) => ids ?? []);

export const newProposalSchema = z.object({
  bodyId: z.uuid(),
  item: z.string().trim().min(1, "Say what the item is called.").max(300, "Say it in 300 characters or fewer."),
  topics: keys,
});
