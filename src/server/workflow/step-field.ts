import type { PlainDate } from "@/domain/calendar/plain-date";

/** One of those to choose from. */
export type StepOption = { readonly value: string; readonly label: string };

type Labelled = { name: string; label: string; hint?: string };

/** A field of a step's form, with what stands in it to begin with. */
export type StepField = Labelled &
  (
    | { kind: "line" | "time"; value?: string }
    | { kind: "prose"; value?: string; rows?: number }
    | { kind: "date"; value?: PlainDate | null }
    | { kind: "one"; options: readonly StepOption[]; value?: string | null; none?: string }
    | { kind: "several"; options: readonly StepOption[]; value?: readonly string[] }
    | { kind: "yes" }
  );

/** Fields that stand together in a form, behind a word. */
export type FieldGroup = {
  name: string;
  title: string;
  hint?: string;
  fields: readonly StepField[];
  /** The same again for others, behind a word of its own. */
  more?: {
    title: string;
    hint: string;
    parts: readonly { name: string; legend: string; fields: readonly StepField[] }[];
  };
};
