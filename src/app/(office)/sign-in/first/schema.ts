import * as z from "zod";
import { email, words } from "../../office/settings/typed";

export const firstAdministratorSchema = z.object({
  key: z.string().min(1).max(200),
  council: words(120, "Write the council’s name."),
  name: words(120, "Write your name."),
  email,
  password: z.string().min(1, "Choose a password.").max(5000, "Write at most 1,000 characters."),
});
