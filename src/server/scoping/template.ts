import * as z from "zod";
import { SCOPING_FIELDS, type ScopingField, type ScopingTemplate } from "@/domain/scoping/scoping-template";

const FIELDS = Object.keys(SCOPING_FIELDS) as [ScopingField, ...ScopingField[]];

/** A scoping template as a body's settings keep it. */
export const templateSchema = z.object({
  key: z.string().min(1),
  name: z.string().min(1),
  version: z.int().positive(),
  fields: z
    .array(
      z.object({ field: z.enum(FIELDS), label: z.string().min(1), need: z.enum(["required", "asked", "optional"]) }),
    )
    .min(1)
    .refine((fields) => new Set(fields.map(({ field }) => field)).size === fields.length, "A field is there once.")
    .readonly(),
});

/**
 * Goes in: what a body's settings hold. Comes out: its template; null for a body that takes no scoping proposals, which has
 * none. @throws ZodError for what is neither, since guessing which fields a committee insists on would be worse
 */
export function templateFrom(stored: unknown): ScopingTemplate | null {
  const isNone = typeof stored === "object" && stored !== null && Object.keys(stored).length === 0;
  return isNone ? null : templateSchema.parse(stored);
}
