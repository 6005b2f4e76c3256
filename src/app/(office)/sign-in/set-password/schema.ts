import * as z from "zod";

export const setPasswordSchema = z.object({
  key: z.string().min(1).max(200),
  password: z.string().min(1, "Choose a password.").max(5000, "Write at most 1,000 characters."),
});
