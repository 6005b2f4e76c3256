"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { keptForm } from "@/app/_lib/kept-form";
import { currentTypist } from "@/server/auth/session";
import { draftPlace } from "@/server/forms/draft-place";
import { dropDraft } from "@/server/forms/drafts";
import { addItem } from "@/server/programme/commands";
import { newItemForm } from "../../places";
import { valuesIn } from "../item-schema";
import { newItemSchema } from "./schema";

const add = (typist: string) =>
  keptForm(
    (values) => draftPlace(newItemForm(typedText(values, "body")), typist),
    formAction(newItemSchema, async (tx, actor, typed) => {
      const { body, topicId, proposalId } = typed;
      const id = await addItem(tx, actor, { body, values: valuesIn(typed), topicId, proposalId });
      await dropDraft(tx, actor.personId, draftPlace(newItemForm(body), actor.personId));
      return `/office/programme/${body}/items/${id}?done=added`;
    }),
  );

/** Adds an item and shows it: it is given its place from there, or on the desk. */
export async function addItemAction(state: FormState, form: FormData): Promise<FormState> {
  return add((await currentTypist()) ?? "")(state, form);
}
