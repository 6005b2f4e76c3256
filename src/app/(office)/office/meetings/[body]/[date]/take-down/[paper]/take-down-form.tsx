"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { Checkbox } from "@/ui/choice-field";
import { ErrorSummary } from "@/ui/error-summary";
import { TextArea } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../../../../_lib/form-answer";
import { takeDownAction } from "./actions";

/** Emergency take-down: why, and that one means it. */
export function TakeDownForm({
  paper,
  body,
  meeting,
  onceKey,
}: {
  paper: { id: string; version: number };
  body: string;
  meeting: string;
  onceKey: string;
}) {
  const [state, action] = useActionState(takeDownAction, UNTOUCHED);
  const values = state.status === "untouched" ? undefined : state.values;
  const answer = answerOf(state, {
    stale: { text: "Somebody changed this paper first.", why: "Open this page again." },
    gone: "This paper is no longer open to you.",
  });
  const { problems } = answer;
  return (
    <>
      {problems.length > 0 ? (
        <div className="mt-3">
          <ErrorSummary title="Not taken down" problems={problems} />
        </div>
      ) : null}
      <Form action={action} noValidate className="mt-4">
        <input type="hidden" name="paperId" value={paper.id} />
        <input type="hidden" name="version" value={paper.version} />
        <input type="hidden" name="body" value={body} />
        <input type="hidden" name="meeting" value={meeting} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <TextArea
          id="reason"
          label="Why it has to come down"
          hint="Recorded with your name, and not shown to the public"
          rows={3}
          value={typedText(values, "reason")}
          error={answer.of("reason")}
        />
        <Checkbox
          id="sure"
          label="Take it down now, for good"
          checked={typedText(values, "sure") === "yes"}
          error={answer.of("sure")}
        />
        <Actions>
          <Button>Take the paper down</Button>
        </Actions>
      </Form>
    </>
  );
}
