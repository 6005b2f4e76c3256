"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { keptForm } from "@/app/_lib/kept-form";
import { dropDraft } from "@/server/forms/drafts";
import { startProposal } from "@/server/scoping/commands";
import { newProposalPlace } from "../places";
import { newProposalSchema } from "./schema";

const start = keptForm(
  (values) => newProposalPlace(typedText(values, "bodyId")),
  formAction(newProposalSchema, async (tx, actor, { bodyId, item, topics }) => {
    const id = await startProposal(tx, actor, { bodyId, item, topicIds: topics });
    await dropDraft(tx, actor.personId, newProposalPlace(bodyId));
    return `/office/scoping/${id}`;
  }),
);

export async function startProposalAction(state: FormState, form: FormData): Promise<FormState> {
  return start(state, form);
}
