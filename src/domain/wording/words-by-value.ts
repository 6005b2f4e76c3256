/** Words by value, in their order, as a field lists them to choose from. */
export const optionsOf = <Value extends string>(
  words: Readonly<Record<Value, string>>,
): { readonly value: Value; readonly label: string }[] =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));

/** The values that there are words for, in their order. */
export const keysOf = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  Object.keys(words) as [Value, ...Value[]];
