"use client";

import { useActionState } from "react";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary, type FieldProblem } from "@/ui/error-summary";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { type SignInState, signInAction } from "./actions";

/** `said` is what another way in, next-auth's own, has to say of a try that failed. */
export function SignInForm({ from, said }: { from: string; said: string | null }) {
  const [state, action] = useActionState(signInAction, { email: "", fields: {}, sentence: said });
  const problems = problemsOf(state);
  return (
    <>
      {problems.length > 0 ? <ErrorSummary title="Not signed in" problems={problems} /> : null}
      <Form action={action} noValidate className="mt-5">
        <input type="hidden" name="from" value={from} />
        <TextField
          id="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          value={state.email}
          error={state.fields.email?.[0]}
        />
        <TextField
          id="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          error={state.fields.password?.[0]}
        />
        <Actions>
          <Button>Sign in</Button>
        </Actions>
      </Form>
    </>
  );
}

function problemsOf({ fields, sentence }: SignInState): FieldProblem[] {
  const problems: FieldProblem[] = (["email", "password"] as const).flatMap((field) =>
    (fields[field] ?? []).map((text) => ({ field, text })),
  );
  return sentence === null ? problems : [{ field: "email", text: sentence }, ...problems];
}
