"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { keptForm } from "@/app/_lib/kept-form";
import { draftPlace } from "@/server/forms/draft-place";
import { dropDraft } from "@/server/forms/drafts";
import { acceptTransfer, editTopic } from "@/server/topics/commands";
import { scoreTopic } from "@/server/topics/scoring";
import { choicesIn } from "../../../_forms/two-versions-schema";
import { EDIT_TOPIC, SCORE_TOPIC } from "../places";
import { acceptSchema, editSchema, scoreSchema } from "./schema";

const edit = keptForm(
  (values) => draftPlace(EDIT_TOPIC, typedText(values, "id")),
  formAction(editSchema, async (tx, actor, form) => {
    const { id, slug, version } = form;
    const { title, description, rationale, parts, leadMember, leadOfficer } = form;
    const mine = { title, description, rationale, parts, leadMember, leadOfficer };
    await editTopic(tx, actor, { id, version, ...choicesIn(form, mine) });
    await dropDraft(tx, actor.personId, draftPlace(EDIT_TOPIC, id));
    return `/office/topics/${slug}?done=saved`;
  }),
);

/** Saves what a topic says; of two versions, what was chosen of the one that was not saved yet. */
export async function editTopicAction(state: FormState, form: FormData): Promise<FormState> {
  return edit(state, form);
}

const score = keptForm(
  (values) => draftPlace(SCORE_TOPIC, typedText(values, "id")),
  formAction(scoreSchema, async (tx, actor, { id, slug, version, marks }) => {
    await scoreTopic(tx, actor, { id, version, marks });
    await dropDraft(tx, actor.personId, draftPlace(SCORE_TOPIC, id));
    return `/office/topics/${slug}?done=scored`;
  }),
);

export async function scoreTopicAction(state: FormState, form: FormData): Promise<FormState> {
  return score(state, form);
}

export const acceptTransferAction = formAction(acceptSchema, async (tx, actor, { id, slug, version }) => {
  await acceptTransfer(tx, actor, { id, version });
  return `/office/topics/${slug}?done=accepted`;
});
