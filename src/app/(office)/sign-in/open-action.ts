import { redirect } from "next/navigation";
import * as z from "zod";
import type { FormState } from "@/app/_lib/form-state";
import { type FormValues, formValues } from "@/app/_lib/form-values";
import { expectedFailure } from "@/server/errors";
import { failed } from "@/server/log";

/**
 * A form with a secret in it: on the way in, which nobody has to be signed in for, or about one's own sign-in. What it was sent comes back with it, passwords and codes left out.
 * @param run does it and says where to go next; what it throws is shown on the form
 */
export function openAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<`/${string}`>,
) {
  return async (_state: FormState, form: FormData): Promise<FormState> => {
    const sent = formValues(form);
    const values = withoutSecrets(sent);
    const input = schema.safeParse(sent);
    if (!input.success) return { status: "invalid", fields: z.flattenError(input.error).fieldErrors, values };
    let next: `/${string}`;
    try {
      next = await run(input.data);
    } catch (error) {
      const failure = expectedFailure(error);
      if (failure?.kind === "invalid") return { status: "invalid", fields: failure.fields, values };
      if (failure) return { status: "failed", failure, values };
      const reference = crypto.randomUUID().slice(0, 8);
      failed(error, { reference });
      return { status: "failed", failure: { kind: "broken", reference }, values };
    }
    redirect(next); // outside the try: redirect works by throwing
  };
}

const withoutSecrets = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !["password", "current", "code", "key"].includes(name)));
