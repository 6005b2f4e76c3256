"use client";

import { type FormEvent, useRef, useState } from "react";
import type { FormState } from "@/app/_lib/form-state";
import type { FormValues } from "@/app/_lib/form-values";
import type { StepField } from "@/server/workflow/step-field";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary, type FieldProblem } from "@/ui/error-summary";
import { FileField } from "@/ui/file-field";
import { Form } from "@/ui/form";
import { answerOf } from "../_lib/form-answer";
import { StepFields } from "../_steps/step-fields";
import { Sending, type Sent, sendWithProgress } from "./upload-progress";

type Props = {
  /** Where it is sent: an address that ends in /upload. */
  action: `/office/${string}/upload`;
  /** Begins the ids of its fields: a page may have several such forms. */
  prefix: string;
  record: { id: string; version: number; part?: string | undefined };
  onceKey: string;
  /** They stand before the file, so that they have arrived when a file is cut off. */
  fields: readonly StepField[];
  /** What was typed here before and not sent through, and what came of sending it. */
  kept: FormValues | undefined;
  state: FormState;
  fileLabel: string;
  fileHint: string;
  /** Of the file field: ".pdf,.docx". */
  accept: string;
  button: string;
  second?: boolean;
  /** What did not happen: "Not added". */
  notDone: string;
};

const CUT: FieldProblem = {
  text: "The connection was cut before the whole file had arrived.",
  why: "Nothing was changed, and what you wrote is still here: send it again.",
};

/**
 * A form with a file. It is a plain form for the browser to send; where there is script, it says how far a long file has come, and
 * a connection that is cut leaves the page as it is.
 */
export function UploadForm(props: Props) {
  const { action, prefix, record, onceKey, fields, kept, state, button, second, notDone } = props;
  const [sending, setSending] = useState<Sent | null>(null);
  const [isCut, setCut] = useState(false);
  const request = useRef<XMLHttpRequest | null>(null);
  const answer = answerOf(state, {
    idOf: (field) => `${prefix}-${field}`,
    stale: {
      text: "Somebody else changed it first. It stands here as it is now.",
      why: "Choose the file again if it is still what you want.",
    },
    gone: "This is not there, or no longer open to you.",
  });
  const problems = isCut ? [CUT] : answer.problems;

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (request.current) return;
    setCut(false);
    request.current = new XMLHttpRequest();
    const next = await sendWithProgress(request.current, event.currentTarget, setSending);
    request.current = null;
    if (next.kind === "answered") return window.location.assign(next.goTo);
    setSending(null);
    setCut(next.kind === "cut");
  }

  return (
    <>
      {problems.length > 0 ? (
        <ErrorSummary id={`${prefix}-not-done`} title={notDone} level={3} problems={problems}>
          <p>Everything you wrote is kept. A file has to be chosen again.</p>
        </ErrorSummary>
      ) : null}
      <Form action={action} method="post" encType="multipart/form-data" noValidate onSubmit={send} className="pt-2">
        <input type="hidden" name="id" value={record.id} />
        <input type="hidden" name="part" value={record.part ?? ""} />
        <input type="hidden" name="version" value={record.version} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <StepFields prefix={prefix} fields={fields} values={kept} answer={answer} />
        <FileField
          id={`${prefix}-file`}
          name="file"
          label={props.fileLabel}
          hint={props.fileHint}
          accept={props.accept}
          error={answer.of("file")}
        />
        <Actions>
          <Button second={second}>{button}</Button>
        </Actions>
        <Sending sent={sending} stop={() => request.current?.abort()} />
      </Form>
    </>
  );
}
