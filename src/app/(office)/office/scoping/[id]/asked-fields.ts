import { SCOPING_FIELDS } from "@/domain/scoping/scoping-template";
import type { Section } from "@/domain/scoping/sections";
import type { ProposalChoices } from "@/server/scoping/choices";
import { type FormField, fieldsIn, leftOutValue, type Typed } from "@/server/scoping/form";
import type { Choice } from "@/ui/choice-field";
import type { Option } from "@/ui/field";

/** A field of the form, ready to be shown. */
export type AskedField = { name: FormField; label: string; hint?: string | undefined } & (
  | { kind: "line" | "prose" | "date" }
  | { kind: "one"; options: readonly Option[] }
  | { kind: "several"; choices: readonly Choice[]; empty: string }
  | { kind: "topics"; choices: readonly Choice[]; parts: readonly { topic: string; choices: readonly Choice[] }[] }
);

const LINES: readonly FormField[] = ["item", "proposer", "support", "executiveTargetDate", "workload"];

const HINTS: Partial<Record<FormField, string>> = {
  leadMember: "Members of the committee who are not in the Cabinet. Whoever it is can write here with you.",
  leadOfficer: "Can read and write here until it is put forward.",
  linesOfEnquiry: "One on each line.",
  timescale: "In words, where a date does not say it all.",
  endsOn: "For instance 28 2 2017. Leave it empty while it is to be confirmed.",
  inForceOn: "If that is settled, for instance 1 4 2017.",
  suggestedScope: "Begin a line with a dash to make a list.",
  methodology: "Begin a line with a dash to make a list.",
  reportToMeeting: "The committee’s meetings to come.",
  workload: "Heavy, medium or light.",
  topics: "Tick a topic and save to say what of it stays behind.",
};

const LABELS: Partial<Record<FormField, string>> = {
  endsOn: "The work ends on",
  inForceOn: "What comes of it takes effect on",
  topics: "Topics it takes in",
};

/** The fields of a part of the form with what may be chosen. `typed` says which topics are ticked now. */
export function askedFields(section: Section, choices: ProposalChoices, typed: Typed): AskedField[] {
  return fieldsIn(section).map((name) => {
    const asked = section.fields.find(({ field }) => field === name);
    const label = fieldLabel(name, section);
    return {
      name,
      label: asked?.need === "optional" ? `${label} (optional)` : label,
      hint: HINTS[name],
      ...kindOf(name, choices, typed),
    };
  });
}

/** What the form calls a field: the committee's word, or ours where the committee has none. */
export const fieldLabel = (name: FormField, section: Section): string =>
  LABELS[name] ?? section.fields.find(({ field }) => field === name)?.label ?? name;

type Kind = AskedField extends infer Field
  ? Field extends AskedField
    ? Omit<Field, "name" | "label" | "hint">
    : never
  : never;

function kindOf(name: FormField, choices: ProposalChoices, typed: Typed): Kind {
  switch (name) {
    case "leadMember":
      return { kind: "one", options: choices.leadMembers };
    case "leadOfficer":
      return { kind: "one", options: choices.leadOfficers };
    case "reportToMeeting":
      return { kind: "one", options: choices.meetings };
    case "corporatePlanOutcome":
      return { kind: "several", choices: choices.outcomes, empty: "The corporate plan has no outcomes here yet." };
    case "endsOn":
    case "inForceOn":
      return { kind: "date" };
    case "topics":
      return { kind: "topics", ...topicChoices(choices, typed) };
    default:
      return { kind: LINES.includes(name) ? "line" : "prose" };
  }
}

/** Every topic to tick, and of the ticked ones what they are made of, so that no part disappears unsaid. */
function topicChoices({ topics }: ProposalChoices, typed: Typed) {
  const ticked = [typed.topics ?? []].flat();
  return {
    choices: topics.map(({ id, title, parts }) => ({
      value: id,
      label: title,
      ...(parts.length > 0 && { hint: parts.join(", ") }),
    })),
    parts: topics
      .filter(({ id }) => ticked.includes(id))
      .map(({ id, title, parts }) => ({
        topic: title,
        choices: (parts.length > 0 ? parts : [title]).map((part) => ({ value: leftOutValue(id, part), label: part })),
      })),
  };
}

/** Where an error leads: the first input of the field. */
export function fieldAnchor(name: string, choices?: Pick<ProposalChoices, "outcomes" | "topics">): string {
  switch (name) {
    case "timescale":
      return "endsOn-day";
    case "corporatePlanOutcome":
      return choices?.outcomes[0] ? `${name}-${choices.outcomes[0].value}` : name;
    case "topics":
      return choices?.topics[0] ? `${name}-${choices.topics[0].id}` : name;
    default:
      return name in SCOPING_FIELDS ? name : "asked";
  }
}
