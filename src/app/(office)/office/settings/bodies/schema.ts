import * as z from "zod";
import { keysOf } from "@/domain/wording/words-by-value";
import type { BodyFacts } from "@/server/bodies/commands";
import { checkDay, dayIn, dayParts } from "../../../_forms/when-schema";
import { maybeId, maybeWords, version, words } from "../typed";
import { FUNCTIONS, KINDS } from "./kinds";

const facts = z
  .object({
    name: words(150, "Write the name."),
    shortName: words(60, "Write the name in short."),
    kind: z.enum(keysOf(KINDS), "Choose what kind of body it is."),
    parentId: maybeId,
    predecessorId: maybeId,
    remit: maybeWords(2000),
    functions: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((sent) => [sent].flat().filter((one) => one !== ""))
      .pipe(z.array(z.enum(keysOf(FUNCTIONS)))),
    ...dayParts("from"),
    ...dayParts("until"),
  })
  .superRefine(checkDay("from"))
  .superRefine(checkDay("until"));

const asFacts = (typed: z.output<typeof facts>): BodyFacts => ({
  name: typed.name,
  shortName: typed.shortName,
  kind: typed.kind,
  parentId: typed.parentId,
  predecessorId: typed.predecessorId,
  remit: typed.remit,
  functions: typed.functions,
  from: dayIn(typed, "from"),
  until: dayIn(typed, "until"),
});

export const newBodySchema = facts.transform(asFacts);

export const bodySchema = z
  .intersection(z.object({ id: z.uuid(), slug: z.string(), version }), facts)
  .transform(({ id, slug, version, ...typed }) => ({ id, slug, version, ...asFacts(typed) }));
