import type { SettingField, SettingOption } from "../setting-field";
import { FUNCTION_OPTIONS, KIND_OPTIONS } from "./kinds";

type Stands = {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  parentId: string | null;
  predecessorId: string | null;
  remit: string;
  functions: readonly string[];
  from: string | null;
  until: string | null;
};

/** What is asked of a body; `stands` is what it is now. */
export function bodyFields(bodies: readonly SettingOption[], stands?: Stands): SettingField[] {
  const others = bodies.filter(({ value }) => value !== stands?.id);
  return [
    { kind: "line", name: "name", label: "Name", value: stands?.name ?? "" },
    {
      kind: "line",
      name: "shortName",
      label: "Name in short",
      hint: "As on a tab or in a list",
      value: stands?.shortName ?? "",
    },
    {
      kind: "one",
      name: "kind",
      label: "Kind",
      hint: "The council’s seats make councillors, the executive’s its members",
      none: "Choose",
      options: KIND_OPTIONS.filter(({ value }) => stands?.kind === "review_group" || value !== "review_group"),
      value: stands?.kind ?? "",
    },
    {
      kind: "one",
      name: "parentId",
      label: "Answers to",
      none: "Nobody",
      options: others,
      value: stands?.parentId ?? "",
    },
    {
      kind: "one",
      name: "predecessorId",
      label: "Came after",
      hint: "The body whose open business it took over",
      none: "None",
      options: others,
      value: stands?.predecessorId ?? "",
    },
    {
      kind: "prose",
      name: "remit",
      label: "Remit",
      hint: "What it looks into, as the public reads it",
      value: stands?.remit ?? "",
    },
    {
      kind: "several",
      name: "functions",
      label: "Functions it acts in",
      hint: "They set clocks, and who votes",
      options: FUNCTION_OPTIONS,
      value: stands?.functions ?? [],
    },
    { kind: "date", name: "from", label: "First day", value: stands?.from ?? null },
    {
      kind: "date",
      name: "until",
      label: "Last day",
      hint: "Leave it empty while it goes on",
      value: stands?.until ?? null,
    },
  ];
}
