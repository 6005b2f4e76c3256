import { labelsFrom } from "@/domain/bodies/labels";
import type { QuorumSize } from "@/domain/meetings/quorum";
import { CLEARANCE_STEPS } from "@/domain/reports/report";
import { SCOPING_FIELDS } from "@/domain/scoping/scoping-template";
import { AGENDA_ITEM_KINDS, type BodySetting, settingFrom } from "@/server/bodies/settings";
import type { SettingField, SettingOption } from "../../../setting-field";

const options = (words: Readonly<Record<string, string>>): SettingOption[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const text = (value: number | null | undefined) => (value == null ? "" : String(value));
const SPARE = 3;
const spare = <Row>(rows: readonly Row[], empty: Row): Row[] => [
  ...rows,
  ...Array.from({ length: SPARE }, () => empty),
];

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
      return ruleFields(stored, context);
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
    {
      kind: "line",
      name: "size-number",
      label: "At least",
      hint: "A number of people",
      narrow: true,
      value: text(number?.number),
    },
    {
      kind: "line",
      name: "size-numerator",
      label: "And at least this part: how many",
      hint: "1 of 4 is a quarter; the greater of the two counts",
      narrow: true,
      value: text(fraction?.numerator),
    },
    { kind: "line", name: "size-denominator", label: "Of how many", narrow: true, value: text(fraction?.denominator) },
    {
      kind: "one",
      name: "counts",
      label: "Who is counted",
      options: [
        { value: "electorate", label: "Whoever votes on the item" },
        { value: "members", label: "Members alone" },
        { value: "everybody", label: "Everybody with a seat" },
      ],
      value: counts,
    },
    {
      kind: "tick",
      name: "countsInterested",
      label: "Somebody whom an interest keeps from taking part still counts",
      value: countsInterested,
    },
  ];
}

function numberingFields(stored: unknown): SettingField[] {
  const policy = settingFrom("numbering", stored);
  return [
    {
      kind: "one",
      name: "scope",
      label: "Numbers begin again",
      options: [
        { value: "calendar_year", label: "with each calendar year" },
        { value: "municipal_year", label: "with each municipal year" },
        { value: "meeting", label: "with each meeting" },
        { value: "running", label: "never" },
      ],
      value: policy.scope,
    },
    {
      kind: "line",
      name: "pattern",
      label: "Printed as",
      hint: "{n}, {nn} or {nnn} is the number; {yy} or {yyyy} the year, {yy+1} the next: “{n}/{yy}”",
      value: policy.pattern,
    },
    {
      kind: "line",
      name: "startAt",
      label: "First number",
      hint: "1 when left empty",
      narrow: true,
      value: "startAt" in policy ? text(policy.startAt as number) : "",
    },
  ];
}

const agendaFields = (stored: unknown): SettingField[] => [
  {
    kind: "rows",
    name: "",
    label: "Items",
    columns: [
      { key: "title", head: "Title" },
      { key: "kind", head: "What it is", options: options(AGENDA_ITEM_KINDS) },
    ],
    rows: spare(settingFrom("agendaTemplate", stored), { title: "", kind: "ordinary" }),
  },
];

function scopingFields(stored: unknown): SettingField[] {
  const template = settingFrom("scopingTemplate", stored);
  const own = new Set<string>(template.fields.map(({ field }) => field));
  const asked = template.fields.map(({ field, label, need }, place) => ({
    field: `${field}\n${place + 1}`,
    place: String(place + 1),
    label,
    need: need as string,
  }));
  const others = Object.keys(SCOPING_FIELDS)
    .filter((field) => !own.has(field))
    .map((field) => ({ field, place: "99", label: inWords(field), need: "" }));
  return [
    { kind: "line", name: "name", label: "What the form is called", value: template.name },
    {
      kind: "rows",
      name: "fields",
      label: "Fields",
      columns: [
        { key: "field", head: "Field", fixed: true },
        { key: "label", head: "What it is called" },
        {
          key: "need",
          head: "Whether it is asked",
          options: [
            { value: "", label: "Not asked" },
            { value: "optional", label: "There for whoever needs it" },
            { value: "asked", label: "Pointed out when left out" },
            { value: "required", label: "Required" },
          ],
        },
        { key: "place", head: "Place", narrow: true },
      ],
      rows: [...asked, ...others].map((row) => {
        const field = row.field.split("\n")[0] ?? "";
        return { ...row, field: `${field}\n${inWords(field)}` };
      }),
    },
  ];
}

