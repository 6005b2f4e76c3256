import type { PlainDate } from "@/domain/calendar/plain-date";

export type SettingOption = { readonly value: string; readonly label: string };

type Told = { name: string; label: string; hint?: string | undefined };

/** A column of a table that is typed into: a text, one of some, or a tick. */
export type RowColumn = {
  key: string;
  head: string;
  options?: readonly SettingOption[] | undefined;
  tick?: boolean | undefined;
  /** Only told, and sent along unseen: the name of what the row is about. */
  fixed?: boolean | undefined;
  narrow?: boolean | undefined;
};

/** A field of a settings form, as data. Names with hyphens are paths into what is set: "groups-maxMonths". */
export type SettingField =
  | (Told & {
      kind: "line";
      value?: string | null;
      type?: "text" | "email" | "tel" | "password";
      autoComplete?: string;
      narrow?: boolean;
    })
  | (Told & { kind: "prose"; value?: string | null; rows?: number })
  | (Told & { kind: "one"; options: readonly SettingOption[]; value?: string | null; none?: string })
  | (Told & { kind: "several"; options: readonly SettingOption[]; value?: readonly string[] })
  | (Told & { kind: "tick"; value: boolean })
  | (Told & { kind: "date"; value?: PlainDate | null })
  | (Told & { kind: "rows"; columns: readonly RowColumn[]; rows: readonly Readonly<Record<string, string>>[] })
  | { kind: "heading"; name: string; label: string };

/** A number, typed into a narrow line that is empty where none is set. */
export const numberField = (
  name: string,
  label: string,
  value: number | null | undefined,
  hint?: string,
): SettingField => ({ kind: "line", name, label, hint, narrow: true, value: value == null ? "" : String(value) });

/** What is so or not. */
export const tickField = (name: string, label: string, value: boolean, hint?: string): SettingField => ({
  kind: "tick",
  name,
  label,
  hint,
  value,
});
