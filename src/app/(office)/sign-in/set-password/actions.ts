"use server";

import type { FormState } from "@/app/_lib/form-state";
import { setPassword } from "@/server/auth/passwords";
import { openAction } from "../open-action";
import { setPasswordSchema } from "./schema";

const set = openAction(setPasswordSchema, async ({ key, password }) => {
  await setPassword(key, password);
  return "/sign-in?set=1";
});

export async function setPasswordAction(state: FormState, form: FormData): Promise<FormState> {
  return set(state, form);
}
