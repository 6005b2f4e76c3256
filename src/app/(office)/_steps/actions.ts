"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { keptForm } from "@/app/_lib/kept-form";
import { notFound } from "@/server/errors";
import { dropDraft } from "@/server/forms/drafts";
import { answersFrom } from "@/server/workflow/answers";
import { ALL_STEPS } from "./all-steps";
import { stepSchema } from "./schema";
import { stepPlace } from "./step-address";

const take = keptForm(
  (values) => stepPlace(typedText(values, "id"), typedText(values, "step")),
  formAction(stepSchema, async (tx, actor, input) => {
    const { kind, id, version, step, back, reason, typed, decisionId, consulted, otherBodyId, reference } = input;
    const steps = Object.hasOwn(ALL_STEPS, kind) ? ALL_STEPS[kind] : undefined;
    if (!steps) throw notFound();
    const decidedOn = answersFrom(typed).date("decidedOn") ?? undefined;
    const grounds = { decisionId, consulted, otherBodyId, reference, decidedOn };
    await steps.take(tx, actor, { id, version, name: step, reason, grounds, typed });
    await dropDraft(tx, actor.personId, stepPlace(id, step));
    return back;
  }),
);

/** Takes a step of any machine from the page that shows the record. */
export async function takeStepAction(state: FormState, form: FormData): Promise<FormState> {
  return take(state, form);
}
