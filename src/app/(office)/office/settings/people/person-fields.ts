import type { SettingField } from "../setting-field";

type Stands = { name: string; familyName: string; contact: { email: string | null; phone: string | null } | null };

/** What is asked of a person; `stands` is what is known now. */
export const personFields = (stands?: Stands): SettingField[] => [
  { kind: "line", name: "name", label: "Name", hint: "As it is printed today", value: stands?.name ?? "" },
  {
    kind: "line",
    name: "familyName",
    label: "Family name",
    hint: "Lists are sorted by it",
    value: stands?.familyName ?? "",
  },
  {
    kind: "line",
    name: "email",
    label: "E-mail address",
    hint: "For messages; the public does not see it",
    type: "email",
    value: stands?.contact?.email ?? "",
  },
  {
    kind: "line",
    name: "phone",
    label: "Telephone",
    hint: "The public does not see it",
    type: "tel",
    value: stands?.contact?.phone ?? "",
  },
];
