"use client";

import type { ReactNode } from "react";
import { typedText } from "@/app/_lib/form-values";
import { ErrorSummary } from "@/ui/error-summary";
import { Form } from "@/ui/form";
import { LEFT_EMPTY, type PublicFormState, problemsOf } from "./public-form-state";

/** What a field is shown with: its id, what was typed into it and what is wrong with it. */
export const shownField = (state: PublicFormState, name: string) => ({
  id: name,
  value: typedText(state.status === "kept" ? state.values : undefined, name),
  error: state.status === "kept" ? state.fields[name]?.[0] : undefined,
});

/** A form that the public sends: why it was not sent yet, its fields, and what tells people from robots. */
export function PublicForm({
  state,
  action,
  token,
  children,
}: {
  state: PublicFormState;
  action: (form: FormData) => void;
  /** Made for this showing of the form. */
  token: string;
  children: ReactNode;
}) {
  const problems = problemsOf(state);
  return (
    <>
      {problems.length > 0 ? (
        <div className="mt-6">
          <ErrorSummary title="Not sent yet" problems={problems}>
            <p>Everything you wrote is kept.</p>
          </ErrorSummary>
        </div>
      ) : null}
      <Form action={action} noValidate className="mt-6">
        <input type="hidden" name="token" value={state.status === "kept" ? state.token : token} />
        <div className="sr-only" aria-hidden="true">
          <label htmlFor={LEFT_EMPTY}>Leave this empty</label>
          <input id={LEFT_EMPTY} name={LEFT_EMPTY} type="text" defaultValue="" tabIndex={-1} autoComplete="off" />
        </div>
        {children}
      </Form>
    </>
  );
}
