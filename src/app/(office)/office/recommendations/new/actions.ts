"use server";

import type { FormState } from "@/app/_lib/form-state";
import { formValues, typedText } from "@/app/_lib/form-values";
import { recordRecommendation } from "@/server/recommendations/commands";
import { recordAction } from "../../../_forms/record-action";

const record = recordAction("recommendation/new", async (tx, actor, { id, answers }) => {
  return `/office/recommendations/${await recordRecommendation(tx, actor, id, answers)}`;
});

/** Records a recommendation from the decision whose key is sent; or, asked for a row more, gives the form back with one more. */
export async function recordRecommendationAction(state: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form);
  if (values.more === undefined) return await record(state, form);
  const { more: _pressed, ...typed } = values;
  return {
    status: "invalid",
    fields: {},
    values: { ...typed, rows: String(Number(typedText(values, "rows", "3")) + 1) },
  };
}
