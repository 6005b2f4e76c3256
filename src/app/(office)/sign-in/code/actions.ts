"use server";

import type { FormState } from "@/app/_lib/form-state";
import { cameFrom } from "@/server/auth/came-from";
import { finishSession } from "@/server/auth/session";
import { invalid, notFound } from "@/server/errors";
import { openAction } from "../open-action";
import { codeSchema } from "./schema";

const take = openAction(codeSchema, async ({ code, from }) => {
  const answer = await finishSession(code);
  switch (answer.kind) {
    case "signed-in":
      return cameFrom(from) as `/${string}`;
    case "refused":
      throw invalid("code", "Write the code that your app shows now: each opens once.");
    case "slowed":
      throw invalid("code", "Wait 15 minutes and try again: too many codes did not match.");
    case "over":
      throw notFound();
  }
});

export async function codeAction(state: FormState, form: FormData): Promise<FormState> {
  return take(state, form);
}
