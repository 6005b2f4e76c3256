"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import * as z from "zod";
import { type FormValues, formValues } from "@/app/_lib/form-values";
import { THE_PUBLIC } from "@/domain/access/actor";
import { addressOf } from "@/server/auth/client-address";
import { expectedFailure } from "@/server/errors";
import { once } from "@/server/forms/once";
import { peerAddress } from "@/server/http/exchange";
import { failed } from "@/server/log";
import { suggestTopic } from "@/server/topics/commands";
import { countSuggestion } from "@/server/topics/suggestion-throttle";
import { readToken, renewedToken } from "@/server/topics/suggestion-token";
import { LEFT_EMPTY, suggestionSchema } from "./schema";

const SENT = "/topics/suggest/sent";

/** Nothing yet; or why it was not sent, with everything that was typed and a token to send it with. */
export type SuggestionState =
  | { status: "untouched" }
  | {
      status: "kept";
      fields: Readonly<Record<string, string[] | undefined>>;
      /** What is in the way that is with no field. */
      said: { text: string; why: string } | null;
      values: FormValues;
      token: string;
    };

/**
 * Keeps a suggestion of somebody we do not know. Whatever is in doubt is asked for once more, with everything kept: a person sends it
 * again, a robot of the simple kind does not.
 */
export async function suggestAction(_previous: SuggestionState, form: FormData): Promise<SuggestionState> {
  const { token: sent, [LEFT_EMPTY]: bait, ...values } = formValues(form);
  const shown = readToken(typeof sent === "string" ? sent : "");
  const token = shown.kind === "good" || shown.kind === "early" ? String(sent) : renewedToken(shown);
  const notYet = (text: string, why: string): SuggestionState => ({
    status: "kept",
    fields: {},
    said: { text, why },
    values,
    token,
  });

  const input = suggestionSchema.safeParse(values);
  if (!input.success)
    return { status: "kept", fields: z.flattenError(input.error).fieldErrors, said: null, values, token };
  if (typeof bait !== "string" || bait !== "" || shown.kind !== "good")
    return notYet("Send it once more.", "This is how we tell people from programs that fill in forms.");
  const wait = await countSuggestion(addressOf(await headers(), peerAddress()));
  if (wait > 0)
    return notYet(
      `Send it again in ${minutes(wait)}.`,
      "Several suggestions have come from your connection within the hour. You can leave this page open until then.",
    );

  const { title, description, rationale, name, email, wantsReply } = input.data;
  try {
    await once(THE_PUBLIC, `suggestion ${shown.key}`, async (tx) => {
      const contact = { name, email, wantsReply };
      await suggestTopic(tx, THE_PUBLIC, { title, description, rationale, source: "public", contact });
      return SENT;
    });
  } catch (error) {
    const failure = expectedFailure(error);
    if (failure?.kind === "invalid") return { status: "kept", fields: failure.fields, said: null, values, token };
    const reference = crypto.randomUUID().slice(0, 8);
    failed(error, { reference });
    return notYet(
      "Something broke on our side, and nothing was sent.",
      `Send it again. If it breaks again, tell whoever runs this site: ${reference}.`,
    );
  }
  redirect(SENT);
}

const minutes = (milliseconds: number): string => {
  const count = Math.ceil(milliseconds / 60_000);
  return count === 1 ? "a minute" : `${count} minutes`;
};
