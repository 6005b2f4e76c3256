import * as z from "zod";

export const nothingSchema = z.object({});

export const codeSchema = z.object({
  code: z.string().trim().min(1, "Write the code.").max(40, "Write the six digits."),
});
