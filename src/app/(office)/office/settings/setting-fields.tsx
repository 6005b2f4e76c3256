import { type FormValues, typedList, typedText } from "@/app/_lib/form-values";
import { Checkbox, CheckboxField } from "@/ui/choice-field";
import { SelectField, TextArea, TextField } from "@/ui/field";
import type { Answer } from "../../_lib/form-answer";
import { Day } from "../../_steps/step-fields";
import type { SettingField } from "./setting-field";
import { SettingRows } from "./setting-rows";

type Shown = { prefix: string; values: FormValues | undefined; answer: Answer };

/** The fields of a settings form, with what stands there or was typed. */
export function SettingFields({ fields, ...shown }: Shown & { fields: readonly SettingField[] }) {
  return fields.map((field) => <One key={field.name} field={field} {...shown} />);
}

function One({ field, prefix, values, answer }: Shown & { field: SettingField }) {
  const { name, label } = field;
  if (field.kind === "heading") return <h2 className="pt-3 text-base">{label}</h2>;
  const told = { id: prefix ? `${prefix}-${name}` : name, name, label, hint: field.hint, error: answer.of(name) };
  switch (field.kind) {
    case "line":
      return (
        <TextField
          {...told}
          type={field.type ?? "text"}
          autoComplete={field.autoComplete ?? "off"}
          maxLength={1000}
          value={field.type === "password" ? "" : typedText(values, name, field.value ?? "")}
          {...(field.narrow && { width: "max-w-24" })}
        />
      );
    case "prose":
      return <TextArea {...told} rows={field.rows ?? 3} value={typedText(values, name, field.value ?? "")} />;
    case "one":
      return (
        <SelectField
          {...told}
          {...(field.none !== undefined && { none: field.none })}
          options={field.options}
          value={typedText(values, name, field.value ?? "")}
        />
      );
    case "several":
      return (
        <CheckboxField
          id={told.id}
          name={name}
          legend={label}
          hint={field.hint}
          error={told.error}
          choices={field.options}
          values={values ? typedList(values, name) : field.value}
        />
      );
    case "tick":
      return <Checkbox {...told} checked={values ? typedText(values, name) === "yes" : field.value} />;
    case "date":
      return <Day {...told} value={field.value} values={values} />;
    case "rows":
      return <SettingRows field={field} prefix={prefix} values={values} answer={answer} />;
  }
}
