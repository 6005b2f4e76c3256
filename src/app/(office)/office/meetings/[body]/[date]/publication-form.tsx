"use client";

import { useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary, type FieldProblem } from "@/ui/error-summary";
import { DateField, TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { publishAction } from "./actions";

/** Publish now, or at a time to come; the gaps that stand are stated with the agenda, and the reason is kept. */
export function PublicationForm({
  meeting,
  onceKey,
  isBlocked,
  asksReason,
  suggested,
}: {
  meeting: { id: string; version: number; body: string; slug: string };
  onceKey: string;
  isBlocked: boolean;
  asksReason: boolean;
  suggested: { day: string; month: string; year: string; time: string };
}) {
  const [state, action] = useActionState(publishAction, UNTOUCHED);
  const values = state.status === "untouched" ? undefined : state.values;
  const fields = state.status === "invalid" ? state.fields : {};
  const problems = problemsOf(state);
  const wantsReason = problems.some(({ field }) => field === "reason");
  return (
    <>
      {problems.length > 0 ? (
        <div className="mt-3">
          <ErrorSummary id="not-published" title="Not published" level={3} problems={problems} />
        </div>
      ) : null}
      {isBlocked ? (
        <p className="mt-3">It can be published, or scheduled, once nothing stops it.</p>
      ) : (
        <Form action={action} noValidate className="mt-4">
          <input type="hidden" name="meetingId" value={meeting.id} />
          <input type="hidden" name="version" value={meeting.version} />
          <input type="hidden" name="body" value={meeting.body} />
          <input type="hidden" name="meeting" value={meeting.slug} />
          <input type="hidden" name="onceKey" value={onceKey} />
          {asksReason ? (
            <TextArea
              id="reason"
              label="Why it goes up as it is"
              hint="The gaps are stated with the agenda; the reason is kept with this step."
              rows={3}
              value={typedText(values, "reason")}
              error={wantsReason ? "Give a reason" : fields.reason?.[0]}
            />
          ) : null}
          <Actions>
            <Button name="when" value="now">
              Publish the agenda now
            </Button>
          </Actions>
          <DateField
            id="at"
            legend="Or on this day"
            value={{
              day: typedText(values, "at-day", suggested.day),
              month: typedText(values, "at-month", suggested.month),
              year: typedText(values, "at-year", suggested.year),
            }}
            error={fields["at-day"]?.[0] ?? fields.at?.[0]}
          />
          <TextField
            id="time"
            label="At"
            hint="By the 24-hour clock, for instance 09:00"
            width="max-w-24"
            maxLength={5}
            value={typedText(values, "time", suggested.time)}
            error={fields.time?.[0]}
          />
          <Actions>
            <Button second name="when" value="later">
              Schedule the publication
            </Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

function problemsOf(state: FormState): FieldProblem[] {
  if (state.status === "untouched") return [];
  if (state.status === "invalid")
    return Object.entries(state.fields).flatMap(([field, sentences]) =>
      (sentences ?? []).map((text) => ({ field: field === "at" ? "at-day" : field, text })),
    );
  switch (state.failure.kind) {
    case "refused": {
      const { code, sentence, findings } = state.failure.refusal;
      if (code === "needs-reason") return [{ field: "reason", text: sentence }];
      const hard = findings.filter(({ severity }) => severity === "hard");
      return (hard.length > 0 ? hard : [{ sentence }]).map((finding) => ({ text: finding.sentence }));
    }
    case "stale":
      return [{ text: "Somebody changed this meeting first.", why: "Open it again, and decide on what it says now." }];
    case "not-found":
      return [{ text: "This meeting is no longer open to you." }];
  }
}
