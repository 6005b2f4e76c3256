"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { addBody, changeBody } from "@/server/bodies/commands";
import { bodySchema, newBodySchema } from "./schema";

const add = formAction(newBodySchema, async (tx, actor, facts) => {
  return `/office/settings/bodies/${await addBody(tx, actor, facts)}?saved=1`;
});

const change = formAction(bodySchema, async (tx, actor, { slug, ...facts }) => {
  await changeBody(tx, actor, facts);
  return `/office/settings/bodies/${encodeURIComponent(slug)}?saved=1`;
});

export async function addBodyAction(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form);
}

export async function changeBodyAction(state: FormState, form: FormData): Promise<FormState> {
  return change(state, form);
}
