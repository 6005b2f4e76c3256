"use server";

import { headers } from "next/headers";
import type { FormState } from "@/app/_lib/form-state";
import { addressOf } from "@/server/auth/client-address";
import { requestReset } from "@/server/auth/passwords";
import { peerAddress } from "@/server/http/exchange";
import { openAction } from "../open-action";
import { forgottenSchema } from "./schema";

const ask = openAction(forgottenSchema, async ({ email }) => {
  requestReset(email, addressOf(await headers(), peerAddress()));
  return "/sign-in/forgotten?sent=1";
});

export async function forgottenAction(state: FormState, form: FormData): Promise<FormState> {
  return ask(state, form);
}
