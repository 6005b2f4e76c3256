import { Field, type Told } from "./field";

/** A file to be chosen. What was chosen cannot be shown again: browsers do not let a page do that. */
export function FileField({ id, name = id, label, hint, error, accept }: Told & { accept: string }) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(frame) => <input {...frame} type="file" id={id} name={name} accept={accept} className="control" />}
    </Field>
  );
}
