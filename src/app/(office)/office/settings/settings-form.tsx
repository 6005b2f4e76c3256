"use client";

import { useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { Actions, Button } from "@/ui/button";
import { classNames } from "@/ui/class-names";
import { ErrorSummary } from "@/ui/error-summary";
import { Form } from "@/ui/form";
import { answerOf } from "../../_lib/form-answer";
import { useVersionKey } from "../../_lib/version-key";
import type { SettingField } from "./setting-field";
import { SettingFields } from "./setting-fields";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Begins the ids of its fields: a page may have several forms. */
  prefix: string;
  /** Sent along: which record, which version. */
  hidden: Readonly<Record<string, string>>;
  version?: number | undefined;
  onceKey: string;
  fields: readonly SettingField[];
  /** A verb with its object. */
  button: string;
  second?: boolean | undefined;
  /** What did not happen: "Not saved". */
  notDone?: string | undefined;
};

/** A plain form of the settings: fields, one button; after somebody else's change it says what stands there now. */
export function SettingsForm(props: Props) {
  return <SettingsFormOf key={useVersionKey(props.version ?? 0)} {...props} />;
}

function SettingsFormOf({
  action,
  prefix,
  hidden,
  version,
  onceKey,
  fields,
  button,
  second,
  notDone = "Not saved",
}: Props) {
  const [state, send] = useActionState(action, UNTOUCHED);
  const values = state.status === "untouched" ? undefined : state.values;
  const current = state.status === "failed" && state.failure.kind === "stale" ? state.failure.current : undefined;
  const stands = fields.flatMap(({ name, label }) =>
    current?.values[name] ? [`${label}: ${current.values[name]}`] : [],
  );
  const answer = answerOf(state, {
    idOf: (field) => `${prefix}-${field}`,
    stale: {
      text: "Somebody else has saved this since you opened it.",
      why: `${stands.length > 0 ? `It now says ${stands.join("; ")}. ` : ""}What you wrote is still here: save it again if it should stand.`,
    },
    gone: "There is nothing here for you to change.",
  });
  return (
    <>
      {answer.problems.length > 0 ? (
        <ErrorSummary id={`${prefix}-not-done`} title={notDone} problems={answer.problems} />
      ) : null}
      <Form
        action={send}
        noValidate
        className={classNames("mt-3", fields.some(({ kind }) => kind === "rows") && "max-w-none")}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {version === undefined ? null : <input type="hidden" name="version" value={current?.version ?? version} />}
        <input type="hidden" name="onceKey" value={onceKey} />
        <SettingFields prefix={prefix} fields={fields} values={values} answer={answer} />
        <Actions>
          <Button second={second}>{button}</Button>
        </Actions>
      </Form>
    </>
  );
}
