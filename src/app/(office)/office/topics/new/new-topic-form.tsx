"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { type Option, SelectField, TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../_lib/form-answer";
import { suggestTopicAction } from "./actions";

/** What a topic is about and why it matters; `sources` is for those who say where it came from. */
export function NewTopicForm({
  title,
  sources,
  source,
  onceKey,
  kept,
}: {
  /** By which topics like it were looked for. */
  title: string;
  sources: readonly Option[];
  source: string;
  onceKey: string;
  /** What was typed here before and not sent. */
  kept: FormValues | undefined;
}) {
  const [state, action] = useActionState(suggestTopicAction, UNTOUCHED);
  const values = state.status === "untouched" ? kept : state.values;
  const answer = answerOf(state, {
    stale: { text: "Somebody else saved first." },
    gone: "Topics are suggested by people with a seat or a post.",
  });
  return (
    <>
      {answer.problems.length > 0 ? (
        <ErrorSummary title="Not suggested" problems={answer.problems}>
          <p>Everything you wrote is kept.</p>
        </ErrorSummary>
      ) : null}
      <Form action={action} noValidate className="mt-4">
        <input type="hidden" name="onceKey" value={onceKey} />
        <TextField
          id="title"
          label="Topic"
          maxLength={200}
          autoComplete="off"
          value={state.status === "untouched" ? title : typedText(values, "title")}
          error={answer.of("title")}
        />
        <TextArea
          id="description"
          label="What is it about? (optional)"
          hint="It is published once the topic is with a committee"
          rows={4}
          value={typedText(values, "description")}
          error={answer.of("description")}
        />
        <TextArea
          id="rationale"
          label="Why does it matter? (optional)"
          rows={3}
          value={typedText(values, "rationale")}
          error={answer.of("rationale")}
        />
        {sources.length > 0 ? (
          <SelectField
            id="source"
            label="Where it came from"
            hint="A motion, a call for action, a statutory matter and a decision ahead are heard without a score"
            options={sources}
            value={typedText(values, "source", source)}
            error={answer.of("source")}
          />
        ) : null}
        <Actions>
          <Button>Suggest the topic</Button>
        </Actions>
      </Form>
    </>
  );
}
