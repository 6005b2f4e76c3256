"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { changeCouncil } from "@/server/council/commands";
import { councilSchema } from "./schema";

const change = formAction(councilSchema, async (tx, actor, council) => {
  await changeCouncil(tx, actor, council);
  return "/office/settings/council?saved=1";
});

export async function changeCouncilAction(state: FormState, form: FormData): Promise<FormState> {
  return change(state, form);
}
