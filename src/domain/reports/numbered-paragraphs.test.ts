import { describe, expect, it } from "vitest";
import { anchored, asMarkdown, numberedParagraphs } from "./numbered-paragraphs";

const numbers = (markdown: string) =>
  numberedParagraphs(markdown).map(({ number, heading, markdown }) => [number, heading ?? markdown]);

describe("the paragraphs of a report", () => {
  it("are numbered by section under headings, and the text before them has no number", () => {
    expect(numbers("Summary.\n\n## Background\nFirst.\n\nSecond.\n\n# Costs\n\nThird.")).toEqual([
      [null, "Summary."],
      ["1", "Background"],
      ["1.1", "First."],
      ["1.2", "Second."],
      ["2", "Costs"],
      ["2.1", "Third."],
    ]);
  });

  it("are numbered through where there is no heading, with lists and tables in the paragraph they belong to", () => {
    expect(numbers("One:\r\n\r\n- a\r\n- b\r\n\r\n\r\nTwo\nlines.\n\n| a | b |\n| - | - |")).toEqual([
      ["1", "One:\n\n- a\n- b"],
      ["2", "Two\nlines.\n\n| a | b |\n| - | - |"],
    ]);
    expect(numbers(" \n\n ")).toEqual([]);
  });

  it("are written on as they were written", () => {
    const written = "Summary.\n\n## Background\n\nFirst.\n\n- a\n- b\n\nSecond.";
    expect(asMarkdown(numberedParagraphs(written))).toBe(written);
  });

  it("keep their anchors when others come before them, and no anchor is given twice", () => {
    const first = anchored(numberedParagraphs("## Costs\n\nDear.\n\nDear."), []);
    expect(first.map(({ anchor }) => anchor)).toEqual(["1", "1-1", "1-2"]);
    const then = anchored(numberedParagraphs("## Aims\n\nNew.\n\n## Costs\n\nDear.\n\nDear."), first);
    expect(then.map(({ number, anchor }) => [number, anchor])).toEqual([
      ["1", "1-v2"],
      ["1.1", "1-1-v2"],
      ["2", "1"],
      ["2.1", "1-1"],
      ["2.2", "1-2"],
    ]);
  });
});
