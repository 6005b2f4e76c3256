import * as z from "zod";

const MOST_WRITTEN = 20_000;
const tooLong = "Shorten this to 20,000 characters or fewer.";

/** What the forms of a topic share. */
export const topicFields = {
  title: z
    .string()
    .trim()
    .min(1, "Say in a few words what it is about.")
    .max(200, "Say it in 200 characters or fewer. There is room for more below."),
  description: z.string().trim().max(MOST_WRITTEN, tooLong).default(""),
  rationale: z.string().trim().max(MOST_WRITTEN, tooLong).default(""),
};
