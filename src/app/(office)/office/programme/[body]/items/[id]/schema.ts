import * as z from "zod";
import { checkTarget, itemFields } from "../../item-schema";
import { FIELDS, type FieldName } from "../../item-words";
import { versioned } from "../../schema";

const NAMES = Object.keys(FIELDS) as FieldName[];

/** Names of fields, as a hidden input holds them. */
const names = z
  .string()
  .default("")
  .transform((text) => NAMES.filter((name) => text.split(",").includes(name)));

const side = z.enum(["mine", "theirs"]).optional();

/**
 * An item as somebody edited it; and, where somebody else had saved first, which of the two versions they chose, field by field.
 */
export const editSchema = z
  .object({
    ...itemFields,
    ...versioned,
    /** What stood there when the form was opened, and what stands there now: both only to be shown again. */
    base: z.string().max(100_000).default(""),
    conflict: z.string().max(100_000).default(""),
    /** The fields that were shown side by side, and those among them in which something was typed. */
    lines: names,
    typed: names,
    keep: z.literal("theirs").optional(),
    ...(Object.fromEntries(NAMES.map((name) => [chooses(name), side])) as Record<`choose-${FieldName}`, typeof side>),
  })
  .superRefine((form, context) => {
    checkTarget(form, context);
    if (form.keep === "theirs") return;
    for (const name of form.lines)
      if (form[chooses(name)] === undefined)
        context.addIssue({
          code: "custom",
          path: [chooses(name)],
          message: `Choose one of the two for “${FIELDS[name]}”.`,
        });
  });

/** The radio buttons of a field that was shown side by side. */
export function chooses<Name extends FieldName>(name: Name): `choose-${Name}` {
  return `choose-${name}`;
}
