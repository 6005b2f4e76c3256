"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { formValues, typedText } from "@/app/_lib/form-values";
import { changeOwnPassword } from "@/server/auth/passwords";
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from "@/server/auth/second-factor";
import { currentSession, requirePerson } from "@/server/auth/session";
import { expectedFailure } from "@/server/errors";
import { openAction } from "../../../sign-in/open-action";
import { changePasswordSchema, codeSchema, nothingSchema } from "./schema";

const HERE = "/office/settings/sign-in";

const begin = formAction(nothingSchema, async (tx, actor) => {
  await beginSecondFactor(tx, actor);
  return HERE;
});

const end = formAction(codeSchema, async (tx, actor, code) => {
  await endSecondFactor(tx, actor, code);
  return `${HERE}?saved=1`;
});

export async function changePasswordAction(state: FormState, form: FormData): Promise<FormState> {
  const person = await requirePerson();
  const session = await currentSession();
  const change = openAction(changePasswordSchema, async (typed) => {
    await changeOwnPassword(person, { ...typed, keyHash: session?.keyHash ?? "" });
    return `${HERE}?changed=1`;
  });
  return change(state, form);
}

export async function beginSecondFactorAction(state: FormState, form: FormData): Promise<FormState> {
  return begin(state, form);
}

export async function endSecondFactorAction(state: FormState, form: FormData): Promise<FormState> {
  return end(state, form);
}

/** What came of the code: the recovery codes, which are shown this once, or what to put right. */
export type Confirmed = { codes: readonly string[]; problem: string | null };

export async function confirmSecondFactorAction(_state: Confirmed, form: FormData): Promise<Confirmed> {
  const person = await requirePerson();
  const session = await currentSession();
  try {
    const code = typedText(formValues(form), "code").slice(0, 40);
    return { codes: await confirmSecondFactor(person, { code, keyHash: session?.keyHash ?? "" }), problem: null };
  } catch (error) {
    const failure = expectedFailure(error);
    if (failure?.kind === "invalid") return { codes: [], problem: failure.fields.code?.[0] ?? "Write the code." };
    if (failure?.kind === "refused") return { codes: [], problem: failure.refusal.sentence };
    throw error;
  }
}
