"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { DateField } from "@/ui/date-field";
import { ErrorSummary } from "@/ui/error-summary";
import { TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../../../_lib/form-answer";
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
  const answer = answerOf(state, {
    idOf: (field) => (field === "at" ? "at-day" : field),
    stale: { text: "Somebody changed this meeting first.", why: "Open it again, and decide on what it says now." },
    gone: "This meeting is no longer open to you.",
  });
  const { problems } = answer;
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
              error={answer.of("reason")}
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
            error={answer.of("at")}
          />
          <TextField
            id="time"
            label="At"
            hint="By the 24-hour clock, for instance 09:00"
            width="max-w-24"
            maxLength={5}
            value={typedText(values, "time", suggested.time)}
            error={answer.of("time")}
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
