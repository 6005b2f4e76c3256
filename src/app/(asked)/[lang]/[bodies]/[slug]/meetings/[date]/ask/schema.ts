import * as z from "zod";
import { QUESTION_IDENTITIES, QUESTION_KINDS } from "@/domain/questions/question";
import { keysOf } from "@/domain/wording/words-by-value";

const MOST_WRITTEN = 5_000;

/** Part of an address. */
const slug = z.string().regex(/^[a-z0-9-]{1,100}$/);

/** What somebody sends in for a meeting from the public site. */
export const askSchema = z
  .object({
    body: slug,
    meeting: slug,
    kind: z.enum(keysOf(QUESTION_KINDS), "Choose what you send."),
    text: z
      .string()
      .trim()
      .min(1, "Write your question or your statement.")
      .max(MOST_WRITTEN, "Shorten this to 5,000 characters or fewer."),
    name: z
      .string()
      .trim()
      .min(1, "Write your name. You can keep it from being published.")
      .max(200, "Shorten your name to 200 characters or fewer."),
    area: z.string().trim().max(100, "Shorten this to the town or parish.").default(""),
    email: z
      .union([z.literal(""), z.string().trim().max(254).pipe(z.email())], {
        error: "Write an e-mail address such as name@example.org, or leave this empty.",
      })
      .default(""),
    identity: z.enum(keysOf(QUESTION_IDENTITIES), "Choose what may be published about you."),
  })
  .superRefine(({ identity, area }, context) => {
    if (identity === "name_and_area" && area === "")
      context.addIssue({
        code: "custom",
        path: ["area"],
        message: "Write your town or parish, or choose to have your name alone published.",
      });
  });
