"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { seeSelfGrant } from "@/server/people/self-grants";
import { seeSchema } from "./schema";

const see = formAction(seeSchema, async (tx, actor, grant) => {
  await seeSelfGrant(tx, actor, grant);
  return "/office/settings/notices";
});

export async function seeAction(state: FormState, form: FormData): Promise<FormState> {
  return see(state, form);
}
