"use client";

import { useActionState } from "react";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { confirmSecondFactorAction } from "./actions";

/** The first code of a new second factor; then the recovery codes, this once. */
export function ConfirmForm() {
  const [{ codes, problem }, action] = useActionState(confirmSecondFactorAction, { codes: [], problem: null });
  if (codes.length > 0)
    return (
      <Notice tone="done" title="The second factor is set up" status>
        <p>
          Keep these recovery codes where you keep papers, not on the telephone: each stands in once for a code. They
          are not shown again.
        </p>
        <ul className="my-2 columns-2">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a href="/office/settings/sign-in">I have them</a>
        </p>
      </Notice>
    );
  return (
    <>
      {problem ? <ErrorSummary title="Not set up" problems={[{ field: "code", text: problem }]} /> : null}
      <Form action={action} noValidate className="mt-3">
        <TextField
          id="code"
          label="Code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          width="max-w-36"
          error={problem}
        />
        <Actions>
          <Button>Set up the second factor</Button>
        </Actions>
      </Form>
    </>
  );
}
