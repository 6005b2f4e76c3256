import * as z from "zod";
import { maybeWords, version, words } from "../typed";

const label = words(60);

export const councilSchema = z
  .object({
    version,
    name: words(120, "Write the name."),
    shortName: words(40, "Write the name in short."),
    address: maybeWords(300),
    introduction: maybeWords(1000),
    colour: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, "Write the colour as # and six digits, such as #0f4c5c."),
    crest: z.string().trim().max(250_000, "Give a smaller drawing: this one is over 200 kB.").default(""),
    noCrest: z.string().optional(),
    chair: label,
    viceChair: label,
    executive: label,
    executiveChair: label,
    programme: label,
  })
  .transform(({ chair, viceChair, executive, executiveChair, programme, crest, noCrest, ...facts }) => ({
    ...facts,
    labels: { chair, viceChair, executive, executiveChair, programme },
    crest: noCrest ? "" : crest || undefined,
  }));
