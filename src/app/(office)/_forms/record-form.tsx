"use client";

import { type ReactNode, useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import type { CurrentVersion } from "@/server/errors";
import type { FieldGroup, StepField } from "@/server/workflow/step-field";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Fact, Facts } from "@/ui/facts";
import { Findings } from "@/ui/findings";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { shownFinding } from "../_lib/finding-words";
import { type Answer, answerOf } from "../_lib/form-answer";
import { useVersionKey } from "../_lib/version-key";
import { StepFields } from "../_steps/step-fields";
import { Autosave } from "./autosave";
import { GroupedFields } from "./grouped-fields";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Begins the ids of its fields: a page may have several such forms. */
  prefix: string;
  record: { id: string; version: number; part?: string | undefined };
  /** The page to go to when it is done. */
  back: `/office/${string}`;
  onceKey: string;
  fields: readonly StepField[];
  /** Two of its fields stand beside each other where there is room. */
  beside?: boolean;
  /** What was typed here before and not sent through. */
  kept: FormValues | undefined;
  /** A verb with its object. */
  button: string;
  second?: boolean;
  /** What did not happen: "Not added". */
  notDone?: string;
  /** The field for why it is done in spite of a warning, where another one is called reason. */
  reasonField?: string;
  cancel?: `/office/${string}`;
  /** Keeps the typing while it goes on: where it is sent, under which name the browser keeps it, and when it was kept last. */
  keeps?: { address: string; here: string; saved: string | null };
  /** Fields that most people leave alone, in groups behind a word. */
  groups?: readonly FieldGroup[];
  /** Other things to do with what is typed, beside the button. */
  more?: ReactNode;
  /** The same, where somebody else saved first. */
  ifOvertaken?: ReactNode;
  children?: ReactNode;
};

/** A plain form about a record: its fields, one button, and where somebody else saved first what stands there now. */
export function RecordForm(props: Props) {
  return <RecordFormOf key={useVersionKey(props.record.version)} {...props} />;
}

function RecordFormOf(props: Props) {
  const { action, prefix, record, back, onceKey, fields, kept, button, second, notDone = "Not saved", cancel } = props;
  const [state, send] = useActionState(action, UNTOUCHED);
  const sent = state.status === "untouched" ? undefined : state.values;
  const values = sent ?? kept;
  const stale = state.status === "failed" && state.failure.kind === "stale" ? state.failure : undefined;
  const { reasonField = "reason" } = props;
  const asked = answerOf(state, {
    idOf: (field) => `${prefix}-${field === "reason" ? reasonField : field}`,
    stale: {
      text: `${stale?.current?.changedBy ?? "Somebody else"} saved this before you.`,
      why: "What you wrote is still here. Send it again if it is still what you want.",
    },
    gone: "This is not there, or no longer open to you.",
  });
  const answer: Answer =
    reasonField === "reason"
      ? asked
      : { ...asked, of: (field) => asked.of(field === reasonField ? "reason" : field === "reason" ? "" : field) };
  return (
    <>
      {answer.problems.length > 0 ? (
        <ErrorSummary id={`${prefix}-not-done`} title={notDone} level={3} problems={answer.problems}>
          <p>Everything you wrote is kept.</p>
        </ErrorSummary>
      ) : null}
      {answer.warnings.length > 0 ? <Findings findings={answer.warnings.map(shownFinding)} /> : null}
      {stale?.current ? (
        <StandsNow
          current={stale.current}
          fields={[...fields, ...(props.groups ?? []).flatMap((group) => group.fields)]}
        />
      ) : null}
      <Form action={send} noValidate className="pt-2">
        <input type="hidden" name="id" value={record.id} />
        <input type="hidden" name="part" value={record.part ?? ""} />
        <input
          type="hidden"
          name="version"
          value={stale?.current?.version ?? typedText(sent, "version", String(record.version))}
        />
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <div className={props.beside ? "form gap-x-6 sm:grid-cols-2" : "contents"}>
          <StepFields prefix={prefix} fields={fields} values={values} answer={answer} />
        </div>
        {props.groups?.map((group) => (
          <GroupedFields key={group.name} group={group} prefix={prefix} values={values} answer={answer} />
        ))}
        {props.children}
        <Actions>
          <Button second={second}>{button}</Button>
          {props.more}
          {stale?.current ? props.ifOvertaken : null}
          {cancel ? <a href={cancel}>Cancel</a> : null}
          {props.keeps ? <Autosave {...props.keeps} button={button} /> : null}
        </Actions>
      </Form>
    </>
  );
}

/** What somebody else saved, beside what is typed here. */
function StandsNow({ current, fields }: { current: CurrentVersion; fields: readonly StepField[] }) {
  const lines = fields.flatMap(({ name, label }) => {
    const value = current.values[name];
    return value === undefined ? [] : [{ name, label, says: [value].flat().join(", ") || "Not given" }];
  });
  if (lines.length === 0) return null;
  return (
    <Notice tone="warn" title="What stands there now">
      <Facts>
        {lines.map(({ name, label, says }) => (
          <Fact key={name} term={label}>
            <span className="whitespace-pre-line">{says}</span>
          </Fact>
        ))}
      </Facts>
    </Notice>
  );
}
