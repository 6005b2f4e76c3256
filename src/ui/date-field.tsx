import type { ReactNode } from "react";
import { FieldGroup } from "./field";

export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/**
 * A date somebody knows, in three fields, sent as `<name>-day`, `<name>-month`, `<name>-year`, which are also their
 * ids. Errors lead to the first part that is wrong.
 */
export function DateField({
  id,
  name = id,
  legend,
  hint,
  error,
  wrong = ["day", "month", "year"],
  value = { day: "", month: "", year: "" },
  words = { day: "Day", month: "Month", year: "Year" },
}: {
  id: string;
  name?: string | undefined;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** The parts that the error is about. */
  wrong?: readonly (keyof DateParts)[] | undefined;
  value?: DateParts | undefined;
  words?: Record<keyof DateParts, string> | undefined;
}) {
  return (
    <FieldGroup id={id} legend={legend} hint={hint} error={error}>
      <div className="date">
        {(["day", "month", "year"] as const).map((part) => (
          <div key={part}>
            <label htmlFor={`${id}-${part}`} className="block">
              {words[part]}
            </label>
            <input
              key={value[part]}
              id={`${id}-${part}`}
              name={`${name}-${part}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === "year" ? 4 : 2}
              defaultValue={value[part]}
              aria-invalid={error && wrong.includes(part) ? true : undefined}
              className="control"
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}
