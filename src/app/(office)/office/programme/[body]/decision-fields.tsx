import type { FormValues } from "@/app/_lib/form-values";
import { typedText } from "@/app/_lib/form-values";
import { SelectField, TextField } from "@/ui/field";
import type { Answer } from "../../../_lib/form-answer";

/** A decision in the minutes to choose: "11 October 2016, minute 14: Resolved …". */
export type DecisionChoice = { id: string; label: string };

/** What a step rests on: a decision that is in the minutes, if there is one about this item, or the officer's own. */
export function DecisionFields({
  suffix,
  chair,
  decisions,
  values,
  answer,
}: {
  /** Ends the ids, where a page has the form more than once. */
  suffix: string;
  /** "Chairman" */
  chair: string;
  decisions: readonly DecisionChoice[];
  values: FormValues | undefined;
  answer: Answer;
}) {
  const error = answer.of("consulted") ?? answer.of("authority");
  return (
    <>
      {decisions.length > 0 ? (
        <SelectField
          id={`decisionId${suffix}`}
          name="decisionId"
          label="It rests on"
          value={typedText(values, "decisionId")}
          error={answer.of("decisionId")}
          none={`My decision, after consulting the ${chair}`}
          options={decisions.map(({ id, label }) => ({ value: id, label }))}
        />
      ) : null}
      <TextField
        id={`consulted${suffix}`}
        name="consulted"
        label="Consulted"
        hint={`Between meetings: the ${chair}, by name${decisions.length > 0 ? ". Leave empty for a decision of a meeting" : ""}`}
        autoComplete="off"
        maxLength={300}
        value={typedText(values, "consulted")}
        error={error}
      />
    </>
  );
}
