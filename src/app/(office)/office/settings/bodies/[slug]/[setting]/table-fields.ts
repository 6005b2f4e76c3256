import { DEADLINE_KEYS } from "@/domain/questions/question-deadline";
import { SCOPING_FIELDS } from "@/domain/scoping/scoping-template";
import { optionsOf } from "@/domain/wording/words-by-value";
import { AGENDA_ITEM_KINDS, settingFrom } from "@/server/bodies/settings";
import type { SettingField } from "../../../setting-field";

/** How many empty rows a table ends in, for what is added. */
const SPARE = 3;
const spare = <Row>(rows: readonly Row[], empty: Row): Row[] => [
  ...rows,
  ...Array.from({ length: SPARE }, () => empty),
];

/** The items that every agenda of the body has. */
export const agendaFields = (stored: unknown): SettingField[] => [
  {
    kind: "rows",
    name: "",
    label: "Items",
    hint: "In the wording of your agendas. {day} is the day of the meeting whose minutes are confirmed.",
    columns: [
      { key: "title", head: "Title" },
      { key: "kind", head: "What it is", options: optionsOf(AGENDA_ITEM_KINDS) },
      { key: "purpose", head: "What is to be done" },
      { key: "nested", head: "Under the one before", tick: true },
    ],
    rows: spare(
      settingFrom("agendaTemplate", stored).map(({ kind, title, purpose = "", nested = false }) => ({
        ...{ title, kind: kind as string, purpose },
        nested: nested ? "yes" : "",
      })),
      { title: "", kind: "ordinary", purpose: "", nested: "" },
    ),
  },
];

/** What the scoping form of the committee asks, and in which order. */
export function scopingFields(stored: unknown): SettingField[] {
  const template = settingFrom("scopingTemplate", stored);
  const own = new Set<string>(template.fields.map(({ field }) => field));
  const asked = template.fields.map(({ field, label, need }, place) => ({
    field,
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
          options: optionsOf({
            "": "Not asked",
            optional: "There for whoever needs it",
            asked: "Pointed out when left out",
            required: "Required",
          }),
        },
        { key: "place", head: "Place", narrow: true },
      ],
      rows: [...asked, ...others].map((row) => ({ ...row, field: named(row.field) })),
    },
  ];
}

/** What a row is about, as a fixed column takes it: its first line is sent, the second is read. */
const named = (key: string) => `${key}\n${inWords(key)}`;

/** "leadMember" is "Lead member". */
const inWords = (name: string) => {
  const spaced = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("_", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** What the front sheet of its reports asks. */
export const frontSheetFields = (stored: unknown): SettingField[] => [
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
        options: optionsOf({ text: "Words", list: "A list", choice: "One of some" }),
      },
      { key: "choices", head: "Which, with ; between" },
      {
        key: "need",
        head: "When blank",
        options: optionsOf({ required: "Stops the sign-off", expected: "Is pointed out", optional: "Nothing" }),
      },
      { key: "noneIsAnswer", head: "“None” will do", tick: true },
    ],
    rows: spare(
      settingFrom("frontSheet", stored).map(({ key, label, kind, choices, need, noneIsAnswer }) => ({
        key: named(key),
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

const NO_DEADLINE = { label: "", offset: "", unit: "working_day", time: "", for: "everybody" };

/** What can be sent in, and has no deadline: the row is there to be filled in, under the key by which it is known. */
const keysWithoutDeadline = (stored: unknown): string[] =>
  Object.values(DEADLINE_KEYS).filter((known) => !settingFrom("deadlines", stored).some(({ key }) => key === known));

/** What closes or is due before its meetings. */
export const deadlineFields = (stored: unknown): SettingField[] => [
  {
    kind: "rows",
    name: "",
    label: "Deadlines",
    hint: "A row without a name is no deadline. The public sends in only what has one here: without it, petitions come by the council’s petition scheme, and democratic services enter them.",
    columns: [
      { key: "key", head: "Deadline", fixed: true },
      { key: "label", head: "What closes or is due" },
      { key: "offset", head: "Days before", narrow: true },
      {
        key: "unit",
        head: "Counted in",
        options: optionsOf({ working_day: "Working days", calendar_day: "Days" }),
      },
      { key: "time", head: "Until", narrow: true },
      {
        key: "for",
        head: "Shown to",
        options: optionsOf({ everybody: "Everybody", office: "The office: reports, callover" }),
      },
    ],
    rows: spare(
      [
        ...settingFrom("deadlines", stored).map(({ key, label, offset, unit, time, for: whom }) => ({
          key: named(key),
          label,
          offset: String(offset),
          unit: unit as string,
          time: time ?? "",
          for: whom ?? "everybody",
        })),
        ...keysWithoutDeadline(stored).map((key) => ({ ...NO_DEADLINE, key: `${named(key)}: none is set` })),
      ],
      { ...NO_DEADLINE, key: "\nNew" },
    ),
  },
];
