import type { Expected } from "@/server/errors";
import type { FormValues } from "./form-values";

/** What a form is shown with: untouched, or what came of sending it, with everything that was typed. */
export type FormState =
  | { status: "untouched" }
  | { status: "invalid"; fields: Readonly<Record<string, string[] | undefined>>; values: FormValues }
  | { status: "failed"; failure: Exclude<Expected, { kind: "invalid" }> | Broken; values: FormValues };

/** A fault of ours. It is in the log under the reference, and nothing was changed. */
type Broken = { kind: "broken"; reference: string };

export const UNTOUCHED: FormState = { status: "untouched" };
