"use client";

import { useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { TextArea } from "@/ui/field";
import { Form } from "@/ui/form";
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
  return (
    <details open={state.status !== "untouched"} className="mt-2">
      <summary>{move.label}</summary>
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
          error={problemOf(state)}
        />
        <Actions>
          <Button second>{move.label}</Button>
        </Actions>
      </Form>
    </details>
  );
}

function problemOf(state: FormState): string | undefined {
  if (state.status === "untouched") return undefined;
  if (state.status === "invalid") return Object.values(state.fields).flat()[0];
  switch (state.failure.kind) {
    case "refused":
      return [state.failure.refusal.sentence, ...state.failure.refusal.findings.map(({ sentence }) => sentence)].join(
        " ",
      );
    case "stale":
      return "Not done: somebody changed this proposal first. Open it again, and decide on what it says now.";
    case "not-found":
      return "Not done: this proposal is no longer open to you.";
  }
}
