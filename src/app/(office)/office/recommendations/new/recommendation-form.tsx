"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import { RECIPIENT_KINDS, type RecipientKind } from "@/domain/recommendations/recommendation";
import type { StepOption } from "@/server/workflow/step-field";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { FieldGroup, SelectField, TextArea, TextField } from "@/ui/field";
import { Findings } from "@/ui/findings";
import { Form } from "@/ui/form";
import { Prose } from "@/ui/prose";
import { shownFinding } from "../../../_lib/finding-words";
import { type Answer, answerOf } from "../../../_lib/form-answer";
import { Day } from "../../../_steps/step-fields";
import { recordRecommendationAction } from "./actions";

const FIRST_ROWS = 3;
const MOST_ROWS = 30;

const KINDS = [
  { value: "recommendation", label: "A recommendation: notice and clock" },
  { value: "comments", label: "Comments to a decision-maker: neither" },
];
const CAPACITIES = [
  { value: "overview_and_scrutiny", label: "Overview and scrutiny" },
  { value: "crime_and_disorder", label: "Crime and disorder" },
  { value: "health", label: "Health" },
];
const RECIPIENTS = (Object.entries(RECIPIENT_KINDS) as [RecipientKind, string][]).map(([value, label]) => ({
  value,
  label: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
}));

type Choices = {
  topics: readonly StepOption[];
  bodies: readonly StepOption[];
  answered: readonly StepOption[];
};

/** What a committee recommended, a clause for each thing asked of one recipient. */
export function RecommendationForm({
  decisionId,
  onceKey,
  given,
  choices,
  kept,
}: {
  decisionId: string;
  onceKey: string;
  /** What the minute says already. */
  given: {
    text: string;
    because: string;
    title: string;
    topicId: string;
    reference: string;
    contestsId: string;
  };
  choices: Choices;
  kept: FormValues | undefined;
}) {
  const [state, action] = useActionState(recordRecommendationAction, UNTOUCHED);
  const values = state.status === "untouched" ? kept : state.values;
  const answer = answerOf(state, {
    idOf: (field) => (field === "clauses" ? "clause1" : field),
    stale: { text: "Somebody else saved first." },
    gone: "This decision is not there, or no longer open to you.",
  });
  const rows = Math.min(MOST_ROWS, Math.max(FIRST_ROWS, Number(typedText(values, "rows", String(FIRST_ROWS))) || 0));
  const field = (name: string, otherwise = "") => ({
    id: name,
    value: typedText(values, name, otherwise),
    error: answer.of(name),
  });
  return (
    <>
      {answer.problems.length > 0 ? (
        <ErrorSummary title="Not recorded" problems={answer.problems}>
          <p>Everything you wrote is kept.</p>
        </ErrorSummary>
      ) : null}
      {answer.warnings.length > 0 ? <Findings findings={answer.warnings.map(shownFinding)} /> : null}
      {given.text ? (
        <details open className="my-4">
          <summary className="font-semibold">What the minute says</summary>
          <Prose>
            <p className="whitespace-pre-line">{given.text}</p>
          </Prose>
        </details>
      ) : null}
      <Form action={action} noValidate>
        <input type="hidden" name="id" value={decisionId} />
        <input type="hidden" name="version" value="0" />
        <input type="hidden" name="back" value="/office/recommendations" />
        <input type="hidden" name="onceKey" value={onceKey} />
        <input type="hidden" name="rows" value={rows} />
        <TextField {...field("title", given.title)} label="What it is about" maxLength={300} autoComplete="off" />
        <SelectField {...field("kind", "recommendation")} label="Kind" options={KINDS} />
        <SelectField
          {...field("capacity", "overview_and_scrutiny")}
          label="The capacity the committee acts in"
          hint="It sets the clock: two months for the executive, 28 days in health, crime and disorder"
          options={CAPACITIES}
        />
        <SelectField {...field("topicId", given.topicId)} label="Topic" none="None" options={choices.topics} />
        <TextField
          {...field("reference", given.reference)}
          label="Reference"
          hint="The next by your own pattern. Leave it empty where there is none."
          maxLength={60}
          autoComplete="off"
        />
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are numbered
          <ClauseRow key={index} number={index + 1} bodies={choices.bodies} values={values} answer={answer} />
        ))}
        {rows < MOST_ROWS ? (
          <Actions>
            <Button second name="more" value="yes">
              One clause more
            </Button>
          </Actions>
        ) : null}
        <TextArea
          {...field("because", given.because)}
          label="The committee’s reason"
          hint="As it is in the minutes"
          rows={2}
        />
        <Day
          id="reviewOn"
          name="reviewOn"
          label="The committee looks at it again on"
          values={values}
          error={answer.of("reviewOn")}
        />
        {choices.answered.length > 0 ? (
          <SelectField
            {...field("contestsId", given.contestsId)}
            label="It contests the answer to"
            none="None"
            options={choices.answered}
          />
        ) : null}
        <TextArea
          {...field("reason")}
          label="Why it is recorded so, where something is pointed out (optional)"
          hint="Kept in the history"
          rows={2}
          maxLength={2000}
        />
        <Actions>
          <Button>Record the recommendation</Button>
          <a href="/office/recommendations">Cancel</a>
        </Actions>
      </Form>
    </>
  );
}

/** What is asked of one recipient. A row in which nothing is written is no clause. */
function ClauseRow({
  number,
  bodies,
  values,
  answer,
}: {
  number: number;
  bodies: readonly StepOption[];
  values: FormValues | undefined;
  answer: Answer;
}) {
  const field = (name: string) => ({
    id: `${name}${number}`,
    value: typedText(values, `${name}${number}`),
    error: answer.of(`${name}${number}`),
  });
  return (
    <FieldGroup
      id={`clause${number}`}
      legend={`Clause ${number}`}
      error={number === 1 ? answer.of("clauses") : undefined}
    >
      <TextArea {...field("text")} label="What is asked" rows={2} />
      <SelectField {...field("to")} label="It goes to" none="Choose" options={RECIPIENTS} />
      <SelectField
        {...field("body")}
        label="Which body"
        hint="Not needed for the executive or the council"
        none="None of these"
        options={bodies}
      />
      <TextField {...field("name")} label="Or who, by name" maxLength={200} autoComplete="off" />
    </FieldGroup>
  );
}
