import type { ReactNode } from "react";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import { classNames } from "@/ui/class-names";
import { FieldError, Hint } from "@/ui/field";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import type { Answer } from "../../_lib/form-answer";
import type { RowColumn, SettingField } from "./setting-field";

type Shown = { prefix: string; values: FormValues | undefined; answer: Answer };

/** A table that is typed into: a row each, with empty ones at its end. Names are paths, "0-title"; a field's own name comes before. */
export function SettingRows({ field, ...shown }: Shown & { field: Extract<SettingField, { kind: "rows" }> }) {
  const { name, label, hint, columns, rows } = field;
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {hint ? <Hint>{hint}</Hint> : null}
      <Table label={label} columns={columns.map(({ key, head }) => ({ key, head }))}>
        <TableRows>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place in the form
            <Row key={place}>
              {columns.map((column, first) => (
                <Within key={column.key} first={first === 0} label={column.head}>
                  <OneCell
                    column={column}
                    path={[name, place, column.key].filter((part) => part !== "").join("-")}
                    value={row[column.key] ?? ""}
                    row={place}
                    {...shown}
                  />
                </Within>
              ))}
            </Row>
          ))}
        </TableRows>
      </Table>
    </fieldset>
  );
}

const Within = ({ first, label, children }: { first: boolean; label: string; children: ReactNode }) =>
  first ? <RowHead>{children}</RowHead> : <Cell label={label}>{children}</Cell>;

function OneCell({
  column: { head, options, tick, fixed, narrow },
  path,
  value,
  row,
  prefix,
  values,
  answer,
}: Shown & { column: RowColumn; path: string; value: string; row: number }) {
  const id = `${prefix}-${path}`;
  const error = answer.of(path);
  const shown = tick ? (values ? typedText(values, path) : value) : typedText(values, path, value);
  const told = {
    id,
    name: path,
    "aria-label": `${head}, row ${row + 1}`,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": error ? `${id}-error` : undefined,
  };
  return (
    <>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {fixed ? (
        <>
          <input type="hidden" name={path} value={value.split("\n")[0]} />
          {value.split("\n")[1] ?? value}
        </>
      ) : tick ? (
        <input
          key={shown}
          type="checkbox"
          {...told}
          value="yes"
          defaultChecked={shown === "yes"}
          className="size-6 accent-brand"
        />
      ) : options ? (
        <select key={shown} {...told} defaultValue={shown} className="control">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          key={shown}
          {...told}
          defaultValue={shown}
          autoComplete="off"
          className={classNames("control", narrow && "max-w-20")}
        />
      )}
    </>
  );
}
