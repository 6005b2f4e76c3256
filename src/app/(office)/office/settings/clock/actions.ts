"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { DEMONSTRATION_CLOCK } from "@/domain/calendar/business-clock";
import { moveClock } from "@/server/clock/commands";
import { dayIn } from "../../../_forms/when-schema";
import { clockSchema, startSchema } from "./schema";

const HERE = "/office/settings/clock";

const move = formAction(clockSchema, async (tx, actor, { version, time, ...date }) => {
  await moveClock(tx, actor, { version, standsAt: `${dayIn(date, "date")}T${time}` });
  return `${HERE}?moved=1`;
});

const moveToStart = formAction(startSchema, async (tx, actor, { version }) => {
  await moveClock(tx, actor, { version, standsAt: DEMONSTRATION_CLOCK.standsAt });
  return `${HERE}?moved=1`;
});

export async function moveClockAction(state: FormState, form: FormData): Promise<FormState> {
  return form.get("to") === "start" ? moveToStart(state, form) : move(state, form);
}
