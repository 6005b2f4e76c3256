import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/* Fields are uncontrolled and work without script. React 19 empties a form after every action: return what was sent
   and hand it back as `value`. It becomes the default value and the key, so that the field is drawn anew with it. */

/** What a field tells whoever fills it in. */
export interface Told {
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

/** Several controls under one question. DateField, RadioField and CheckboxField are made of it, each in a file of its own. */
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
