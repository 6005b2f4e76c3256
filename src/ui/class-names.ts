/** Joins the class names that apply; what is false, empty or missing falls away. */
export function classNames(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(" ") || undefined;
}
