import * as z from "zod";

export const signInSchema = z.object({
  email: z.string().trim().min(1, "Write your e-mail address."),
  password: z.string().min(1, "Write your password."),
  from: z.string().optional(),
});
