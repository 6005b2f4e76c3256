import * as z from "zod";
import type { Address } from "@/server/forms/once";
import type { Typed } from "@/server/workflow/answers";

const key = z.union([z.literal("").transform(() => undefined), z.uuid()]).optional();

/** What every form about a record sends beside its fields; what those say is for the command to read. */
export const recordSchema = z
  .looseObject({
    id: z.uuid(),
    version: z.coerce.number().int().default(0),
    /** A part of the record that it is about: one item of its agenda. */
    part: key,
    /** The page to go to when it is done. */
    back: z.string().regex(/^\/office(\/|$)/),
  })
  .transform(({ back, ...sent }) => ({ ...sent, back: back as Address, typed: typedOf(sent) }));

/** Whatever was sent that is text. */
const typedOf = (sent: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(sent).filter(
      (field): field is [string, string | string[]] =>
        typeof field[1] === "string" || (Array.isArray(field[1]) && field[1].every((each) => typeof each === "string")),
    ),
  );
