import { redirect } from "next/navigation";
import * as z from "zod";
import type { Person } from "@/domain/access/actor";
import { requirePerson } from "@/server/auth/session";
import { type Expected, expectedFailure } from "@/server/errors";
import { type Address, once, type Tx } from "@/server/forms/once";
import { leaveWord } from "@/server/http/exchange";
import { failureState } from "./failure-state";
import type { FormState } from "./form-state";
import { formValues } from "./form-values";
import { publicPagesChanged } from "./public-pages";

/**
 * A form, carried out: who, what, do it once, go there. Every such form carries a `onceKey`. `run` works in one transaction
 * and returns the address to go to next; what it throws undoes everything and is shown on the form, beside what was typed.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (tx: Tx, actor: Person, input: z.output<Schema>) => Promise<Address>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const actor = await requirePerson();
    const values = formValues(form);
    const input = schema.safeParse(values);
    if (!input.success) return { status: "invalid", fields: fieldErrorsOf(input.error), values };

    let next: Address;
    try {
      next = await once(actor, onceKeyIn(form.get("onceKey")), (tx) => run(tx, actor, input.data));
    } catch (error) {
      const failure = expectedFailure(error);
      const overtaken = failure && overtakenWords(failure);
      if (overtaken) leaveWord(overtaken);
      return failureState(error, values);
    }
    publicPagesChanged();
    redirect(next); // outside the try: redirect works by throwing
  };
}

const fieldErrorsOf = (error: z.ZodError): Readonly<Record<string, string[] | undefined>> =>
  z.flattenError(error).fieldErrors;

/** What to say on a page that may not have the form any more, since its record or its sender is not what it was. */
function overtakenWords(failure: Expected): string | null {
  switch (failure.kind) {
    case "stale":
      return "Somebody else changed it first. It stands here as it is now.";
    case "refused":
      return ["not-permitted", "wrong-status"].includes(failure.refusal.code) ? failure.refusal.sentence : null;
    default:
      return null;
  }
}

/** Twins share a key; a form without one is only ever itself. */
export function onceKeyIn(key: unknown): string {
  return typeof key === "string" && key.length >= 16 && key.length <= 64 ? key : crypto.randomUUID();
}
