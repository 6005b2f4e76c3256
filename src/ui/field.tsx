import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/* Fields are uncontrolled and work without script. React 19 empties a form after every action: return what was sent
   and hand it back as `value`. It becomes the default value and the key, so that the field is drawn anew with it. */

interface Told {
  /** Also the name, unless `name` says otherwise; links of an ErrorSummary lead to it. */
  readonly id: string;
  readonly name?: string | undefined;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What to put right: "Choose a lead member". */
  readonly error?: ReactNode;
}

interface Frame {
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

function describedBy(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  return classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
}

function Explained({ id, hint, error }: { id: string; hint: ReactNode; error: ReactNode }) {
  return (
    <>
      {hint ? (
        <div className="text-note text-ink-2" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </>
  );
}

/** What is wrong with a field, in words and with the shape. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="flex items-baseline gap-[0.4em] font-semibold text-stop" id={id}>
      <Icon name="stop" className="translate-y-[0.15em]" />
      <span>{children}</span>
    </p>
  );
}

/** Smaller words beside a form or its buttons. */
export function Hint({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <p className="text-note text-ink-2" id={id}>
      {children}
    </p>
  );
}

/**
 * Label, hint and error round one control. Use TextField, TextArea and SelectField; this one is for a
 * control of another kind, which spreads what it is given.
 */
export function Field({
  id,
  label,
  hint,
  error,
  children,
}: Omit<Told, "name"> & { children: (frame: Frame) => ReactNode }) {
  return (
    <div className={classNames("field", Boolean(error) && "bad")}>
      <label htmlFor={id} className="block">
        {label}
      </label>
      <Explained id={id} hint={hint} error={error} />
      {children({ "aria-describedby": describedBy(id, hint, error), "aria-invalid": error ? true : undefined })}
    </div>
  );
}

/** One line of text. */
export function TextField({
  id,
  name = id,
  label,
  hint,
  error,
  value = "",
  width,
  ...input
}: Told & { value?: string | undefined; width?: string | undefined } & Pick<
    ComponentProps<"input">,
    "type" | "inputMode" | "autoComplete" | "maxLength" | "required" | "spellCheck" | "list" | "min" | "max" | "step"
  >) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(frame) => (
        <input
          key={value}
          {...input}
          {...frame}
          id={id}
          name={name}
          defaultValue={value}
          className={classNames("control", width)}
        />
      )}
    </Field>
  );
}

/** Several lines of text; the box grows with them. */
export function TextArea({
  id,
  name = id,
  label,
  hint,
  error,
  value = "",
  ...textarea
}: Told & { value?: string | undefined } & Pick<
    ComponentProps<"textarea">,
    "rows" | "maxLength" | "required" | "spellCheck"
  >) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(frame) => (
        <textarea key={value} {...textarea} {...frame} id={id} name={name} defaultValue={value} className="control" />
      )}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of many. `none` is the first line when nothing is chosen yet: "Choose". */
export function SelectField({
  id,
  name = id,
  label,
  hint,
  error,
  value = "",
  none,
  options,
  required,
}: Told & {
  value?: string | undefined;
  none?: string | undefined;
  options: readonly Option[];
  required?: boolean | undefined;
}) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(frame) => (
        <select key={value} {...frame} id={id} name={name} defaultValue={value} required={required} className="control">
          {none === undefined ? null : <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Several controls under one question. DateField, RadioField and CheckboxField are made of it. */
export function FieldGroup({
  id,
  legend,
  hint,
  error,
  children,
}: {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset
      id={id}
      className={classNames("field", Boolean(error) && "bad")}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>{legend}</legend>
      <Explained id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/**
 * A date somebody knows, in three fields, sent as `<name>-day`, `<name>-month`, `<name>-year`, which are also their
 * ids. Errors lead to the first part that is wrong.
 */
export function DateField({
  id,
  name = id,
  legend,
  hint,
  error,
  wrong = ["day", "month", "year"],
  value = { day: "", month: "", year: "" },
  words = { day: "Day", month: "Month", year: "Year" },
}: {
  id: string;
  name?: string | undefined;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** The parts that the error is about. */
  wrong?: readonly (keyof DateParts)[] | undefined;
  value?: DateParts | undefined;
  words?: Record<keyof DateParts, string> | undefined;
}) {
  return (
    <FieldGroup id={id} legend={legend} hint={hint} error={error}>
      <div className="date">
        {(["day", "month", "year"] as const).map((part) => (
          <div key={part}>
            <label htmlFor={`${id}-${part}`} className="block">
              {words[part]}
            </label>
            <input
              key={value[part]}
              id={`${id}-${part}`}
              name={`${name}-${part}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === "year" ? 4 : 2}
              defaultValue={value[part]}
              aria-invalid={error && wrong.includes(part) ? true : undefined}
              className="control"
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

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
