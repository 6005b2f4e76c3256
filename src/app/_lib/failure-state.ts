import { expectedFailure } from "@/server/errors";
import { failed } from "@/server/log";
import type { FormState } from "./form-state";
import type { FormValues } from "./form-values";

/**
 * What a form says of itself after what it asked for was thrown back. A fault of ours costs nobody what they typed: it is written
 * down, and the form comes back with everything in it.
 */
export function failureState(error: unknown, values: FormValues): Exclude<FormState, { status: "untouched" }> {
  const failure = expectedFailure(error);
  if (!failure) return { status: "failed", failure: { kind: "broken", reference: recorded(error) }, values };
  if (failure.kind === "invalid") return { status: "invalid", fields: failure.fields, values };
  return { status: "failed", failure, values };
}

function recorded(error: unknown): string {
  const reference = crypto.randomUUID().slice(0, 8);
  failed(error, { reference });
  return reference;
}
