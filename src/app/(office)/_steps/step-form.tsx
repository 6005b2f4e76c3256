"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import type { OfferedStep } from "@/server/workflow/steps";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { TextArea } from "@/ui/field";
import { Findings } from "@/ui/findings";
import { Form } from "@/ui/form";
import { shownFinding } from "../_lib/finding-words";
import { answerOf } from "../_lib/form-answer";
import { useVersionKey } from "../_lib/version-key";
import { takeStepAction } from "./actions";
import { GroundsFields } from "./grounds-fields";
import { StepFields } from "./step-fields";

type Props = {
  record: { kind: string; id: string; version: number };
  step: OfferedStep;
  back: string;
  onceKey: string;
  /** What was typed here before and not sent through. */
  kept: FormValues | undefined;
};

/** One step behind its word: what it asks, what it rests on, why. */
export function StepForm(props: Props) {
  return <StepFormOf key={useVersionKey(props.record.version)} {...props} />;
}

function StepFormOf({ record, step, back, onceKey, kept }: Props) {
  const [state, action] = useActionState(takeStepAction, UNTOUCHED);
  const values = state.status === "untouched" ? kept : state.values;
  const current = state.status === "failed" && state.failure.kind === "stale" ? state.failure.current : undefined;
  const prefix = step.name;
  const answer = answerOf(state, {
    idOf: (field) => `${prefix}-${field}`,
    stale: {
      text: `${current?.changedBy ?? "Somebody else"} changed it first: it is now ${String(current?.values.status ?? "different").toLowerCase()}.`,
      why: "What you wrote is still here. Look at the record as it stands, and send this again if it is still what you want.",
    },
    gone: "This record is not there, or no longer open to you.",
  });
  return (
    <details open={state.status !== "untouched" || kept !== undefined} className="border-line border-t py-2">
      <summary className="font-semibold">{step.label}</summary>
      {answer.problems.length > 0 ? (
        <div className="mt-3">
          <ErrorSummary id={`${prefix}-not-done`} title="Not done" level={3} problems={answer.problems}>
            <p>Everything you wrote is kept.</p>
          </ErrorSummary>
        </div>
      ) : null}
      {step.warnings.length > 0 ? <Findings findings={step.warnings.map(shownFinding)} /> : null}
      <Form action={action} noValidate className="mt-2">
        <input type="hidden" name="kind" value={record.kind} />
        <input type="hidden" name="id" value={record.id} />
        <input
          type="hidden"
          name="version"
          value={current?.version ?? typedText(sentOf(state), "version", String(record.version))}
        />
        <input type="hidden" name="step" value={step.name} />
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <StepFields prefix={prefix} fields={step.fields} values={values} answer={answer} />
        {step.grounds ? (
          <GroundsFields prefix={prefix} kinds={step.restsOn} grounds={step.grounds} values={values} answer={answer} />
        ) : null}
        <TextArea
          id={`${prefix}-reason`}
          name="reason"
          label={step.asksReason ? "Reason" : "Reason (optional)"}
          hint="Kept with this step, in the history"
          rows={2}
          maxLength={2000}
          value={typedText(values, "reason")}
          error={answer.of("reason")}
        />
        <Actions>
          <Button>{step.label}</Button>
        </Actions>
      </Form>
    </details>
  );
}

/** The version that was sent stays until the page shows a newer one; one that was only kept is older than the page. */
const sentOf = (state: { status: string; values?: FormValues }): FormValues | undefined =>
  state.status === "untouched" ? undefined : state.values;
