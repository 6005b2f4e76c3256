"use client";

import { useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { SelectField, TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../_lib/form-answer";
import { useVersionKey } from "../../../_lib/version-key";
import { type Leads, TOPIC_WORDS } from "../topic-words";
import { editTopicAction } from "./actions";
import { type Conflict, TopicVersions } from "./topic-versions";

type Props = {
  id: string;
  version: number;
  slug: string;
  values: FormValues;
  leads: Leads;
  onceKey: string;
  /** What was typed here before and not sent through. */
  kept: FormValues | undefined;
};

/** What a topic says; and, where somebody saved first, both versions of it. */
export function EditForm(props: Props) {
  return <EditFormOf key={useVersionKey(props.version)} {...props} />;
}

function EditFormOf({ id, version, slug, values, leads, onceKey, kept }: Props) {
  const [state, action] = useActionState(editTopicAction, UNTOUCHED);
  const sent = state.status === "untouched" ? undefined : state.values;
  const conflict = conflictIn(state);
  const answer = answerOf(state, {
    stale: { text: "Somebody saved this topic before you." },
    gone: "This topic is not there, or no longer open to you.",
  });
  const shown = sent ?? kept ?? values;
  // What the form was opened with goes along, so that two versions can be compared with what was there before both.
  const base = typedText(sent ?? kept, "base") || JSON.stringify(values);
  const isNew = state.status === "failed" && state.failure.kind === "stale";
  const readVersion = conflict?.version ?? typedText(sent ?? kept, "version", String(version));
  const isOpen = sent !== undefined || kept !== undefined;
  return (
    <details open={isOpen} className="py-2">
      <summary className="font-semibold">Edit the topic</summary>
      {answer.problems.length > 0 && !isNew ? (
        <ErrorSummary title="Not saved" level={3} problems={answer.problems}>
          <p>Everything you wrote is kept.</p>
        </ErrorSummary>
      ) : null}
      <Form action={action} noValidate className={conflict ? "max-w-none pt-2" : "pt-2"}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <input type="hidden" name="base" value={base} />
        <input type="hidden" name="version" value={readVersion} />
        {conflict ? (
          <TopicVersions
            title={typedText(values, "title")}
            conflict={conflict}
            mine={shown}
            base={parsed(base) ?? values}
            leads={leads}
          />
        ) : (
          <Fields values={shown} leads={leads} errorOf={answer.of} />
        )}
      </Form>
    </details>
  );
}

function Fields({
  values,
  leads,
  errorOf,
}: {
  values: FormValues;
  leads: Leads;
  errorOf: (field: string) => string | undefined;
}) {
  const field = (name: keyof typeof TOPIC_WORDS) => ({
    id: name,
    label: TOPIC_WORDS[name],
    value: typedText(values, name),
    error: errorOf(name),
  });
  const isPlaced = leads.members.length > 0 || leads.officers.length > 0;
  return (
    <>
      <TextField {...field("title")} maxLength={200} autoComplete="off" />
      <TextArea
        {...field("description")}
        rows={4}
        hint="Published with the topic. Take out what identifies somebody before you triage it."
      />
      <TextArea {...field("rationale")} rows={3} hint="Published with the topic" />
      <TextArea
        {...field("parts")}
        rows={3}
        hint="One a line: separate matters, each of which may be taken up or left behind"
      />
      {isPlaced ? (
        <>
          <SelectField {...field("leadMember")} none="Nobody yet" options={leads.members} />
          <SelectField {...field("leadOfficer")} none="Nobody yet" options={leads.officers} />
        </>
      ) : null}
      <Actions>
        <Button>Save the topic</Button>
      </Actions>
    </>
  );
}

/** What somebody else saved: now, or when the form was sent before. */
function conflictIn(state: FormState): Conflict | null {
  if (state.status === "untouched") return null;
  if (state.status === "failed" && state.failure.kind === "stale" && state.failure.current)
    return state.failure.current;
  return parsed<Conflict>(typedText(state.values, "conflict"));
}

function parsed<T = FormValues>(text: string): T | null {
  try {
    return text === "" ? null : (JSON.parse(text) as T);
  } catch {
    return null; // Somebody wrote it by hand; the form is then as good as new.
  }
}
