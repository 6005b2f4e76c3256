"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedList, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { CheckboxField } from "@/ui/choice-field";
import { DateField } from "@/ui/date-field";
import { ErrorSummary } from "@/ui/error-summary";
import { FieldGroup, SelectField, TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Autosave } from "../../../_forms/autosave";
import { answerOf } from "../../../_lib/form-answer";
import { saveSectionAction } from "./actions";
import type { AskedField } from "./asked-fields";

import { SECTION_FORM } from "./section-form-id";

/** One part of the proposal. It is saved with whatever gaps it has. */
export function SectionForm({
  proposal,
  section,
  fields,
  onceKey,
  typed,
  was,
  saved,
  stopping,
  next,
  nextIsPrimary,
}: {
  proposal: { id: string; version: number };
  section: string;
  fields: readonly AskedField[];
  onceKey: string;
  /** What stands in the form: what is saved, or what was typed and not saved. */
  typed: FormValues;
  /** What is saved, as JSON: whether somebody else changed these fields is judged by it. */
  was: string;
  /** When it was last saved or kept, in words. */
  saved: string | null;
  /** What stops the proposal, by field, once somebody has asked to put it forward. */
  stopping: Readonly<Record<string, string>>;
  next: { key: string; number: number } | undefined;
  nextIsPrimary: boolean;
}) {
  const [state, action] = useActionState(saveSectionAction, UNTOUCHED);
  const values = state.status === "untouched" ? typed : state.values;
  const answer = answerOf(state, {
    stale: { text: "Somebody saved first.", why: "Open this page again to see both versions." },
    gone: "This proposal is no longer open to you.",
  });
  const { problems } = answer;
  return (
    <>
      {problems.length > 0 ? (
        <div className="mt-3">
          <ErrorSummary id="not-saved" title="Not saved" level={3} problems={problems}>
            <p>Everything you wrote is kept.</p>
          </ErrorSummary>
        </div>
      ) : null}
      <Form action={action} id={SECTION_FORM} noValidate className="mt-4">
        <input type="hidden" name="id" value={proposal.id} />
        <input type="hidden" name="version" value={proposal.version} />
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="fields" value={fields.map(({ name }) => name).join(",")} />
        <input type="hidden" name="was" value={was} />
        <input type="hidden" name="onceKey" value={onceKey} />
        {fields.map((field) => (
          <Asked
            key={field.name}
            field={field}
            values={values}
            error={answer.of(field.name) ?? answer.of(`${field.name}-day`) ?? stopping[field.name]}
          />
        ))}
        <Actions>
          {next ? (
            <Button second={!nextIsPrimary} name="goTo" value={next.key}>
              Save and go to section {next.number}
            </Button>
          ) : null}
          <Button second name="goTo" value="stay">
            Save draft
          </Button>
          <Autosave address={`/office/scoping/${proposal.id}/draft`} saved={saved} />
        </Actions>
      </Form>
    </>
  );
}

function Asked({ field, values, error }: { field: AskedField; values: FormValues; error: string | undefined }) {
  const { name, label, hint } = field;
  switch (field.kind) {
    case "line":
      return <TextField id={name} label={label} hint={hint} error={error} value={typedText(values, name)} />;
    case "prose":
      return <TextArea id={name} label={label} hint={hint} error={error} rows={4} value={typedText(values, name)} />;
    case "date":
      return (
        <DateField
          id={name}
          legend={label}
          hint={hint}
          error={error}
          value={{
            day: typedText(values, `${name}-day`),
            month: typedText(values, `${name}-month`),
            year: typedText(values, `${name}-year`),
          }}
        />
      );
    case "one":
      return (
        <SelectField
          id={name}
          label={label}
          hint={hint}
          error={error}
          none="Choose"
          options={field.options}
          value={typedText(values, name)}
        />
      );
    case "several":
      return field.choices.length > 0 ? (
        <CheckboxField
          id={name}
          legend={label}
          hint={hint}
          error={error}
          choices={field.choices}
          values={typedList(values, name)}
        />
      ) : (
        <FieldGroup id={name} legend={label} hint={field.empty} error={error}>
          {null}
        </FieldGroup>
      );
    case "topics":
      return <Topics field={field} values={values} error={error} />;
  }
}

function Topics({
  field,
  values,
  error,
}: {
  field: Extract<AskedField, { kind: "topics" }>;
  values: FormValues;
  error: string | undefined;
}) {
  return (
    <>
      <CheckboxField
        id="topics"
        legend={field.label}
        hint={field.choices.length > 0 ? field.hint : "No topic is with this committee now."}
        error={error}
        choices={field.choices}
        values={typedList(values, "topics")}
      />
      {field.parts.map(({ topic, choices }, index) => (
        <CheckboxField
          key={topic}
          id={`leavesOut-${index}`}
          name="leavesOut"
          legend={`What of “${topic}” stays behind`}
          hint="Tick what this proposal leaves to others, so that nobody looks for it here."
          choices={choices}
          values={typedList(values, "leavesOut")}
        />
      ))}
    </>
  );
}
