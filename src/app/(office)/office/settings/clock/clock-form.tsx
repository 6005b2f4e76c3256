"use client";

import { useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary, type FieldProblem } from "@/ui/error-summary";
import { DateField, type DateParts, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { moveClockAction } from "./actions";

/** Where the clock stands, what to move it to, and the way back to where the demonstration begins. */
export function ClockForm({
  version,
  onceKey,
  date,
  time,
  start,
}: {
  version: number;
  onceKey: string;
  date: DateParts;
  time: string;
  /** In words: "Monday 3 October 2016, 9.00 am". */
  start: string;
}) {
  const [state, action] = useActionState(moveClockAction, UNTOUCHED);
  const problems = problemsOf(state);
  const values = state.status === "untouched" ? undefined : state.values;
  const fields = state.status === "invalid" ? state.fields : {};
  return (
    <>
      {problems.length > 0 ? <ErrorSummary title="The clock has not moved" problems={problems} /> : null}
      <Form action={action} noValidate className="mt-4">
        <input type="hidden" name="version" value={versionNow(state) ?? version} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <DateField
          id="date"
          legend="Day"
          hint="For instance 11 10 2016"
          error={fields["date-day"]?.[0]}
          value={{
            day: typedText(values, "date-day", date.day),
            month: typedText(values, "date-month", date.month),
            year: typedText(values, "date-year", date.year),
          }}
        />
        <TextField
          id="time"
          label="Time"
          hint="By the 24-hour clock, for instance 09:00"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          width="max-w-24"
          value={typedText(values, "time", time)}
          error={fields.time?.[0]}
        />
        <Actions>
          <Button>Move the clock</Button>
          <Button second name="to" value="start">
            Put it back to {start}
          </Button>
        </Actions>
      </Form>
    </>
  );
}

function problemsOf(state: FormState): FieldProblem[] {
  if (state.status === "untouched") return [];
  if (state.status === "invalid")
    return Object.entries(state.fields).flatMap(([field, sentences]) =>
      (sentences ?? []).map((text) => ({ field, text })),
    );
  switch (state.failure.kind) {
    case "stale":
      return [
        {
          text: `Somebody else has moved it: it stands at ${state.failure.current?.values.standsAt ?? "another time"}.`,
          why: "Move it once more if that is still what you want.",
        },
      ];
    case "refused":
      return [{ text: state.failure.refusal.sentence }];
    case "not-found":
      return [{ text: "Only the administrator moves the clock." }];
  }
}

/** After somebody else's move: sending the form again means it. */
const versionNow = (state: FormState): number | undefined =>
  state.status === "failed" && state.failure.kind === "stale" ? state.failure.current?.version : undefined;
