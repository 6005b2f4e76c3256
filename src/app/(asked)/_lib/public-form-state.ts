import type { FormValues } from "@/app/_lib/form-values";
import type { FieldProblem } from "@/ui/error-summary";

/** Nothing yet; or why it was not sent, with everything that was typed and a token to send it with. */
export type PublicFormState =
  | { status: "untouched" }
  | {
      status: "kept";
      fields: Readonly<Record<string, string[] | undefined>>;
      /** What is in the way that is with no field. */
      said: { text: string; why: string } | null;
      values: FormValues;
      token: string;
    };

/** The field that people leave empty. It is not called what it is: a robot that reads would leave it empty as well. */
export const LEFT_EMPTY = "website";

/** Everything that stood in the way, each with its field. */
export function problemsOf(state: PublicFormState): FieldProblem[] {
  if (state.status === "untouched") return [];
  const inFields = Object.entries(state.fields).flatMap(([field, sentences]) =>
    (sentences ?? []).map((text) => ({ field, text })),
  );
  return state.said ? [...inFields, state.said] : inFields;
}
