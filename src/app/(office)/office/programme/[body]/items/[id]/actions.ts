"use server";

import { formAction } from "@/app/_lib/form-action";
import { editItem, withdrawItem } from "@/server/programme/commands";
import { choicesIn } from "../../../../../_forms/two-versions-schema";
import { valuesIn } from "../../item-schema";
import { withdrawSchema } from "../../schema";
import { editSchema } from "./schema";

/** Saves an item; of two versions, what was chosen of the one that was not saved yet. */
export const editItemAction = formAction(editSchema, async (tx, actor, form) => {
  const { id, version, body } = form;
  await editItem(tx, actor, { id, version, ...choicesIn(form, valuesIn(form)) });
  return `/office/programme/${body}/items/${id}?done=saved`;
});

export const withdrawItemAction = formAction(withdrawSchema, async (tx, actor, form) => {
  const { id, version, body, reason, consulted, decisionId } = form;
  await withdrawItem(tx, actor, { id, version, reason, grounds: { decisionId, consulted } });
  return `/office/programme/${body}/items/${id}?done=withdrawn`;
});
