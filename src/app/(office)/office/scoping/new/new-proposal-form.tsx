"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedList, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { CheckboxField, type Choice } from "@/ui/choice-field";
import { ErrorSummary } from "@/ui/error-summary";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../_lib/form-answer";
import { startProposalAction } from "./actions";

/** What it is called and which topics it takes in; the rest is asked on its own page. */
export function NewProposalForm({
  bodyId,
  onceKey,
  topics,
  kept,
}: {
  bodyId: string;
  onceKey: string;
  topics: readonly Choice[];
  /** What was typed here before and not sent; or the topic that it begins from. */
  kept: FormValues | undefined;
}) {
  const [state, action] = useActionState(startProposalAction, UNTOUCHED);
  const values = state.status === "untouched" ? kept : state.values;
  const answer = answerOf(state, {
    stale: { text: "Somebody else saved first." },
    gone: "This committee takes no proposals from you. Choose another one.",
  });
  const { problems } = answer;
  return (
    <>
      {problems.length > 0 ? (
        <ErrorSummary title="Not begun" problems={problems}>
          <p>Everything you wrote is kept.</p>
        </ErrorSummary>
      ) : null}
      <Form action={action} noValidate className="mt-4">
        <input type="hidden" name="bodyId" value={bodyId} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <TextField
          id="item"
          label="Item"
          hint="What the committee would look into, in a few words"
          maxLength={300}
          value={typedText(values, "item")}
          error={answer.of("item")}
        />
        {topics.length > 0 ? (
          <CheckboxField
            id="topics"
            legend="Topics it takes in"
            hint="A proposal may answer several topics, or a topic be answered by several proposals"
            values={typedList(values, "topics")}
            choices={topics}
            error={answer.of("topics")}
          />
        ) : null}
        <Actions>
          <Button>Begin the proposal</Button>
        </Actions>
      </Form>
    </>
  );
}
