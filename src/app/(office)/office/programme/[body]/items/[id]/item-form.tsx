"use client";

import { useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Form } from "@/ui/form";
import { answerOf } from "../../../../../_lib/form-answer";
import { useVersionKey } from "../../../../../_lib/version-key";
import { type ItemChoices, ItemFields, idOfField } from "../../item-fields";
import { editItemAction } from "./actions";
import { type Conflict, ItemVersions } from "./item-versions";

type Edited = {
  id: string;
  version: number;
  /** The body's slug. */
  body: string;
  title: string;
  values: FormValues;
  choices: ItemChoices;
  onceKey: string;
};

/** What an item says; and, where somebody saved first, both versions of it. */
export function ItemForm(props: Edited) {
  return <EditForm key={useVersionKey(props.version)} {...props} />;
}

function EditForm({ id, version, body, title, values, choices, onceKey }: Edited) {
  const [state, action] = useActionState(editItemAction, UNTOUCHED);
  const sent = state.status === "untouched" ? undefined : state.values;
  const conflict = conflictIn(state);
  const answer = answerOf(state, {
    idOf: (field) => idOfField(field, choices),
    stale: { text: "Somebody saved this item before you." },
    gone: "This item is not there, or no longer open to you.",
  });
  // What the form was opened with goes along, so that two versions can be compared with what was there before both.
  const base = typedText(sent, "base") || JSON.stringify(values);
  const isNew = state.status === "failed" && state.failure.kind === "stale";
  return (
    <>
      {answer.problems.length > 0 && !isNew ? (
        <ErrorSummary title="Not saved" problems={answer.problems}>
          <p>Everything you wrote is kept.</p>
        </ErrorSummary>
      ) : null}
      <Form action={action} noValidate className={conflict ? "max-w-none pt-2" : "pt-2"}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="body" value={body} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <input type="hidden" name="base" value={base} />
        <input type="hidden" name="version" value={conflict?.version ?? typedText(sent, "version", String(version))} />
        {conflict ? (
          <ItemVersions
            title={title}
            conflict={conflict}
            mine={sent ?? values}
            base={parsed(base) ?? values}
            choices={choices}
          />
        ) : (
          <>
            <ItemFields values={sent ?? values} choices={choices} answer={answer} />
            <Actions>
              <Button>Save the item</Button>
            </Actions>
          </>
        )}
      </Form>
    </>
  );
}

/** What somebody else saved: now, or when the form was sent before. */
function conflictIn(state: FormState): Conflict | null {
  if (state.status === "untouched") return null;
  if (state.status === "failed" && state.failure.kind === "stale" && state.failure.current)
    return state.failure.current;
  return parsed<Conflict>(typedText(state.values, "conflict"));
}

function parsed<T = FormValues>(text: string): T | null {
  try {
    return text === "" ? null : (JSON.parse(text) as T);
  } catch {
    return null; // Somebody wrote it by hand; the form is then as good as new.
  }
}
