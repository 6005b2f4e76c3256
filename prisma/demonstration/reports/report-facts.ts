import type { FrontSheet } from "@/domain/reports/front-sheet";
import type { PersonSlug } from "../people";
import type { AreaSlug } from "../posts";
import type { ItemName } from "../programme-facts";
import type { TopicSlug } from "../topic-facts";

/** A paragraph by its printed number, a heading, or both: a heading printed above a numbered paragraph goes with it. */
export type ParagraphFacts = { number?: string; heading?: string; text?: string; anchor?: string };

type AuthorFacts = { person: PersonSlug; title: string; signs?: true };

export type ReportFacts = {
  slug: string;
  title: string;
  topic?: TopicSlug;
  programmeItem?: ItemName;
  area?: AreaSlug;
  authors: readonly AuthorFacts[];
  /** Absent where the pack has a report's title and not its text. */
  frontSheet?: FrontSheet;
  paragraphs?: readonly ParagraphFacts[];
  outsideDates?: readonly { what: string; on: string }[];
};

export const lines = (...texts: readonly string[]): string => texts.join("\n");

/** Anchors stay as they are: "2-13", and "2-13-b" where a report prints a number a second time. */
export function anchored(paragraphs: readonly ParagraphFacts[]): (ParagraphFacts & { anchor: string })[] {
  const given = new Map<string, number>();
  return paragraphs.map((paragraph) => {
    const plain =
      paragraph.anchor ?? (paragraph.number ?? paragraph.heading ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const before = given.get(plain) ?? 0;
    given.set(plain, before + 1);
    return { ...paragraph, anchor: before === 0 ? plain : `${plain}-${String.fromCharCode(97 + before)}` };
  });
}
