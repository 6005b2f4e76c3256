import * as z from "zod";
import type { Address } from "@/server/forms/once";
import type { Typed } from "@/server/workflow/answers";

const MOST_REASONED = 2000;

/** A step of any machine, as its form sends it; what its own fields say is for the step to read. */
export const stepSchema = z
  .looseObject({
    kind: z.string(),
    id: z.uuid(),
    version: z.coerce.number().int(),
    step: z.string(),
    /** The page it was taken on, to come back to. */
    back: z.string().regex(/^\/office(\/|$)/),
    reason: z.string().trim().max(MOST_REASONED, "Shorten the reason: it is longer than 2,000 characters.").optional(),
    decisionId: z.union([z.literal("").transform(() => undefined), z.uuid()]).optional(),
    consulted: z.string().trim().max(300, "Shorten this: names only.").optional(),
    otherBodyId: z.union([z.literal("").transform(() => undefined), z.uuid()]).optional(),
    reference: z.string().trim().max(300, "Shorten this: the reference only.").optional(),
  })
  .transform(({ back, ...step }) => ({ ...step, back: back as Address, typed: typedOf(step) }));

/** Whatever else was sent; the framework's and other people's keys that are no text are not looked at. */
const typedOf = (sent: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(sent).filter(
      (field): field is [string, string | string[]] =>
        typeof field[1] === "string" || (Array.isArray(field[1]) && field[1].every((each) => typeof each === "string")),
    ),
  );
