"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { formValues, typedText } from "@/app/_lib/form-values";
import { cameFrom } from "@/server/auth/came-from";
import { startSession } from "@/server/auth/session";
import { sentenceFor } from "@/server/auth/sign-in";
import { signInSchema } from "./schema";

/** Nothing yet, or why nobody was signed in. The password is never sent back. */
export type SignInState = {
  email: string;
  fields: { email?: string[] | undefined; password?: string[] | undefined };
  sentence: string | null;
};

export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const values = formValues(form);
  const email = typedText(values, "email");
  const input = signInSchema.safeParse(values);
  if (!input.success) return { email, fields: z.flattenError(input.error).fieldErrors, sentence: null };

  const answer = await startSession(input.data);
  if (answer.kind === "second-factor")
    redirect(`/sign-in/code?${new URLSearchParams({ from: cameFrom(input.data.from) })}`);
  if (answer.kind !== "signed-in") return { email, fields: {}, sentence: sentenceFor(answer) };
  redirect(cameFrom(input.data.from));
}
