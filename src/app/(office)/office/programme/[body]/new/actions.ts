"use server";

import { formAction } from "@/app/_lib/form-action";
import { addItem } from "@/server/programme/commands";
import { valuesIn } from "../item-schema";
import { newItemSchema } from "./schema";

/** Adds an item and shows it: it is given its place from there, or on the desk. */
export const addItemAction = formAction(newItemSchema, async (tx, actor, typed) => {
  const { body, topicId, proposalId } = typed;
  const id = await addItem(tx, actor, { body, values: valuesIn(typed), topicId, proposalId });
  return `/office/programme/${body}/items/${id}?done=added`;
});
