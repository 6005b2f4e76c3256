"use server";

import type { FormState } from "@/app/_lib/form-state";
import { publicPagesChanged } from "@/app/_lib/public-pages";
import { makeFirstAdministrator } from "@/server/auth/first-administrator";
import { openAction } from "../open-action";
import { firstAdministratorSchema } from "./schema";

const make = openAction(firstAdministratorSchema, async ({ key, ...administrator }) => {
  await makeFirstAdministrator(key, administrator);
  publicPagesChanged();
  return "/sign-in?set=1";
});

export async function firstAdministratorAction(state: FormState, form: FormData): Promise<FormState> {
  return make(state, form);
}
