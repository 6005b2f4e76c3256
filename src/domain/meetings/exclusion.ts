import type { Restriction } from "@/domain/access/read-scope";
import { citedParagraphs } from "@/domain/papers/schedule-12a";
import type { Finding } from "@/domain/workflow/workflow";

/** An item of an agenda with what it and its papers are restricted by. */
export type RestrictedItem = {
  number: string;
  title: string;
  /** The strongest of what the agenda says of it and of its papers. */
  restriction: Restriction;
  /** Paragraphs of Schedule 12A that are cited of it and by its exempt papers. */
  paragraphs: readonly number[];
};

/** An item that is to be taken without the public, with the paragraphs the resolution names. */
export type ExcludedItem = Pick<RestrictedItem, "number" | "title" | "paragraphs">;

/**
 * The resolution to exclude the public in words: it identifies the proceedings it applies to and the description of exempt
 * information (LGA 1972 s100A(4)-(5)).
 */
export function exclusionResolution(items: readonly ExcludedItem[]): string {
  const named = items.map(
    ({ number, title, paragraphs }) => `item ${number} (${title}), ${citedParagraphs(paragraphs)}`,
  );
  const during = named.length > 1 ? `${named.slice(0, -1).join("; ")}; and ${named.at(-1)}` : named.join("");
  return [
    "That, under section 100A(4) of the Local Government Act 1972, the public be excluded from the meeting during the",
    `business below, as exempt information described in Part 1 of Schedule 12A to the Act would be likely to be disclosed,`,
    `and the public interest in maintaining the exemption outweighs that in disclosing it: ${during}.`,
  ].join(" ");
}

/**
 * What stands against such a resolution. Without an item or a paragraph it resolves nothing; one that differs from what the agenda
 * said is pointed out.
 */
export function exclusionFindings(
  items: readonly ExcludedItem[],
  agenda: readonly RestrictedItem[],
): readonly Finding[] {
  const found: Finding[] = [];
  const law = "LGA 1972 s100A(5)";
  if (items.length === 0)
    found.push({
      severity: "hard",
      code: "no-item-named",
      sentence: "Choose the items it is for: the resolution names the business it applies to.",
      authority: law,
      field: "items",
    });
  for (const { number, title, paragraphs } of items) {
    const printed = agenda.find((item) => item.number === number);
    if (paragraphs.length === 0) {
      found.push({
        severity: "hard",
        code: "no-paragraph-named",
        sentence: `Choose the paragraph of Schedule 12A for item ${number}, ${title}: the resolution names the description.`,
        authority: law,
        field: "paragraphs",
      });
      continue;
    }
    const differs =
      printed &&
      (printed.paragraphs.some((paragraph) => !paragraphs.includes(paragraph)) ||
        paragraphs.some((paragraph) => !printed.paragraphs.includes(paragraph)));
    if (differs)
      found.push({
        severity: "soft",
        code: "differs-from-agenda",
        sentence:
          printed.paragraphs.length > 0
            ? `Check item ${number}: the agenda cites ${citedParagraphs(printed.paragraphs)}.`
            : `Check item ${number}: the agenda says of nothing there that it is exempt.`,
        authority: law,
        field: "paragraphs",
      });
  }
  return found;
}
