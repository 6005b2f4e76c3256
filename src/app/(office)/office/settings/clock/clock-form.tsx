"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { DateField, type DateParts } from "@/ui/date-field";
import { ErrorSummary } from "@/ui/error-summary";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../_lib/form-answer";
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
  // After somebody else's move: sending the form again means it.
  const current = state.status === "failed" && state.failure.kind === "stale" ? state.failure.current : undefined;
  const answer = answerOf(state, {
    idOf: (field) => (field === "date" ? "date-day" : field),
    stale: {
      text: `Somebody else has moved it: it stands at ${current?.values.standsAt ?? "another time"}.`,
      why: "Move it once more if that is still what you want.",
    },
    gone: "Only the administrator moves the clock.",
  });
  const { problems } = answer;
  const values = state.status === "untouched" ? undefined : state.values;
  return (
    <>
      {problems.length > 0 ? <ErrorSummary title="The clock has not moved" problems={problems} /> : null}
      <Form action={action} noValidate className="mt-4">
        <input type="hidden" name="version" value={current?.version ?? version} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <DateField
          id="date"
          legend="Day"
          hint="For instance 11 10 2016"
          error={answer.of("date")}
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
          error={answer.of("time")}
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
