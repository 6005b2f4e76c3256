/** What was typed into a form, field by field; a field sent more than once is a list. Files are not among them. */
export type FormValues = Readonly<Record<string, string | string[]>>;

/** Object.fromEntries would keep only the last of several ticked boxes. Keys of the framework's own are left out. */
export function formValues(form: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const sent = form
      .getAll(name)
      .filter((value): value is string => typeof value === "string")
      .map(withoutNul);
    const only = sent[0];
    if (only !== undefined) values[name] = sent.length > 1 ? sent : only;
  }
  return values;
}

/** The value to show again in a field that holds one text. */
export function typedText(values: FormValues | undefined, name: string, otherwise = ""): string {
  const value = values?.[name];
  return typeof value === "string" ? value : (value?.[0] ?? otherwise);
}

/** The values to show again in a field that holds several. */
export function typedList(values: FormValues | undefined, name: string, otherwise: readonly string[] = []): string[] {
  const value = values?.[name];
  return value === undefined ? [...otherwise] : typeof value === "string" ? [value] : value;
}

/** PostgreSQL takes no NUL in a text, and no keyboard types one. */
const withoutNul = (text: string) => text.replaceAll("\0", "");
