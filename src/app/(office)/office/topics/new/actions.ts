"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { keptForm } from "@/app/_lib/kept-form";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { sourceOf } from "@/domain/topics/sources";
import { currentTypist } from "@/server/auth/session";
import { notFound } from "@/server/errors";
import { draftPlace } from "@/server/forms/draft-place";
import { dropDraft } from "@/server/forms/drafts";
import { suggestTopic } from "@/server/topics/commands";
import { NEW_TOPIC } from "../places";
import { newTopicSchema } from "./schema";

const suggest = (typist: string) =>
  keptForm(
    () => draftPlace(NEW_TOPIC, typist),
    formAction(newTopicSchema, async (tx, actor, { source, ...said }) => {
      // As its page: whoever holds neither a seat nor a post suggests as the public does.
      if (!readScope(actor).inside) throw notFound();
      const chosen = can(actor, "topic.triage", {}) ? source : undefined;
      const slug = await suggestTopic(tx, actor, { ...said, source: chosen ?? sourceOf(actor) });
      await dropDraft(tx, actor.personId, draftPlace(NEW_TOPIC, actor.personId));
      return `/office/topics/${slug}?done=suggested`;
    }),
  );

export async function suggestTopicAction(state: FormState, form: FormData): Promise<FormState> {
  return suggest((await currentTypist()) ?? "")(state, form);
}
