import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { keptForm } from "@/app/_lib/kept-form";
import type { Person } from "@/domain/access/actor";
import { draftPlace } from "@/server/forms/draft-place";
import { dropDraft } from "@/server/forms/drafts";
import type { Address, Tx } from "@/server/forms/once";
import { type Answers, answersFrom } from "@/server/workflow/answers";
import { recordSchema } from "./schema";

export type Sent = {
  id: string;
  version: number;
  part: string | undefined;
  back: Address;
  answers: Answers;
};

/**
 * A plain form about a record, carried out once, with what was typed kept until then.
 * @param name under which what is typed is kept, with the record's key
 * @param run makes the change and may lead elsewhere than back
 */
export function recordAction(
  name: string,
  run: (tx: Tx, actor: Person, sent: Sent) => Promise<Address | undefined>,
): (state: FormState, form: FormData) => Promise<FormState> {
  return keptForm(
    (values) => draftPlace(name, typedText(values, "part") || typedText(values, "id")),
    formAction(recordSchema, async (tx, actor, { id, version, part, back, typed }) => {
      const next = await run(tx, actor, { id, version, part, back, answers: answersFrom(typed) });
      await dropDraft(tx, actor.personId, draftPlace(name, part ?? id));
      return next ?? back;
    }),
  );
}
