import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { asCell, asColumnHeader, asRow, asRowGroup, asRowHeader, asTable } from "./roles";

export interface Column {
  readonly key: string;
  readonly head: ReactNode;
  /** Its width as a Tailwind class, such as "w-[29%]": there are no style attributes. */
  readonly width?: string | undefined;
  /** Figures stand right. */
  readonly figure?: boolean | undefined;
}

/**
 * A real table. It folds under 48 rem into a list of labelled facts: every Cell but the first then prints its `label`.
 * Name it by `caption` or by the id of the heading above it.
 *
 *     <Table labelledBy="tracker" hung columns={…}>
 *       <TableGroup title="Overdue" note="1 clause" late span={5}>
 *         <Row><RowHead>0.1</RowHead><Cell>…</Cell><Cell label="Answer">…</Cell></Row>
 *       </TableGroup>
 *     </Table>
 */
export function Table({
  columns,
  labelledBy,
  label,
  caption,
  fold = true,
  hung = false,
  className,
  children,
}: {
  columns: readonly Column[];
  labelledBy?: string | undefined;
  label?: string | undefined;
  caption?: ReactNode;
  /** False for a small table of figures that fits a phone as it is. */
  fold?: boolean | undefined;
  /** The first column stands in the numbered margin; it holds numbers, and every row begins with a RowHead. */
  hung?: boolean | undefined;
  className?: string | undefined;
  /** TableGroup and TableRows, which are row groups. */
  children: ReactNode;
}) {
  return (
    <table
      {...asTable}
      className={classNames(fold && "fold", hung && "hung", className)}
      aria-labelledby={labelledBy}
      aria-label={label}
    >
      {caption ? <caption>{caption}</caption> : null}
      <thead {...asRowGroup}>
        <tr {...asRow}>
          {columns.map((column) => (
            <th
              key={column.key}
              {...asColumnHeader}
              scope="col"
              className={classNames(column.width, column.figure && "figure")}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

/** Rows without a heading of their own. */
export function TableRows({ children }: { children: ReactNode }) {
  return <tbody {...asRowGroup}>{children}</tbody>;
}

/** Rows under a heading: a meeting of the programme, a state of the tracker. */
export function TableGroup({
  title,
  note,
  late = false,
  span,
  children,
}: {
  title: ReactNode;
  /** Beside the title: "10.00 am, 4 items". */
  note?: ReactNode;
  late?: boolean | undefined;
  /** How many columns the table has. */
  span: number;
  children: ReactNode;
}) {
  return (
    <tbody {...asRowGroup}>
      <tr {...asRow} className={classNames("group", late && "late")}>
        <th {...asRowHeader} scope="rowgroup" colSpan={span}>
          {title} {note ? <small>{note}</small> : null}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

/** Groups with nothing in them, each one line: a heading and its remark. They stand together in one row group. */
export function IdleGroups({
  groups,
  span,
}: {
  groups: readonly {
    readonly key: string;
    readonly title: ReactNode;
    readonly note?: ReactNode;
    /** "Nothing placed yet." */
    readonly remark: ReactNode;
  }[];
  span: number;
}) {
  if (groups.length === 0) {
    return null;
  }
  return (
    <tbody {...asRowGroup}>
      {groups.map((group) => (
        <tr key={group.key} {...asRow} className="group idle">
          <th {...asRowHeader} scope="row" colSpan={2}>
            {group.title} {group.note ? <small>{group.note}</small> : null}
          </th>
          <td {...asCell} colSpan={span - 2}>
            {group.remark}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** One row. */
export function Row({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <tr {...asRow} id={id}>
      {children}
    </tr>
  );
}

/** What the row is about. */
export function RowHead({ children }: { children: ReactNode }) {
  return (
    <th {...asRowHeader} scope="row">
      {children}
    </th>
  );
}

/** One cell. `label` is the head of its column in a word or two, printed on a phone; without one it stands alone. */
export function Cell({
  label,
  figure = false,
  children,
}: {
  label?: string | undefined;
  figure?: boolean | undefined;
  children?: ReactNode;
}) {
  return (
    <td {...asCell} data-label={label} className={figure ? "figure" : undefined}>
      {children}
    </td>
  );
}
