"use server";

import { THE_PUBLIC } from "@/domain/access/actor";
import { suggestTopic } from "@/server/topics/commands";
import { publicFormAction } from "../../../_lib/public-form-action";
import type { PublicFormState } from "../../../_lib/public-form-state";
import { suggestionSchema } from "./schema";

const send = publicFormAction("suggestion", suggestionSchema, async (tx, input) => {
  const { title, description, rationale, name, email, wantsReply } = input;
  const contact = { name, email, wantsReply };
  await suggestTopic(tx, THE_PUBLIC, { title, description, rationale, source: "public", contact });
  return "/topics/suggest/sent";
});

/** Keeps a suggestion of somebody we do not know. */
export async function suggestAction(state: PublicFormState, form: FormData): Promise<PublicFormState> {
  return send(state, form);
}
