"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { addCalendarDay, removeCalendarDay } from "@/server/council/commands";
import { addDaySchema, removeDaySchema } from "./schema";

const HERE = "/office/settings/calendar?saved=1";

const add = formAction(addDaySchema, async (tx, actor, day) => {
  await addCalendarDay(tx, actor, day);
  return HERE;
});

const remove = formAction(removeDaySchema, async (tx, actor, day) => {
  await removeCalendarDay(tx, actor, day);
  return HERE;
});

export async function addDayAction(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form);
}

export async function removeDayAction(state: FormState, form: FormData): Promise<FormState> {
  return remove(state, form);
}
