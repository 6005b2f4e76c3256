import { currentTypist } from "@/server/auth/session";
import type { DraftPlace } from "@/server/forms/draft-place";
import { keepDraft } from "@/server/forms/drafts";
import type { FormState } from "./form-state";
import { type FormValues, formValues } from "./form-values";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * A form whose typing is kept before anything is done with it, so that no refusal, no lapsed sign-in and no fault of ours loses
 * it. Whatever carries the form out drops what was kept, in its transaction.
 * @param placeOf where to keep it, by what was typed; null for what belongs nowhere
 */
export function keptForm(placeOf: (values: FormValues) => DraftPlace | null, action: Action): Action {
  return async (state, form) => {
    const values = formValues(form);
    const place = placeOf(values);
    const typist = place && (await currentTypist());
    if (typist) await keepDraft(typist, place, values);
    return action(state, form);
  };
}
