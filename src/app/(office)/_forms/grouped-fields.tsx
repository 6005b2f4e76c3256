import { type FormValues, typedText } from "@/app/_lib/form-values";
import type { FieldGroup as Group, StepField } from "@/server/workflow/step-field";
import { FieldGroup } from "@/ui/field";
import type { Answer } from "../_lib/form-answer";
import { StepFields } from "../_steps/step-fields";

type Typed = { prefix: string; values: FormValues | undefined; answer: Answer };

/** Fields that most people leave alone, behind a word; open where something stands in one of them, or is said of it. */
export function GroupedFields({ group, ...typed }: Typed & { group: Group }) {
  const { title, hint, fields, more } = group;
  const others = more?.parts.flatMap((part) => part.fields) ?? [];
  return (
    <details className="border-line border-t" open={isOpen([...fields, ...others], typed)}>
      <summary className="font-semibold">{title}</summary>
      {hint ? <p className="text-note text-ink-2">{hint}</p> : null}
      <div className="form pt-3 pb-2">
        <StepFields {...typed} fields={fields} />
      </div>
      {more ? (
        <details className="mt-2 ml-4" open={isOpen(others, typed)}>
          <summary className="linklike inline-block">{more.title}</summary>
          <p className="pb-3 text-note text-ink-2">{more.hint}</p>
          {more.parts.map(({ name, legend, fields }) => (
            <FieldGroup key={name} id={`${typed.prefix}-${name}-group`} legend={legend}>
              <div className="form gap-x-6 pb-4 sm:grid-cols-2">
                <StepFields {...typed} fields={fields} />
              </div>
            </FieldGroup>
          ))}
        </details>
      ) : null}
    </details>
  );
}

const isOpen = (fields: readonly StepField[], { values, answer }: Typed): boolean =>
  fields.some((field) => isUsed(field, values) || answer.of(field.name) !== undefined);

/** Whether something other than what it began with stands in a field. */
function isUsed(field: StepField, values: FormValues | undefined): boolean {
  if (field.kind === "date") return ["day", "month", "year"].some((part) => typedText(values, `${field.name}-${part}`));
  const began = field.kind === "yes" || field.kind === "several" ? "" : (field.value ?? "");
  return typedText(values, field.name, began) !== began;
}
