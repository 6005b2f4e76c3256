import { type FormValues, typedList, typedText } from "@/app/_lib/form-values";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { StepField } from "@/server/workflow/step-field";
import { Checkbox, CheckboxField } from "@/ui/choice-field";
import { DateField } from "@/ui/date-field";
import { SelectField, TextArea, TextField } from "@/ui/field";
import type { Answer } from "../_lib/form-answer";
import { NowButton } from "./now-button";

/** What a step asks of its own, with what stands there or was typed. */
export function StepFields({
  prefix,
  fields,
  values,
  answer,
}: {
  /** Begins the ids: a page has the forms of several steps. */
  prefix: string;
  fields: readonly StepField[];
  values: FormValues | undefined;
  answer: Answer;
}) {
  return fields.map((field) => (
    <OneField key={field.name} id={`${prefix}-${field.name}`} field={field} values={values} answer={answer} />
  ));
}

function OneField({
  id,
  field,
  values,
  answer,
}: {
  id: string;
  field: StepField;
  values: FormValues | undefined;
  answer: Answer;
}) {
  const { name, label, hint } = field;
  const told = { id, name, label, hint, error: answer.of(name) };
  switch (field.kind) {
    case "line":
      return <TextField {...told} maxLength={500} autoComplete="off" value={typedText(values, name, field.value)} />;
    case "time":
      return (
        <div className="flex items-end gap-x-2">
          <TextField
            {...told}
            maxLength={10}
            autoComplete="off"
            inputMode="text"
            value={typedText(values, name, field.value)}
          />
          <NowButton field={id} label={label} />
        </div>
      );
    case "prose":
      return <TextArea {...told} rows={field.rows ?? 3} value={typedText(values, name, field.value)} />;
    case "one":
      return (
        <SelectField
          {...told}
          none={field.none ?? "Choose"}
          options={field.options}
          value={typedText(values, name, field.value ?? "")}
        />
      );
    case "several":
      return (
        <CheckboxField
          id={id}
          name={name}
          legend={label}
          hint={hint}
          error={told.error}
          choices={field.options}
          values={typedList(values, name, field.value)}
        />
      );
    case "yes":
      return <Checkbox {...told} checked={typedText(values, name) === "yes"} />;
    case "date":
      return <Day {...told} value={field.value} values={values} />;
  }
}

/** A day in three parts. */
export function Day({
  id,
  name,
  label,
  hint,
  error,
  value = null,
  values,
}: {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value?: PlainDate | null | undefined;
  values: FormValues | undefined;
}) {
  const [year = "", month = "", day = ""] = value?.split("-") ?? [];
  return (
    <DateField
      id={id}
      name={name}
      legend={label}
      hint={hint}
      error={error}
      value={{
        day: typedText(values, `${name}-day`, day.replace(/^0/, "")),
        month: typedText(values, `${name}-month`, month.replace(/^0/, "")),
        year: typedText(values, `${name}-year`, year),
      }}
    />
  );
}
