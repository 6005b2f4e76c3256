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

/** One figure for each bar, and their sum or nothing. */
export interface ChartMeasure {
  readonly key: string;
  readonly head: string;
  readonly values: readonly ReactNode[];
  readonly total?: ReactNode;
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
  /** Head of the first column: "Clauses", or what the bars are where they are rows (more than three, or one series). */
  rowHead: ReactNode;
  /** Head of the sums; null leaves them out. */
  total?: string | null | undefined;
  /** Further figures of the table that are not drawn. */
  more?: readonly ChartMeasure[] | undefined;
}) {
  const keyed = series.length > 1;
  const height = bars.length * STEP - (STEP - LABEL - BAR) + (keyed ? 19 + series.length * KEY - 4 : 0);
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
      <ChartTable
        caption={tableCaption}
        rowHead={rowHead}
        bars={bars}
        measures={[
          ...series.map((name, index) => {
            const values = bars.map((bar) => bar.values[index] ?? 0);
            return { key: name, head: name, values, total: values.reduce((sum, value) => sum + value, 0) };
          }),
          ...more,
        ]}
        total={total}
      />
    </div>
  );
}

/** A measure a row and a bar a column, or the other way about where the bars are many: either fits a phone. */
function ChartTable({
  caption,
  rowHead,
  bars,
  measures,
  total,
}: {
  caption: ReactNode;
  rowHead: ReactNode;
  bars: readonly ChartBar[];
  measures: readonly ChartMeasure[];
  total: string | null;
}) {
  const barsAreRows = bars.length > 3 || measures.length === 1;
  const across = barsAreRows ? measures : bars;
  const rows = barsAreRows
    ? [
        ...bars.map((bar, index) => ({
          key: bar.key,
          head: bar.head,
          values: measures.map((measure) => measure.values[index]),
        })),
        ...(total === null ? [] : [{ key: "total", head: total, values: measures.map((measure) => measure.total) }]),
      ]
    : measures.map((measure) => ({
        key: measure.key,
        head: measure.head,
        values: total === null ? measure.values : [...measure.values, measure.total],
      }));
  return (
    <Table
      fold={false}
      caption={caption}
      columns={[
        { key: "head", head: rowHead },
        ...across.map((column) => ({ key: column.key, head: column.head, figure: true })),
        ...(barsAreRows || total === null ? [] : [{ key: "total", head: total, figure: true }]),
      ]}
    >
      <TableRows>
        {rows.map((row) => (
          <Row key={row.key}>
            <RowHead>{row.head}</RowHead>
            {row.values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed in their order
              <Cell key={index} figure>
                {value}
              </Cell>
            ))}
          </Row>
        ))}
      </TableRows>
    </Table>
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
