import { headers } from "next/headers";
import { redirect } from "next/navigation";
import * as z from "zod";
import { formValues } from "@/app/_lib/form-values";
import { THE_PUBLIC } from "@/domain/access/actor";
import { addressOf } from "@/server/auth/client-address";
import { expectedFailure } from "@/server/errors";
import { type Address, once, type Tx } from "@/server/forms/once";
import { peerAddress } from "@/server/http/exchange";
import { failed } from "@/server/log";
import { countSending, type PublicForm } from "@/server/public-forms/sending-throttle";
import { readToken, renewedToken } from "@/server/public-forms/showing-token";
import { LEFT_EMPTY, type PublicFormState } from "./public-form-state";

/**
 * A form of somebody we do not know, carried out once. Whatever is in doubt is asked for once more, with everything kept: a person
 * sends it again, a robot of the simple kind does not.
 * @param form whose sendings are counted, by the address they come from
 * @param run works in one transaction and returns the address to go to next; what it throws is shown on the form
 */
export function publicFormAction<Schema extends z.ZodType>(
  form: PublicForm,
  schema: Schema,
  run: (tx: Tx, input: z.output<Schema>) => Promise<Address>,
) {
  return async (_previous: PublicFormState, sentForm: FormData): Promise<PublicFormState> => {
    const { token: sent, [LEFT_EMPTY]: bait, ...values } = formValues(sentForm);
    const shown = readToken(typeof sent === "string" ? sent : "");
    const token = shown.kind === "good" || shown.kind === "early" ? String(sent) : renewedToken(shown);
    const keeping = (fields: Readonly<Record<string, string[] | undefined>>): PublicFormState => ({
      ...{ status: "kept", fields, said: null, values, token },
    });
    const notYet = (text: string, why: string): PublicFormState => ({
      ...{ status: "kept", fields: {}, said: { text, why }, values, token },
    });

    const input = schema.safeParse(values);
    if (!input.success) return keeping(z.flattenError(input.error).fieldErrors);
    if (typeof bait !== "string" || bait !== "" || shown.kind !== "good")
      return notYet("Send it once more.", "This is how we tell people from programs that fill in forms.");
    const wait = await countSending(form, addressOf(await headers(), peerAddress()));
    if (wait > 0)
      return notYet(
        `Send it again in ${minutes(wait)}.`,
        `Several ${form}s have come from your connection within the hour. You can leave this page open until then.`,
      );

    let next: Address;
    try {
      next = await once(THE_PUBLIC, `${form} ${shown.key}`, (tx) => run(tx, input.data));
    } catch (error) {
      const failure = expectedFailure(error);
      if (failure?.kind === "invalid") return keeping(failure.fields);
      const reference = crypto.randomUUID().slice(0, 8);
      failed(error, { reference });
      return notYet(
        "Something broke on our side, and nothing was sent.",
        `Send it again. If it breaks again, tell whoever runs this site: ${reference}.`,
      );
    }
    redirect(next); // outside the try: redirect works by throwing
  };
}

const minutes = (milliseconds: number): string => {
  const count = Math.ceil(milliseconds / 60_000);
  return count === 1 ? "a minute" : `${count} minutes`;
};
