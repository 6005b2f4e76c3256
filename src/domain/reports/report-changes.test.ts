import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchored, numberedParagraphs } from "./numbered-paragraphs";
import { changesBetween, type ReportContent } from "./report-changes";

const template = [{ key: "budget", label: "Budget", kind: "text", need: "required", noneIsAnswer: true }] as const;
const content = (markdown: string, more: Partial<ReportContent> = {}, before?: ReportContent): ReportContent => ({
  title: "Paths",
  frontSheet: {},
  paragraphs: anchored(numberedParagraphs(markdown), before?.paragraphs ?? []),
  ...more,
});
const told = (before: ReportContent, after: ReportContent) =>
  changesBetween(before, after, template).map(({ kind, what, parts }) => [
    `${what} ${kind}`,
    parts.map(({ kind, text }) => (kind === "same" ? text : `[${kind} ${text}]`)).join(""),
  ]);

describe("what changed between two versions", () => {
  it("is told word by word, field by field and paragraph by paragraph", () => {
    const before = content("## Costs\n\nThe path is dear.\n\nIt is long.");
    const markdown = "## Costs\n\nThe path is very dear.\n\nIt is long.\n\nNew.";
    const after = content(markdown, { title: "Coastal paths", frontSheet: { budget: "None" } }, before);
    expect(told(before, after)).toEqual([
      ["Title changed", "[removed Paths][added Coastal paths]"],
      ["Budget added", "[added None]"],
      ["Paragraph 1.1 changed", "The path is [added very ]dear."],
      ["Paragraph 1.3 added", "[added New.]"],
    ]);
  });

  it("says what went where it stood, and what has only another number", () => {
    const before = content("One.\n\nTwo.\n\nThree.");
    expect(told(before, content("One.\n\nThree.", {}, before))).toEqual([
      ["Paragraph 2 removed", "[removed Two.]"],
      ["Paragraph 2 renumbered", "[removed 3][added 2]"],
    ]);
  });

  it("gives both texts back, whatever they are, and does not hang", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const before = { ...content(""), title: one };
        const [change] = changesBetween(before, { ...before, title: other }, template);
        const of = (kinds: string[]) =>
          change?.parts
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ text }) => text)
            .join("");
        if (one !== other) expect([of(["same", "removed"]), of(["same", "added"])]).toEqual([one, other]);
      }),
    );
    const words = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(" ");
    const began = performance.now();
    changesBetween(content(words("a")), content(words("b")), template);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
