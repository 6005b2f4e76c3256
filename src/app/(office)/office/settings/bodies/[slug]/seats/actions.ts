"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { addSeat, endSeat } from "@/server/people/seats";
import { endSchema } from "../../../end-schema";
import { seatSchema } from "./schema";

const add = formAction(seatSchema, async (tx, actor, { slug, seat }) => {
  await addSeat(tx, actor, seat);
  return `/office/settings/bodies/${encodeURIComponent(slug)}/seats?saved=1`;
});

const end = formAction(endSchema, async (tx, actor, { back, ...seat }) => {
  await endSeat(tx, actor, seat);
  return `${back}?saved=1`;
});

export async function addSeatAction(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form);
}

export async function endSeatAction(state: FormState, form: FormData): Promise<FormState> {
  return end(state, form);
}
