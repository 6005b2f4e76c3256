"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../../../_lib/form-answer";
import { useVersionKey } from "../../../../../_lib/version-key";
import { type DecisionChoice, DecisionFields } from "../../decision-fields";
import { withdrawItemAction } from "./actions";

type Withdrawn = {
  id: string;
  version: number;
  /** The body's slug. */
  body: string;
  chair: string;
  decisions: readonly DecisionChoice[];
  onceKey: string;
  /** What was typed here before and not sent through. */
  kept: FormValues | undefined;
};

/** Takes an item off the programme, behind its word: with a reason, and what it rests on. */
export function WithdrawForm(props: Withdrawn) {
  return <WithdrawFields key={useVersionKey(props.version)} {...props} />;
}

function WithdrawFields({ id, version, body, chair, decisions, onceKey, kept }: Withdrawn) {
  const [state, action] = useActionState(withdrawItemAction, UNTOUCHED);
  const values = state.status === "untouched" ? kept : state.values;
  const current = state.status === "failed" && state.failure.kind === "stale" ? state.failure.current : undefined;
  const answer = answerOf(state, {
    idOf: (field) => FIELD_IDS[field],
    stale: {
      text: `${current?.changedBy ?? "Somebody else"} changed it first.`,
      why: "Look at it as it stands. Withdraw it once more if that is still what you want.",
    },
    gone: "This item is not there, or no longer open to you.",
  });
  return (
    <details open={values !== undefined}>
      <summary className="linklike mt-1.5 inline-block">Withdraw this item</summary>
      {answer.problems.length > 0 ? (
        <ErrorSummary id="not-withdrawn" title="Not withdrawn" level={3} problems={answer.problems} />
      ) : null}
      <Form action={action} noValidate className="pt-2">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="body" value={body} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <input type="hidden" name="version" value={current?.version ?? typedText(values, "version", String(version))} />
        <TextField
          id="reason-withdraw"
          name="reason"
          label="Reason, shown in the history"
          autoComplete="off"
          maxLength={2000}
          value={typedText(values, "reason")}
          error={answer.of("reason")}
        />
        <DecisionFields suffix="-withdraw" chair={chair} decisions={decisions} values={values} answer={answer} />
        <Actions>
          <Button second>Withdraw the item</Button>
        </Actions>
      </Form>
    </details>
  );
}

const FIELD_IDS: Readonly<Record<string, string>> = {
  reason: "reason-withdraw",
  consulted: "consulted-withdraw",
  authority: "consulted-withdraw",
  decisionId: "decisionId-withdraw",
};
