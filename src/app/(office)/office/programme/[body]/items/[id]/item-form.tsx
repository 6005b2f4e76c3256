"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedList, typedText } from "@/app/_lib/form-values";
import { formatDate, isPlainDate } from "@/domain/calendar/plain-date";
import { typedDay } from "@/domain/calendar/typed-day";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Form } from "@/ui/form";
import { carried, openedWith, savedFirstIn, TwoVersions } from "../../../../../_forms/two-versions";
import { answerOf } from "../../../../../_lib/form-answer";
import { useVersionKey } from "../../../../../_lib/version-key";
import { type ItemChoices, ItemFields, idOfField } from "../../item-fields";
import { FIELDS, type FieldName, TYPES } from "../../item-words";
import { editItemAction } from "./actions";

type Edited = {
  id: string;
  version: number;
  /** The body's slug. */
  body: string;
  title: string;
  values: FormValues;
  choices: ItemChoices;
  onceKey: string;
  /** What was typed here before and not sent through. */
  kept: FormValues | undefined;
};

/** What an item says; and, where somebody saved first, both versions of it. */
export function ItemForm(props: Edited) {
  return <EditForm key={useVersionKey(props.version)} {...props} />;
}

function EditForm({ id, version, body, title, values, choices, onceKey, kept }: Edited) {
  const [state, action] = useActionState(editItemAction, UNTOUCHED);
  const sent = state.status === "untouched" ? undefined : state.values;
  const savedFirst = savedFirstIn(state);
  const answer = answerOf(state, {
    idOf: (field) => idOfField(field, choices),
    stale: { text: "Somebody saved this item before you." },
    gone: "This item is not there, or no longer open to you.",
  });
  const shown = sent ?? kept ?? values;
  const base = openedWith(sent ?? kept, values);
  const isNew = state.status === "failed" && state.failure.kind === "stale";
  return (
    <>
      {answer.problems.length > 0 && !isNew ? (
        <ErrorSummary title="Not saved" problems={answer.problems}>
          <p>Everything you wrote is kept.</p>
        </ErrorSummary>
      ) : null}
      <Form action={action} noValidate className={savedFirst ? "max-w-none pt-2" : "pt-2"}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="body" value={body} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <input type="hidden" name="base" value={base} />
        <input
          type="hidden"
          name="version"
          value={savedFirst?.version ?? typedText(sent ?? kept, "version", String(version))}
        />
        {savedFirst ? (
          <TwoVersions
            what="item"
            title={title}
            savedFirst={savedFirst}
            mine={shown}
            base={carried<FormValues>(base) ?? values}
            words={FIELDS}
            says={(field, values) => wordsFor(field, values, choices)}
          />
        ) : (
          <>
            <ItemFields values={shown} choices={choices} answer={answer} />
            <Actions>
              <Button>Save the item</Button>
            </Actions>
          </>
        )}
      </Form>
    </>
  );
}

/** A field as it reads, whatever the form sends for it. */
function wordsFor(field: FieldName, values: FormValues, choices: ItemChoices): string {
  switch (field) {
    case "leadMember":
    case "leadOfficer":
    case "outcome": {
      const named = typedList(values, field).filter((id) => id !== "");
      const labels = named.map((id) => choices[field].find(({ value }) => value === id)?.label ?? "Somebody else");
      return (field === "outcome" ? labels.toSorted() : labels).join("\n");
    }
    case "type": {
      const type = typedText(values, field);
      return TYPES[type as keyof typeof TYPES] ?? type;
    }
    case "target": {
      const date = typedDay("target", (box) => typedText(values, box));
      return date === null ? "To be confirmed" : isPlainDate(date) ? formatDate(date) : date;
    }
    default:
      return typedText(values, field).replaceAll("\r\n", "\n").trim();
  }
}
