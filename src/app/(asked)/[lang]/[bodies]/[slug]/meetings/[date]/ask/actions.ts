"use server";

import { THE_PUBLIC } from "@/domain/access/actor";
import { askAddress } from "@/domain/bodies/body-address";
import { askQuestion, getMeetingToAsk } from "@/server/questions/ask";
import { publicFormAction } from "../../../../../../_lib/public-form-action";
import type { PublicFormState } from "../../../../../../_lib/public-form-state";
import { askSchema } from "./schema";

const send = publicFormAction("question", askSchema, async (tx, input) => {
  const { body, meeting, kind, text, name, area, email, identity } = input;
  const at = { body, meeting };
  const asker = { name, area: area || null, email: email || null, address: null, identity };
  const reference = await askQuestion(tx, THE_PUBLIC, { at, kind, text, ...asker });
  const asked = await getMeetingToAsk(at, tx);
  return `${askAddress(asked.body, asked)}?sent=${reference}`;
});

/** Receives a question or a statement from somebody we do not know. */
export async function askAction(state: PublicFormState, form: FormData): Promise<PublicFormState> {
  return send(state, form);
}
