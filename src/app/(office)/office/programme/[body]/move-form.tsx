"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Button } from "@/ui/button";
import { DateField } from "@/ui/date-field";
import { ErrorSummary } from "@/ui/error-summary";
import { Hint, type Option, SelectField, TextField } from "@/ui/field";
import { answerOf } from "../../../_lib/form-answer";
import { useVersionKey } from "../../../_lib/version-key";
import { moveItemAction } from "./actions";
import { type DecisionChoice, DecisionFields } from "./decision-fields";

export type Movable = {
  id: string;
  version: number;
  title: string;
  /** The body's slug. */
  body: string;
  /** Where it can go. */
  places: readonly Option[];
  /** To move it later, or off the programme's calendar, is a decision: said here with what that means. */
  decision: { hint: string; decisions: readonly DecisionChoice[] } | null;
  /** It will ask for a reason whatever the place, so dragging stops at the form. */
  asksReason: boolean;
  /** "Chairman" */
  chair: string;
  onceKey: string;
  /** Where the address asks for it: chosen and reasoned, but not sent. */
  suggested?: { to: string; reason: string } | undefined;
};

/** Where to, why, and on what authority: the whole of a move, by keyboard and without script. Dragging fills in the same form. */
export function MoveForm(props: { item: Movable; back: "desk" | "item" }) {
  return <MoveFields key={useVersionKey(props.item.version)} {...props} />;
}

function MoveFields({ item, back }: { item: Movable; back: "desk" | "item" }) {
  const [state, action] = useActionState(moveItemAction, UNTOUCHED);
  const values = state.status === "untouched" ? undefined : state.values;
  const suffix = `-${item.id}`;
  const idOf = (field: string) => FIELD_IDS[field]?.concat(suffix, field === "on" ? "-day" : "");
  const current = state.status === "failed" && state.failure.kind === "stale" ? state.failure.current : undefined;
  const answer = answerOf(state, {
    idOf,
    stale: {
      text: `${current?.changedBy ?? "Somebody else"} saved first: it stands at ${current?.values.place ?? "another place"}.`,
      why: "What you chose is still here. Move it once more if that is what you want.",
    },
    gone: "This item is not there, or no longer open to you.",
  });
  return (
    <form action={action} noValidate className="form" data-move data-asks={item.asksReason ? "" : undefined}>
      {answer.problems.length > 0 ? (
        <ErrorSummary id={`not-moved${suffix}`} title="Not moved" level={4} problems={answer.problems}>
          {answer.warnings.length > 0 ? (
            <>
              <p className="mt-1.5">Warned of as well, which stops nothing:</p>
              <ul className="dots">
                {answer.warnings.map(({ code, sentence }) => (
                  <li key={`${code} ${sentence}`}>{sentence}</li>
                ))}
              </ul>
            </>
          ) : null}
        </ErrorSummary>
      ) : null}
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="body" value={item.body} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="onceKey" value={item.onceKey} />
      <input
        type="hidden"
        name="version"
        value={current?.version ?? typedText(values, "version", String(item.version))}
      />
      <SelectField
        id={`to${suffix}`}
        name="to"
        label="Move to"
        none="Choose"
        options={item.places}
        value={typedText(values, "to", item.suggested?.to)}
        error={answer.of("to") ?? answer.of("slot")}
      />
      <div className="dated">
        <DateField
          id={`on${suffix}`}
          name="on"
          legend="On"
          error={answer.of("on")}
          value={{
            day: typedText(values, "on-day"),
            month: typedText(values, "on-month"),
            year: typedText(values, "on-year"),
          }}
        />
      </div>
      <TextField
        id={`reason${suffix}`}
        name="reason"
        label="Reason, shown in the history"
        autoComplete="off"
        maxLength={2000}
        value={typedText(values, "reason", item.suggested?.reason)}
        error={answer.of("reason")}
      />
      {item.decision ? (
        <>
          <DecisionFields
            suffix={suffix}
            chair={item.chair}
            decisions={item.decision.decisions}
            values={values}
            answer={answer}
          />
          <Hint>{item.decision.hint}</Hint>
        </>
      ) : null}
      <p className="actions">
        <Button second={back === "item"}>Move</Button>
      </p>
    </form>
  );
}

const FIELD_IDS: Readonly<Record<string, string>> = {
  to: "to",
  slot: "to",
  on: "on",
  reason: "reason",
  consulted: "consulted",
  authority: "consulted",
  decisionId: "decisionId",
};
