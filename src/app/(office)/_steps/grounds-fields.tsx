import { type FormValues, typedText } from "@/app/_lib/form-values";
import type { AuthorityKind } from "@/domain/workflow/authority";
import type { OfferedStep } from "@/server/workflow/steps";
import { FieldGroup, SelectField, TextField } from "@/ui/field";
import type { Answer } from "../_lib/form-answer";
import { resolutionWords } from "../_lib/resolution-words";
import { Day } from "./step-fields";

/** What a step rests on: what its machine allows, and of resolutions those on items that the record was before a meeting under. */
export function GroundsFields({
  prefix,
  kinds,
  grounds: { resolutions, bodies, listedUnder },
  values,
  answer,
}: {
  prefix: string;
  kinds: readonly AuthorityKind[];
  grounds: NonNullable<OfferedStep["grounds"]>;
  values: FormValues | undefined;
  answer: Answer;
}) {
  const decides = kinds.includes("officer_decision");
  const other = kinds.includes("other_body");
  return (
    <FieldGroup
      id={`${prefix}-authority`}
      legend="What it rests on"
      hint={hintFor(kinds, resolutions.length, listedUnder)}
      error={answer.of("authority")}
    >
      {resolutions.length > 0 ? (
        <SelectField
          id={`${prefix}-decisionId`}
          name="decisionId"
          label="Decision of a meeting"
          none={kinds.length > 1 ? "None: as below" : "Choose"}
          options={resolutions.map((resolution) => ({ value: resolution.id, label: resolutionWords(resolution) }))}
          value={typedText(values, "decisionId")}
          error={answer.of("decisionId")}
        />
      ) : null}
      {decides ? (
        <TextField
          id={`${prefix}-consulted`}
          name="consulted"
          label="An officer’s decision, after consulting"
          hint="The chair, by name. Between meetings an officer decides after consulting the chair."
          autoComplete="off"
          maxLength={300}
          value={typedText(values, "consulted")}
          error={answer.of("consulted")}
        />
      ) : null}
      {other ? (
        <>
          <SelectField
            id={`${prefix}-otherBodyId`}
            name="otherBodyId"
            label="Another body’s decision"
            none="None"
            options={bodies}
            value={typedText(values, "otherBodyId")}
            error={answer.of("otherBodyId")}
          />
          <TextField
            id={`${prefix}-reference`}
            name="reference"
            label="Its reference"
            hint="A minute or a letter, as they number it"
            autoComplete="off"
            maxLength={300}
            value={typedText(values, "reference")}
            error={answer.of("reference")}
          />
        </>
      ) : null}
      {decides || other ? (
        <Day
          id={`${prefix}-decidedOn`}
          name="decidedOn"
          label="Decided on"
          hint="Leave it empty for today. A decision of a meeting has its day."
          error={answer.of("decidedOn")}
          values={values}
        />
      ) : null}
    </FieldGroup>
  );
}

function hintFor(kinds: readonly AuthorityKind[], resolutions: number, listedUnder: string): string | undefined {
  if (!kinds.includes("resolution") || resolutions > 0) return undefined;
  return kinds.length === 1
    ? `No decision on this is in the minutes yet. Record it there first, under ${listedUnder}.`
    : `No decision on this is in the minutes yet, under ${listedUnder}.`;
}
