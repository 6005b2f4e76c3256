import { type WordPart, wordParts } from "@/domain/wording/word-parts";
import type { FrontSheet, FrontSheetTemplate } from "./front-sheet";
import type { AnchoredText } from "./numbered-paragraphs";

/** A report as one version has it: whole. */
export type ReportContent = { title: string; frontSheet: FrontSheet; paragraphs: readonly AnchoredText[] };

/** What became of one field or paragraph. */
export type ReportChange = {
  key: string;
  /** "Paragraph 2.13", "Budget", "Title". */
  what: string;
  /** Where it stands on the page; null for what is no more. */
  anchor: string | null;
  kind: "added" | "removed" | "changed" | "renumbered";
  parts: readonly WordPart[];
};

/** What changed from one version of a report to another: title, front sheet, then paragraph by paragraph in their order. */
export function changesBetween(
  before: ReportContent,
  after: ReportContent,
  template: FrontSheetTemplate,
): readonly ReportChange[] {
  const keys = new Set([...Object.keys(before.frontSheet), ...Object.keys(after.frontSheet)]);
  const labels = new Map(template.map(({ key, label }) => [key, label]));
  const fields = [...template.map(({ key }) => key), ...[...keys].filter((key) => !labels.has(key))];
  return [
    ...changeOf({ key: "title", what: "Title", anchor: null }, before.title, after.title),
    ...fields.flatMap((key) =>
      changeOf(
        { key, what: labels.get(key) ?? key, anchor: `front-${key}` },
        sheetText(before, key),
        sheetText(after, key),
      ),
    ),
    ...paragraphChanges(before.paragraphs, after.paragraphs),
  ];
}

const sheetText = ({ frontSheet }: ReportContent, key: string) => [frontSheet[key] ?? []].flat().join("\n");

function paragraphChanges(before: readonly AnchoredText[], after: readonly AnchoredText[]): ReportChange[] {
  const old = new Map(before.map((paragraph) => [paragraph.anchor, paragraph]));
  const kept = new Set(after.map(({ anchor }) => anchor));
  const changes: ReportChange[] = [];
  const gone = goneAfter(before, kept);
  changes.push(...(gone.get(null) ?? []));
  for (const paragraph of after) {
    const was = old.get(paragraph.anchor);
    const told = { key: `paragraph ${paragraph.anchor}`, what: nameOf(paragraph), anchor: paragraph.anchor };
    const texts = changeOf(told, was ? textOf(was) : "", textOf(paragraph));
    changes.push(...texts);
    if (texts.length === 0 && was && was.number !== paragraph.number)
      changes.push({ ...told, kind: "renumbered", parts: wordParts(was.number ?? "", paragraph.number ?? "") });
    changes.push(...(gone.get(paragraph.anchor) ?? []));
  }
  return changes;
}

/** What is no more, by the anchor of what stands before its place now. */
function goneAfter(before: readonly AnchoredText[], kept: ReadonlySet<string>): Map<string | null, ReportChange[]> {
  const gone = new Map<string | null, ReportChange[]>();
  let last: string | null = null;
  for (const paragraph of before) {
    if (kept.has(paragraph.anchor)) last = paragraph.anchor;
    else {
      const told = { key: `gone ${paragraph.anchor}`, what: nameOf(paragraph), anchor: null };
      gone.set(last, [...(gone.get(last) ?? []), ...changeOf(told, textOf(paragraph), "")]);
    }
  }
  return gone;
}

const nameOf = ({ number, heading, markdown }: AnchoredText): string =>
  number === null
    ? (heading ?? "Text without a number")
    : heading && !markdown
      ? `Section ${number}`
      : `Paragraph ${number}`;

const textOf = ({ heading, markdown }: AnchoredText): string => [heading, markdown].filter(Boolean).join("\n\n");

function changeOf(told: Pick<ReportChange, "key" | "what" | "anchor">, before: string, after: string): ReportChange[] {
  if (before === after) return [];
  const kind = before === "" ? "added" : after === "" ? "removed" : "changed";
  return [{ ...told, kind, parts: wordParts(before, after) }];
}
