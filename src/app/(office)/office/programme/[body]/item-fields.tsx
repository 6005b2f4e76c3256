import { type FormValues, typedList, typedText } from "@/app/_lib/form-values";
import { optionsOf } from "@/domain/wording/words-by-value";
import { CheckboxField } from "@/ui/choice-field";
import { DateField } from "@/ui/date-field";
import { FieldGroup, Hint, type Option, SelectField, TextArea, TextField } from "@/ui/field";
import { VisuallyHidden } from "@/ui/visually-hidden";
import type { Answer } from "../../../_lib/form-answer";
import { FIELDS, TYPES } from "./item-words";

/** Who may lead and what it may serve, as they are chosen. */
export type ItemChoices = { leadMember: readonly Option[]; leadOfficer: readonly Option[]; outcome: readonly Option[] };

/** Where an error of a field leads. */
export function idOfField(field: string, { outcome }: ItemChoices): string | undefined {
  if (field === "leadMember" || field === "leadOfficer") return `${field}-1`;
  if (field === "target") return "target-day";
  if (field === "outcome") return outcome[0] ? `outcome-${outcome[0].value}` : undefined;
  return field in FIELDS ? field : undefined;
}

/** The fields of an item, with what stands there or was typed. */
export function ItemFields({ values, choices, answer }: { values: FormValues; choices: ItemChoices; answer: Answer }) {
  return (
    <>
      <TextField
        id="title"
        label={FIELDS.title}
        maxLength={200}
        autoComplete="off"
        value={typedText(values, "title")}
        error={answer.of("title")}
      />
      <TextArea
        id="purpose"
        label={FIELDS.purpose}
        hint="What the committee wants from it; printed under the title"
        rows={3}
        value={typedText(values, "purpose")}
        error={answer.of("purpose")}
      />
      <SelectField
        id="type"
        label={FIELDS.type}
        hint="A review waits for its approved scoping; nothing else does"
        options={optionsOf(TYPES)}
        value={typedText(values, "type")}
        error={answer.of("type")}
      />
      <TextArea
        id="linesOfEnquiry"
        label={FIELDS.linesOfEnquiry}
        hint="One to a line"
        rows={4}
        value={typedText(values, "linesOfEnquiry")}
        error={answer.of("linesOfEnquiry")}
      />
      <Leads
        field="leadMember"
        hint="Members of the committee come first, then other councillors. Nobody in the Cabinet leads scrutiny."
        options={choices.leadMember}
        values={values}
        answer={answer}
      />
      <Leads field="leadOfficer" options={choices.leadOfficer} values={values} answer={answer} />
      {choices.outcome.length > 0 ? (
        <CheckboxField
          id="outcome"
          legend={FIELDS.outcome}
          hint="Until one is chosen the programme prints “Not given”"
          values={typedList(values, "outcome")}
          choices={choices.outcome}
          error={answer.of("outcome")}
        />
      ) : (
        <Hint>No corporate plan outcomes are in the settings.</Hint>
      )}
      <DateField
        id="target"
        legend={FIELDS.target}
        hint="For instance 11 1 2017. Leave it empty while it is to be confirmed"
        error={answer.of("target")}
        value={{
          day: typedText(values, "target-day"),
          month: typedText(values, "target-month"),
          year: typedText(values, "target-year"),
        }}
      />
    </>
  );
}

/** One choice more than there are names, so that another can be added without script. */
function Leads({
  field,
  hint,
  options,
  values,
  answer,
}: {
  field: "leadMember" | "leadOfficer";
  hint?: string;
  options: readonly Option[];
  values: FormValues;
  answer: Answer;
}) {
  const named = typedList(values, field).filter((id) => id !== "");
  const word = field === "leadMember" ? "Lead member" : "Lead officer";
  return (
    <FieldGroup id={field} legend={FIELDS[field]} hint={hint} error={answer.of(field)}>
      {[...named, ""].map((id, index) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: the first of the leads stays the first
          key={index}
          id={`${field}-${index + 1}`}
          name={field}
          label={
            <VisuallyHidden>
              {word} {index + 1}
            </VisuallyHidden>
          }
          none={index === 0 ? "Nobody yet" : "Nobody else"}
          options={options}
          value={id}
        />
      ))}
    </FieldGroup>
  );
}
