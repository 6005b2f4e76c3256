import * as z from "zod";

export const nothingSchema = z.object({});

export const codeSchema = z.object({
  code: z.string().trim().min(1, "Write the code.").max(40, "Write the six digits."),
});

export const changePasswordSchema = z.object({
  current: z
    .string()
    .min(1, "Write the password that you sign in with now.")
    .max(5000, "Write at most 1,000 characters."),
  password: z.string().min(1, "Choose a password.").max(5000, "Write at most 1,000 characters."),
});
