import * as z from "zod";
import { chooses } from "./version-choice";

const side = z.enum(["mine", "theirs"]).optional();
type Choices<Field extends string> = { readonly [Name in `choose-${Field}`]?: "mine" | "theirs" | undefined };

/** What a form sends beside its fields where somebody else had saved first. */
type Compared<Field extends string> = Choices<Field> & {
  readonly conflict: string;
  readonly lines: readonly Field[];
  readonly typed: readonly Field[];
  readonly keep?: "theirs" | undefined;
};

/**
 * The part of a form's schema with which two versions of a record are compared, field by field.
 * @param words the fields, and what each is called
 */
export function versionFields<Field extends string>(words: Readonly<Record<Field, string>>) {
  const fields = Object.keys(words) as Field[];
  /** Names of fields, as a hidden input holds them. */
  const names = z
    .string()
    .default("")
    .transform((text) => fields.filter((field) => text.split(",").includes(field)));
  const choices = Object.fromEntries(fields.map((field) => [chooses(field), side]));
  return {
    /** What stood there when the form was opened, and what stands there now: both only to be shown again. */
    base: z.string().max(100_000).default(""),
    conflict: z.string().max(100_000).default(""),
    /** The fields that were shown side by side, and those among them in which something was typed. */
    lines: names,
    typed: names,
    keep: z.literal("theirs").optional(),
    ...(choices as Record<`choose-${Field}`, typeof side>),
  };
}

/** Refuses each line in which neither version was chosen. */
export function checkChosen<Field extends string>(
  form: Compared<Field>,
  words: Readonly<Record<Field, string>>,
  context: z.RefinementCtx,
): void {
  if (form.keep === "theirs") return;
  for (const field of form.lines)
    if (form[chooses(field)] === undefined)
      context.addIssue({
        code: "custom",
        path: [chooses(field)],
        message: `Choose one of the two for “${words[field]}”.`,
      });
}

/**
 * What to save of a form.
 * @param mine what was typed
 * @returns all of it; where two versions were compared, the lines in which it was chosen, and to be set aside what was typed and not
 */
export function choicesIn<Field extends string, Values extends Readonly<Record<Field, unknown>>>(
  form: Compared<Field>,
  mine: Values,
): { changes: Partial<Values>; setAside?: Partial<Values> } {
  if (form.conflict === "") return { changes: mine };
  const isMine = (field: Field) => form.keep === undefined && form[chooses(field)] === "mine";
  const only = (fields: readonly Field[]) =>
    Object.fromEntries(fields.map((field) => [field, mine[field]])) as unknown as Partial<Values>;
  return {
    changes: only(form.lines.filter(isMine)),
    setAside: only(form.typed.filter((field) => form.lines.includes(field) && !isMine(field))),
  };
}
