import * as z from "zod";

export const importSchema = z.object({
  // Browsers send line ends of a field as two characters.
  text: z
    .string()
    .min(1)
    .max(1_100_000)
    .transform((text) => text.replace(/\r\n?/g, "\n")),
  digest: z.string().max(100),
});
