import * as z from "zod";

const MOST_WRITTEN = 5_000;
const tooLong = "Shorten this to 5,000 characters or fewer.";

/** What somebody suggests from the public site. Only the title and what it is about have to be said. */
export const suggestionSchema = z
  .object({
    title: z
      .string()
      .trim()
      .min(1, "Say in a few words what scrutiny should look into.")
      .max(150, "Say it in 150 characters or fewer. There is room for more below."),
    description: z.string().trim().min(1, "Say what it is about.").max(MOST_WRITTEN, tooLong),
    rationale: z.string().trim().max(MOST_WRITTEN, tooLong).default(""),
    name: z.string().trim().max(200, "Shorten your name to 200 characters or fewer.").default(""),
    email: z
      .union([z.literal(""), z.string().trim().max(254).pipe(z.email())], {
        error: "Write an e-mail address such as name@example.org, or leave this empty.",
      })
      .default(""),
    wantsReply: z
      .literal("yes")
      .optional()
      .transform((ticked) => ticked === "yes"),
  })
  .superRefine(({ wantsReply, email }, context) => {
    if (wantsReply && email === "")
      context.addIssue({
        code: "custom",
        path: ["email"],
        message: "Write the e-mail address to answer to, or untick that you want to hear from us.",
      });
  });
