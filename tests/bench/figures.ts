import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../scripts/settings.mjs";

const DOCUMENT = join(ROOT, "docs", "performance.md");
const [BEGIN, END] = ["<!-- figures -->", "<!-- end of figures -->"];

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) throw new Error("No values to take the median of.");
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** "1,240 (1,100 to 1,300)": the median, and how far the measurements lie apart. */
export const spread = (values: readonly number[], digits = 0): string =>
  `${number(median(values), digits)} (${number(Math.min(...values), digits)} to ${number(Math.max(...values), digits)})`;

export const number = (value: number, digits = 0): string =>
  value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Whether a figure keeps to its aim, as the tables say it. */
export const verdict = (isMet: boolean): string => (isMet ? "met" : "**missed**");

/** A table that reads the same in a terminal and on a page. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** What the figures were measured on, as far as it matters to them. */
export function machine(postgres: string): string {
  return [
    `${availableParallelism()} cores shared by the site, PostgreSQL and whoever asks`,
    `${number(totalmem() / 1024 ** 3)} GB of memory`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${postgres}`,
    `${number(loadavg()[0] ?? 0, 1)} processes at work on average as it began`,
  ].join(", ");
}

/** Puts the figures into their place in docs/performance.md. @throws Error when the document has no such place */
export function writeFigures(figures: string): void {
  const text = readFileSync(DOCUMENT, "utf8");
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${BEGIN} … ${END} to write into.`);
  writeFileSync(DOCUMENT, `${text.slice(0, from + BEGIN.length)}\n\n${figures}\n\n${text.slice(to)}`);
}
