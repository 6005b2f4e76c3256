"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Hint } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../../_lib/form-answer";
import { type ItemChoices, ItemFields, idOfField } from "../item-fields";
import { addItemAction } from "./actions";

/** Adds an item to the programme, of its own or taking up a topic or a proposal. */
export function NewItemForm({
  body,
  takesUp,
  values,
  choices,
  onceKey,
  kept,
}: {
  /** The body's slug. */
  body: string;
  /** The topic or the proposal that it takes up. */
  takesUp: { topicId?: string | undefined; proposalId?: string | undefined };
  values: FormValues;
  choices: ItemChoices;
  onceKey: string;
  /** What was typed here before and not sent through, for whatever it took up. */
  kept: FormValues | undefined;
}) {
  const [state, action] = useActionState(addItemAction, UNTOUCHED);
  const answer = answerOf(state, {
    idOf: (field) => idOfField(field, choices),
    stale: { text: "Somebody else saved first." },
    gone: "This programme is not there, or no longer open to you.",
  });
  const isSame =
    typedText(kept, "topicId") === (takesUp.topicId ?? "") &&
    typedText(kept, "proposalId") === (takesUp.proposalId ?? "");
  const before = kept && isSame ? kept : values;
  return (
    <>
      {answer.problems.length > 0 ? (
        <ErrorSummary title="Not added" problems={answer.problems}>
          <p>Everything you wrote is kept.</p>
        </ErrorSummary>
      ) : null}
      <Form action={action} noValidate>
        <input type="hidden" name="body" value={body} />
        <input type="hidden" name="topicId" value={takesUp.topicId ?? ""} />
        <input type="hidden" name="proposalId" value={takesUp.proposalId ?? ""} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <ItemFields values={state.status === "untouched" ? before : state.values} choices={choices} answer={answer} />
        <Actions>
          <Button>Add the item</Button>
          <a href={`/office/programme/${body}`}>Cancel</a>
        </Actions>
        <Hint>It is proposed at first: only people inside see it, until it is taken in or given its place.</Hint>
      </Form>
    </>
  );
}
