"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { SelectField, TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { carried, openedWith, savedFirstIn, TwoVersions } from "../../../_forms/two-versions";
import { answerOf } from "../../../_lib/form-answer";
import { useVersionKey } from "../../../_lib/version-key";
import { type Leads, TOPIC_WORDS, type TopicField } from "../topic-words";
import { editTopicAction } from "./actions";

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
  const savedFirst = savedFirstIn(state);
  const answer = answerOf(state, {
    stale: { text: "Somebody saved this topic before you." },
    gone: "This topic is not there, or no longer open to you.",
  });
  const shown = sent ?? kept ?? values;
  const base = openedWith(sent ?? kept, values);
  const isNew = state.status === "failed" && state.failure.kind === "stale";
  const readVersion = savedFirst?.version ?? typedText(sent ?? kept, "version", String(version));
  const isOpen = sent !== undefined || kept !== undefined;
  return (
    <details open={isOpen} className="py-2">
      <summary className="font-semibold">Edit the topic</summary>
      {answer.problems.length > 0 && !isNew ? (
        <ErrorSummary title="Not saved" level={3} problems={answer.problems}>
          <p>Everything you wrote is kept.</p>
        </ErrorSummary>
      ) : null}
      <Form action={action} noValidate className={savedFirst ? "max-w-none pt-2" : "pt-2"}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <input type="hidden" name="base" value={base} />
        <input type="hidden" name="version" value={readVersion} />
        {savedFirst ? (
          <TwoVersions
            what="topic"
            title={typedText(values, "title")}
            level={3}
            savedFirst={savedFirst}
            mine={shown}
            base={carried<FormValues>(base) ?? values}
            words={TOPIC_WORDS}
            says={(field, values) => wordsFor(field, typedText(values, field), leads)}
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

/** People by their names; what was typed with one kind of line end. */
function wordsFor(field: TopicField, value: string, { members, officers }: Leads): string {
  const choices = field === "leadMember" ? members : field === "leadOfficer" ? officers : [];
  return choices.find((choice) => choice.value === value)?.label ?? value.replaceAll("\r\n", "\n").trim();
}
