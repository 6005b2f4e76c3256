"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { keptForm } from "@/app/_lib/kept-form";
import { dropDraft } from "@/server/forms/drafts";
import { acceptTransfer, editTopic } from "@/server/topics/commands";
import { scoreTopic } from "@/server/topics/scoring";
import { EDIT_TOPIC, SCORE_TOPIC, topicPlace } from "../places";
import type { TopicField } from "../topic-words";
import { acceptSchema, chooses, editSchema, scoreSchema } from "./schema";

const edit = keptForm(
  (values) => topicPlace(EDIT_TOPIC, typedText(values, "id")),
  formAction(editSchema, async (tx, actor, form) => {
    const { id, slug, version, keep, lines, typed, conflict } = form;
    const { title, description, rationale, parts, leadMember, leadOfficer } = form;
    const mine = { title, description, rationale, parts, leadMember, leadOfficer };
    const only = (fields: readonly TopicField[]) => Object.fromEntries(fields.map((field) => [field, mine[field]]));
    if (conflict === "") await editTopic(tx, actor, { id, version, changes: mine });
    else {
      const isChosen = (field: TopicField) => keep === undefined && form[chooses(field)] === "mine";
      await editTopic(tx, actor, {
        id,
        version,
        changes: only(lines.filter(isChosen)),
        setAside: only(typed.filter((field) => lines.includes(field) && !isChosen(field))),
      });
    }
    const place = topicPlace(EDIT_TOPIC, id);
    if (place) await dropDraft(tx, actor.personId, place);
    return `/office/topics/${slug}?done=saved`;
  }),
);

/** Saves what a topic says; of two versions, what was chosen of the one that was not saved yet. */
export async function editTopicAction(state: FormState, form: FormData): Promise<FormState> {
  return edit(state, form);
}

const score = keptForm(
  (values) => topicPlace(SCORE_TOPIC, typedText(values, "id")),
  formAction(scoreSchema, async (tx, actor, { id, slug, version, marks }) => {
    await scoreTopic(tx, actor, { id, version, marks });
    const place = topicPlace(SCORE_TOPIC, id);
    if (place) await dropDraft(tx, actor.personId, place);
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
