import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError, FieldGroup, type Told } from "./field";

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

/** One of a few, all of them in sight. */
export function RadioField({
  id,
  name = id,
  legend,
  hint,
  error,
  value = "",
  choices,
}: {
  id: string;
  name?: string | undefined;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  value?: string | undefined;
  choices: readonly Choice[];
}) {
  return (
    <FieldGroup id={id} legend={legend} hint={hint} error={error}>
      <div>
        {choices.map((choice) => (
          <Pick
            key={`${choice.value} ${choice.value === value}`}
            type="radio"
            id={`${id}-${choice.value}`}
            name={name}
            choice={choice}
            chosen={choice.value === value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any of a few. Read them with `form.getAll(name)`: an object made from the form keeps only the last. */
export function CheckboxField({
  id,
  name = id,
  legend,
  hint,
  error,
  values = [],
  choices,
}: {
  id: string;
  name?: string | undefined;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  values?: readonly string[] | undefined;
  choices: readonly Choice[];
}) {
  return (
    <FieldGroup id={id} legend={legend} hint={hint} error={error}>
      <div>
        {choices.map((choice) => (
          <Pick
            key={`${choice.value} ${values.includes(choice.value)}`}
            type="checkbox"
            id={`${id}-${choice.value}`}
            name={name}
            choice={choice}
            chosen={values.includes(choice.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One yes or no. */
export function Checkbox({
  id,
  name = id,
  label,
  hint,
  error,
  checked = false,
  value = "yes",
}: Told & { checked?: boolean | undefined; value?: string | undefined }) {
  return (
    <div className={classNames("field", Boolean(error) && "bad")}>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <Pick
        key={String(checked)}
        type="checkbox"
        id={id}
        name={name}
        choice={{ value, label, hint }}
        chosen={checked}
        errorId={error ? `${id}-error` : undefined}
      />
    </div>
  );
}

function Pick({
  type,
  id,
  name,
  choice,
  chosen,
  errorId,
}: {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  choice: Choice;
  chosen: boolean;
  errorId?: string | undefined;
}) {
  const hintId = choice.hint ? `${id}-hint` : undefined;
  return (
    <div>
      <label className="pick">
        <input
          type={type}
          id={id}
          name={name}
          value={choice.value}
          defaultChecked={chosen}
          aria-describedby={classNames(hintId, errorId)}
          aria-invalid={errorId ? true : undefined}
        />
        <span>{choice.label}</span>
      </label>
      {choice.hint ? (
        <div id={hintId} className="-mt-1.5 pb-1 pl-[1.875rem] text-note text-ink-2 office:mt-0">
          {choice.hint}
        </div>
      ) : null}
    </div>
  );
}
