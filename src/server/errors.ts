import type { Refusal } from "@/domain/workflow/workflow";

/** A form as it stands in the database, for the page that shows two versions side by side. */
export type CurrentVersion = {
  version: number;
  changedBy: string | null;
  values: Readonly<Record<string, string | string[]>>;
};

/** The failures we expect. Anything else is a bug and must reach error.tsx. */
export type Expected =
  | { kind: "refused"; refusal: Refusal }
  /** Somebody saved first. `current` is what they saved, where the form can show it beside what was typed. */
  | { kind: "stale"; current?: CurrentVersion }
  | { kind: "not-found" }
  /** What was typed cannot be so; a sentence per field says what to do. */
  | { kind: "invalid"; fields: Readonly<Record<string, string[]>> };

const MARK = "scrutineer.expected";

export class ExpectedError extends Error {
  readonly mark = MARK;
  constructor(readonly failure: Expected) {
    super(failure.kind);
  }
}

/** The expected failure an error carries, if it carries one. Not instanceof: a bundler may load this module twice. */
export function expectedFailure(error: unknown): Expected | undefined {
  return error instanceof Error && "mark" in error && error.mark === MARK
    ? (error as ExpectedError).failure
    : undefined;
}

/** Never "forbidden": that would confirm that it exists. */
export const notFound = () => new ExpectedError({ kind: "not-found" });

/** One sentence about one field. */
export const invalid = (field: string, sentence: string) =>
  new ExpectedError({ kind: "invalid", fields: { [field]: [sentence] } });
