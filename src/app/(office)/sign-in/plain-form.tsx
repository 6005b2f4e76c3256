"use client";

import { type ReactNode, useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Form } from "@/ui/form";
import { answerOf } from "../_lib/form-answer";
import type { SettingField } from "../office/settings/setting-field";
import { SettingFields } from "../office/settings/setting-fields";

/** A form with a secret in it: what is typed is kept nowhere, and passwords are never sent back. */
export function PlainForm({
  action,
  hidden = {},
  fields,
  button,
  notDone,
  gone = "This link opens nothing any more. Ask for a new one.",
  children,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden?: Readonly<Record<string, string>>;
  fields: readonly SettingField[];
  button: string;
  notDone: string;
  gone?: string;
  children?: ReactNode;
}) {
  const [state, send] = useActionState(action, UNTOUCHED);
  const answer = answerOf(state, { stale: { text: "Send it again." }, gone });
  return (
    <>
      {answer.problems.length > 0 ? <ErrorSummary title={notDone} problems={answer.problems} /> : null}
      <Form action={send} noValidate className="mt-5">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SettingFields
          prefix=""
          fields={fields}
          values={state.status === "untouched" ? undefined : state.values}
          answer={answer}
        />
        {children}
        <Actions>
          <Button>{button}</Button>
        </Actions>
      </Form>
    </>
  );
}
