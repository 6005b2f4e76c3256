"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { TextArea } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../../_lib/form-answer";
import { putForwardAction } from "../actions";

/** The last look, with the reason that is kept where something is worth a look. */
export function PutForwardForm({
  proposal,
  onceKey,
  asksReason,
  places,
}: {
  proposal: { id: string; version: number };
  onceKey: string;
  asksReason: boolean;
  /** Where each field of the form is, for what may have come up since. */
  places: Readonly<Record<string, string>>;
}) {
  const [state, action] = useActionState(putForwardAction, UNTOUCHED);
  const values = state.status === "untouched" ? undefined : state.values;
  const answer = answerOf(state, {
    hrefOf: (field) => places[field],
    stale: {
      text: "Somebody changed it first.",
      why: "Open this page again, and decide on what the proposal says now.",
    },
    gone: "This proposal is no longer open to you.",
  });
  const { problems } = answer;
  return (
    <>
      {problems.length > 0 ? (
        <div className="mt-3">
          <ErrorSummary id="not-forward" title="Not put forward" level={3} problems={problems}>
            <p>Everything you wrote is kept.</p>
          </ErrorSummary>
        </div>
      ) : null}
      <Form action={action} noValidate className="mt-4">
        <input type="hidden" name="id" value={proposal.id} />
        <input type="hidden" name="version" value={proposal.version} />
        <input type="hidden" name="onceKey" value={onceKey} />
        {asksReason ? (
          <TextArea
            id="reason"
            label="Why it goes forward as it is"
            hint="Kept with this step, for the committee to read"
            rows={3}
            value={typedText(values, "reason")}
            error={answer.of("reason")}
          />
        ) : null}
        <Actions>
          <Button>Put forward</Button>
        </Actions>
      </Form>
    </>
  );
}
