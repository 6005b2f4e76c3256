"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { TextArea } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../_lib/form-answer";
import { moveProposalAction } from "./actions";

/** One step of a proposal behind its word, with the reason it is asked for. */
export function MoveForm({
  proposal,
  move,
  onceKey,
}: {
  proposal: { id: string; version: number };
  move: { name: string; label: string; asksReason: boolean };
  onceKey: string;
}) {
  const [state, action] = useActionState(moveProposalAction, UNTOUCHED);
  const values = state.status === "untouched" ? undefined : state.values;
  const answer = answerOf(state, {
    idOf: (field) => (field === "reason" ? `${move.name}-reason` : undefined),
    stale: { text: "Somebody changed this proposal first.", why: "Open it again, and decide on what it says now." },
    gone: "This proposal is no longer open to you.",
  });
  return (
    <details open={state.status !== "untouched"} className="mt-2">
      <summary>{move.label}</summary>
      {answer.problems.length > 0 ? (
        <ErrorSummary id={`${move.name}-not-done`} title="Not done" level={3} problems={answer.problems} />
      ) : null}
      <Form action={action} noValidate className="mt-2">
        <input type="hidden" name="id" value={proposal.id} />
        <input type="hidden" name="version" value={proposal.version} />
        <input type="hidden" name="name" value={move.name} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <TextArea
          id={`${move.name}-reason`}
          name="reason"
          label={move.asksReason ? "Reason, kept with this step" : "Reason (optional)"}
          rows={2}
          value={typedText(values, "reason")}
          error={answer.of("reason")}
        />
        <Actions>
          <Button second>{move.label}</Button>
        </Actions>
      </Form>
    </details>
  );
}
