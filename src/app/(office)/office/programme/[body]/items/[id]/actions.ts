"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { keptForm } from "@/app/_lib/kept-form";
import { draftPlace } from "@/server/forms/draft-place";
import { dropDraft } from "@/server/forms/drafts";
import { editItem, withdrawItem } from "@/server/programme/commands";
import { choicesIn } from "../../../../../_forms/two-versions-schema";
import { EDIT_ITEM, WITHDRAW_ITEM } from "../../../places";
import { valuesIn } from "../../item-schema";
import { withdrawSchema } from "../../schema";
import { editSchema } from "./schema";

const edit = keptForm(
  (values) => draftPlace(EDIT_ITEM, typedText(values, "id")),
  formAction(editSchema, async (tx, actor, form) => {
    const { id, version, body } = form;
    await editItem(tx, actor, { id, version, ...choicesIn(form, valuesIn(form)) });
    await dropDraft(tx, actor.personId, draftPlace(EDIT_ITEM, id));
    return `/office/programme/${body}/items/${id}?done=saved`;
  }),
);

/** Saves an item; of two versions, what was chosen of the one that was not saved yet. */
export async function editItemAction(state: FormState, form: FormData): Promise<FormState> {
  return edit(state, form);
}

const withdraw = keptForm(
  (values) => draftPlace(WITHDRAW_ITEM, typedText(values, "id")),
  formAction(withdrawSchema, async (tx, actor, form) => {
    const { id, version, body, reason, consulted, decisionId } = form;
    await withdrawItem(tx, actor, { id, version, reason, grounds: { decisionId, consulted } });
    await dropDraft(tx, actor.personId, draftPlace(WITHDRAW_ITEM, id));
    return `/office/programme/${body}/items/${id}?done=withdrawn`;
  }),
);

export async function withdrawItemAction(state: FormState, form: FormData): Promise<FormState> {
  return withdraw(state, form);
}
