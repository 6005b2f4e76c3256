"use server";

import { formAction } from "@/app/_lib/form-action";
import { editItem, withdrawItem } from "@/server/programme/commands";
import { valuesIn } from "../../item-schema";
import type { FieldName } from "../../item-words";
import { withdrawSchema } from "../../schema";
import { chooses, editSchema } from "./schema";

/** Saves an item; of two versions, what was chosen of the one that was not saved yet. */
export const editItemAction = formAction(editSchema, async (tx, actor, form) => {
  const { id, version, body, keep, lines, typed } = form;
  const mine = valuesIn(form);
  const only = (fields: readonly FieldName[]) => Object.fromEntries(fields.map((field) => [field, mine[field]]));
  if (form.conflict === "") await editItem(tx, actor, { id, version, changes: mine });
  else {
    const isChosen = (field: FieldName) => keep === undefined && form[chooses(field)] === "mine";
    await editItem(tx, actor, {
      id,
      version,
      changes: only(lines.filter(isChosen)),
      setAside: only(typed.filter((field) => lines.includes(field) && !isChosen(field))),
    });
  }
  return `/office/programme/${body}/items/${id}?done=saved`;
});

export const withdrawItemAction = formAction(withdrawSchema, async (tx, actor, form) => {
  const { id, version, body, reason, consulted, decisionId } = form;
  await withdrawItem(tx, actor, { id, version, reason, grounds: { decisionId, consulted } });
  return `/office/programme/${body}/items/${id}?done=withdrawn`;
});
