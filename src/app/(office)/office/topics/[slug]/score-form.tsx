"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import type { Criterion, Marks } from "@/domain/scoring/scoring-method";
import { Actions, Button } from "@/ui/button";
import { RadioField } from "@/ui/choice-field";
import { ErrorSummary } from "@/ui/error-summary";
import { SelectField } from "@/ui/field";
import { Form } from "@/ui/form";
import { answerOf } from "../../../_lib/form-answer";
import { useVersionKey } from "../../../_lib/version-key";
import { scoreTopicAction } from "./actions";

type Props = {
  id: string;
  slug: string;
  /** Of one's own marks; 0 where there are none yet. */
  version: number;
  criteria: readonly Criterion[];
  marks: Marks;
  onceKey: string;
  kept: FormValues | undefined;
};

/** More marks than these are chosen from a list. */
const MOST_IN_SIGHT = 5;

/** Somebody's own marks, criterion by criterion. */
export function ScoreForm(props: Props) {
  return <ScoreFormOf key={useVersionKey(props.version)} {...props} />;
}

function ScoreFormOf({ id, slug, version, criteria, marks, onceKey, kept }: Props) {
  const [state, action] = useActionState(scoreTopicAction, UNTOUCHED);
  const values = state.status === "untouched" ? kept : state.values;
  const answer = answerOf(state, {
    idOf: (field) => `mark-${field}`,
    stale: {
      text: "You saved other marks for this topic in the meantime.",
      why: "Open the page again to see them. Then change what you want to change.",
    },
    gone: "This topic is not there, or no longer open to you.",
  });
  return (
    <>
      {answer.problems.length > 0 ? (
        <ErrorSummary id="not-scored" title="Not scored" level={3} problems={answer.problems}>
          <p>Everything you chose is kept.</p>
        </ErrorSummary>
      ) : null}
      <Form action={action} noValidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="onceKey" value={onceKey} />
        {criteria.map((criterion) => {
          const { key, label } = criterion;
          const field = {
            id: `mark-${key}`,
            hint: hintFor(criterion),
            error: answer.of(key),
            value: typedText(values, `mark-${key}`, marks[key]?.toString() ?? ""),
          };
          const choices = marksOf(criterion);
          return choices.length > MOST_IN_SIGHT ? (
            <SelectField key={key} {...field} label={label} none="No mark yet" options={choices} />
          ) : (
            <RadioField key={key} {...field} legend={label} choices={choices} />
          );
        })}
        <Actions>
          <Button>{version === 0 ? "Score the topic" : "Change my marks"}</Button>
        </Actions>
      </Form>
    </>
  );
}

const marksOf = ({ min, max }: Criterion) =>
  Array.from({ length: max - min + 1 }, (_, step) => ({
    value: String(min + step),
    label: min === 0 && max === 1 ? (step === 0 ? "No" : "Yes") : String(min + step),
  }));

function hintFor({ weight, negative, vetoes }: Criterion): string | undefined {
  const said = [
    negative ? "Counts against the topic." : null,
    weight === 1 ? null : `Counts ${weight} times.`,
    vetoes ? `${negative ? "The highest" : "The lowest"} mark rules the topic out.` : null,
  ].filter((each) => each !== null);
  return said.length > 0 ? said.join(" ") : undefined;
}
