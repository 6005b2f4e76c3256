import { labelsFrom } from "@/domain/bodies/labels";
import type { QuorumSize } from "@/domain/meetings/quorum";
import { optionsOf } from "@/domain/wording/words-by-value";
import { type BodySetting, settingFrom } from "@/server/bodies/settings";
import { numberField, type SettingField, type SettingOption, tickField } from "../../../setting-field";
import { ruleFields } from "./rule-fields";
import { agendaFields, deadlineFields, frontSheetFields, scopingFields } from "./table-fields";

type Context = { council: unknown; scoringMethods: readonly SettingOption[] };

/** The fields by which a setting is changed, with what stands there now. Their names are the paths of what is set. */
export function fieldsOf(setting: BodySetting, stored: unknown, context: Context): SettingField[] {
  switch (setting) {
    case "labels":
      return labelFields(stored, context);
    case "quorum":
      return quorumFields(stored);
    case "numbering":
      return numberingFields(stored);
    case "agendaTemplate":
      return agendaFields(stored);
    case "scopingTemplate":
      return scopingFields(stored);
    case "frontSheet":
      return frontSheetFields(stored);
    case "deadlines":
      return deadlineFields(stored);
    case "rules":
      return ruleFields(stored, context.scoringMethods);
  }
}

const LABELS = {
  chair: "Whoever chairs it",
  viceChair: "Whoever stands in for them",
  executive: "The executive",
  executiveChair: "Whoever leads the executive",
  programme: "The work programme",
} as const;

function labelFields(stored: unknown, { council }: Context): SettingField[] {
  const own = settingFrom("labels", stored);
  const else_ = labelsFrom(council);
  return Object.entries(LABELS).map(([name, label]) => ({
    kind: "line",
    name,
    label,
    hint: `Left empty: “${else_[name as keyof typeof LABELS]}”`,
    value: own[name as keyof typeof LABELS] ?? "",
  }));
}

function quorumFields(stored: unknown): SettingField[] {
  const { size, counts, countsInterested } = settingFrom("quorum", stored);
  const sizes = (size.kind === "greater_of" ? size.sizes : [size]) as readonly QuorumSize[];
  const fraction = sizes.find((one) => one.kind === "fraction");
  const number = sizes.find((one) => one.kind === "number");
  return [
    numberField("size-number", "At least", number?.number, "A number of people"),
    numberField(
      "size-numerator",
      "And at least this part: how many",
      fraction?.numerator,
      "1 of 4 is a quarter; the greater of the two counts",
    ),
    numberField("size-denominator", "Of how many", fraction?.denominator),
    {
      kind: "one",
      name: "counts",
      label: "Who is counted",
      options: optionsOf({
        electorate: "Whoever votes on the item",
        members: "Members alone",
        everybody: "Everybody with a seat",
      }),
      value: counts,
    },
    tickField("countsInterested", "Somebody whom an interest keeps from taking part still counts", countsInterested),
  ];
}

function numberingFields(stored: unknown): SettingField[] {
  const policy = settingFrom("numbering", stored);
  return [
    {
      kind: "one",
      name: "scope",
      label: "Numbers begin again",
      options: optionsOf({
        calendar_year: "with each calendar year",
        municipal_year: "with each municipal year",
        meeting: "with each meeting",
        running: "never",
      }),
      value: policy.scope,
    },
    {
      kind: "line",
      name: "pattern",
      label: "Printed as",
      hint: "{n}, {nn} or {nnn} is the number; {yy} or {yyyy} the year, {yy+1} the next: “{n}/{yy}”",
      value: policy.pattern,
    },
    numberField(
      "startAt",
      "First number",
      "startAt" in policy ? (policy.startAt as number) : null,
      "1 when left empty",
    ),
  ];
}