/** "leadMember" is "Lead member". */
const inWords = (name: string) => {
  const spaced = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("_", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

const frontSheetFields = (stored: unknown): SettingField[] => [
  {
    kind: "rows",
    name: "",
    label: "Fields",
    columns: [
      { key: "key", head: "Field", fixed: true },
      { key: "label", head: "What it is called" },
      {
        key: "kind",
        head: "Answered by",
        options: [
          { value: "text", label: "Words" },
          { value: "list", label: "A list" },
          { value: "choice", label: "One of some" },
        ],
      },
      { key: "choices", head: "Which, with ; between" },
      {
        key: "need",
        head: "When blank",
        options: [
          { value: "required", label: "Stops the sign-off" },
          { value: "expected", label: "Is pointed out" },
          { value: "optional", label: "Nothing" },
        ],
      },
      { key: "noneIsAnswer", head: "“None” will do", tick: true },
    ],
    rows: spare(
      settingFrom("frontSheet", stored).map(({ key, label, kind, choices, need, noneIsAnswer }) => ({
        key: `${key}\n${inWords(key)}`,
        label,
        kind: kind as string,
        choices: choices?.join("; ") ?? "",
        need: need as string,
        noneIsAnswer: noneIsAnswer ? "yes" : "",
      })),
      { key: "\nNew", label: "", kind: "text", choices: "", need: "optional", noneIsAnswer: "yes" },
    ),
  },
];

const deadlineFields = (stored: unknown): SettingField[] => [
  {
    kind: "rows",
    name: "",
    label: "Deadlines",
    columns: [
      { key: "key", head: "Deadline", fixed: true },
      { key: "label", head: "What closes or is due" },
      { key: "offset", head: "Days before", narrow: true },
      {
        key: "unit",
        head: "Counted in",
        options: [
          { value: "working_day", label: "Working days" },
          { value: "calendar_day", label: "Days" },
        ],
      },
      { key: "time", head: "Until", narrow: true },
    ],
    rows: spare(
      settingFrom("deadlines", stored).map(({ key, label, offset, unit, time }) => ({
        key: `${key}\n${inWords(key)}`,
        label,
        offset: String(offset),
        unit: unit as string,
        time: time ?? "",
      })),
      { key: "\nNew", label: "", offset: "", unit: "working_day", time: "" },
    ),
  },
];

function ruleFields(stored: unknown, { scoringMethods }: Context): SettingField[] {
  const { capacity, scoringMethod, otherCoOpteesVote, followUps, clearance, groups } = settingFrom("rules", stored);
  const none = "Left empty, none is set";
  return [
    { kind: "line", name: "capacity", label: "Items a meeting takes", hint: none, narrow: true, value: text(capacity) },
    {
      kind: "one",
      name: "scoringMethod",
      label: "Topics are scored by",
      none: "No method: it does not score",
      options: scoringMethods,
      value: scoringMethod ?? "",
    },
    {
      kind: "tick",
      name: "otherCoOpteesVote",
      label: "Other co-opted members vote",
      hint: "By a scheme under LGA 2000 Sch A1 paras 11 to 14",
      value: otherCoOpteesVote,
    },
    { kind: "heading", name: "follow-up", label: "Follow-ups" },
    {
      kind: "one",
      name: "followUps-closedBy",
      label: "Accepted as done by",
      options: [
        { value: "committee", label: "the committee, at a meeting" },
        { value: "officer_after_consulting_chair", label: "an officer, after consulting the chair" },
      ],
      value: followUps.closedBy,
    },
    {
      kind: "line",
      name: "followUps-staleAfterDays",
      label: "Stale after so many days without a word",
      narrow: true,
      value: text(followUps.staleAfterDays),
    },
    { kind: "heading", name: "report", label: "Reports" },
    {
      kind: "several",
      name: "clearance-steps",
      label: "Cleared by",
      options: options(CLEARANCE_STEPS),
      value: clearance.steps,
    },
    {
      kind: "tick",
      name: "clearance-fourEyes",
      label: "Signed off by somebody other than whoever wrote it",
      value: clearance.fourEyes,
    },
    { kind: "heading", name: "group", label: "Review groups" },
    {
      kind: "line",
      name: "groups-maxConcurrent",
      label: "At work at once",
      hint: none,
      narrow: true,
      value: text(groups.maxConcurrent),
    },
    { kind: "tick", name: "groups-onePerService", label: "One to a service at a time", value: groups.onePerService },
    {
      kind: "line",
      name: "groups-monthsSinceReview",
      label: "Months since the last review of the service",
      hint: none,
      narrow: true,
      value: text(groups.monthsSinceReview),
    },
    {
      kind: "line",
      name: "groups-minPoliticalGroups",
      label: "Political groups they are drawn from, at least",
      hint: none,
      narrow: true,
      value: text(groups.minPoliticalGroups),
    },
    {
      kind: "line",
      name: "groups-maxMonths",
      label: "Months they last, at most",
      hint: none,
      narrow: true,
      value: text(groups.maxMonths),
    },
    {
      kind: "tick",
      name: "groups-noExecutive",
      label: "Nobody of the executive is a member",
      value: groups.noExecutive,
    },
    { kind: "tick", name: "groups-electsOwnChair", label: "They elect their own chair", value: groups.electsOwnChair },
  ];
}
