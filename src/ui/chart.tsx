import type { ReactNode } from "react";
import { Cell, Row, RowHead, Table, TableRows } from "./table";

export interface ChartBar {
  readonly key: string;
  /** Above the bar: "Minute 9, Mobile library". */
  readonly label: string;
  /** Head of its column in the table: "Minute 9". */
  readonly head: string;
  /** One value for each series. */
  readonly values: readonly number[];
}

const WIDTH = 288;
const LABEL = 19; // the label above a bar takes this much
const BAR = 24;
const STEP = 54; // from one bar to the next
const KEY = 20;

/**
 * One horizontal bar chart, drawn on the server, with its table beside it; both from the same rows. Bars carry their
 * value, the second series is hatched, and say in `tableCaption` on which day the figures stood.
 */
export function BarChart({
  id,
  caption,
  title,
  description,
  series,
  bars,
  tableCaption,
  rowHead,
  total = "All",
  more = [],
}: {
  /** Unique on the page. */
  id: string;
  caption: ReactNode;
  /** What the picture shows, for a screen reader. */
  title: string;
  /** The same in a sentence with the figures. */
  description: string;
  /** One name, or two. With one no key is drawn: the caption says it. */
  series: readonly [string] | readonly [string, string];
  bars: readonly ChartBar[];
  tableCaption: ReactNode;
  /** Head of the first column: "Clauses". */
  rowHead: ReactNode;
  /** Head of the column of sums; null leaves it out. */
  total?: string | null | undefined;
  /** Further rows of the table that are not drawn: one value for each bar, and the sum or nothing. */
  more?: readonly {
    readonly key: string;
    readonly head: string;
    readonly values: readonly ReactNode[];
    readonly total?: ReactNode;
  }[];
}) {
  const keyed = series.length > 1;
  const height = bars.length * STEP - (STEP - LABEL - BAR) + (keyed ? 19 + series.length * KEY - 8 : 0);
  const longest = Math.max(1, ...bars.map((bar) => bar.values.reduce((sum, value) => sum + value, 0)));
  const unit = (WIDTH - 4) / longest;
  const titleId = `${id}-title`;
  const descriptionId = `${id}-description`;
  const hatch = `${id}-hatch`;

  return (
    <div className="glance">
      <figure className="chart">
        <figcaption>{caption}</figcaption>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${titleId} ${descriptionId}`}>
          <title id={titleId}>{title}</title>
          <desc id={descriptionId}>{description}</desc>
          {keyed ? (
            <defs>
              <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect className="hatch-ground" width="6" height="6" />
                <path className="hatch-line" d="M0 0V6" />
              </pattern>
            </defs>
          ) : null}
          {bars.map((bar, index) => (
            <g key={bar.key}>
              <text x="0" y={index * STEP + 12}>
                {bar.label}
              </text>
              <BarPieces values={bar.values} unit={unit} top={index * STEP + LABEL} hatch={hatch} />
            </g>
          ))}
          {keyed
            ? series.map((name, index) => {
                const top = height - (series.length - index) * KEY + 4;
                return (
                  <g key={name}>
                    {index === 0 ? (
                      <rect className="first" x="0" y={top} width="12" height="12" />
                    ) : (
                      <rect className="second" fill={`url(#${hatch})`} x="0.5" y={top + 0.5} width="11" height="11" />
                    )}
                    <text className="key-text" x="19" y={top + 11}>
                      {name}
                    </text>
                  </g>
                );
              })
            : null}
        </svg>
      </figure>
      <Table
        fold={false}
        caption={tableCaption}
        columns={[
          { key: "series", head: rowHead },
          ...bars.map((bar) => ({ key: bar.key, head: bar.head, figure: true })),
          ...(total === null ? [] : [{ key: "total", head: total, figure: true }]),
        ]}
      >
        <TableRows>
          {series.map((name, index) => (
            <Row key={name}>
              <RowHead>{name}</RowHead>
              {bars.map((bar) => (
                <Cell key={bar.key} figure>
                  {bar.values[index] ?? 0}
                </Cell>
              ))}
              {total === null ? null : (
                <Cell figure>{bars.reduce((sum, bar) => sum + (bar.values[index] ?? 0), 0)}</Cell>
              )}
            </Row>
          ))}
          {more.map((row) => (
            <Row key={row.key}>
              <RowHead>{row.head}</RowHead>
              {bars.map((bar, index) => (
                <Cell key={bar.key} figure>
                  {row.values[index]}
                </Cell>
              ))}
              {total === null ? null : <Cell figure>{row.total}</Cell>}
            </Row>
          ))}
        </TableRows>
      </Table>
    </div>
  );
}

/** The pieces of one bar. A piece too short for its figure has it at its right. */
function BarPieces({
  values,
  unit,
  top,
  hatch,
}: {
  values: readonly number[];
  unit: number;
  top: number;
  hatch: string;
}) {
  const [first = 0, second = 0] = values;
  const firstWidth = Math.round(first * unit);
  const secondWidth = Math.round(second * unit);
  const secondLeft = firstWidth > 0 ? firstWidth + 2 : 0;
  const baseline = top + 17;
  const figureWidth = (value: number) => String(value).length * 8 + 9;
  const fits = (value: number, width: number) => width >= figureWidth(value) + 8;

  const beside: string[] = [];
  if (first > 0 && !fits(first, firstWidth)) beside.push(String(first));
  if (second > 0 && !fits(second, secondWidth)) beside.push(String(second));
  if (first + second === 0) beside.push("0");

  return (
    <>
      {first > 0 ? <rect className="first" x="0" y={top} width={firstWidth} height={BAR} /> : null}
      {first > 0 && fits(first, firstWidth) ? (
        <text className="on-first" x="8" y={baseline}>
          {first}
        </text>
      ) : null}
      {second > 0 ? (
        <rect
          className="second"
          fill={`url(#${hatch})`}
          x={secondLeft + 0.5}
          y={top + 0.5}
          width={Math.max(1, secondWidth - 1)}
          height={BAR - 1}
        />
      ) : null}
      {second > 0 && fits(second, secondWidth) ? (
        <>
          <rect className="behind-text" x={secondLeft + 5} y={top + 4} width={figureWidth(second)} height={BAR - 8} />
          <text className="on-second" x={secondLeft + 9.5} y={baseline}>
            {second}
          </text>
        </>
      ) : null}
      {beside.length > 0 ? (
        <text className="beside-bar" x={secondLeft + secondWidth + 6} y={baseline}>
          {beside.join(" and ")}
        </text>
      ) : null}
    </>
  );
}
