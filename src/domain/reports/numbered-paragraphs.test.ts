import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchored, asMarkdown, numberedParagraphs, numbersTwice } from "./numbered-paragraphs";

const numbers = (markdown: string) =>
  numberedParagraphs(markdown).map(({ number, heading, markdown }) => [number, heading ?? markdown]);

describe("the paragraphs of a report", () => {
  it("are numbered by section under headings, and the text before them has no number", () => {
    expect(numbers("Summary.\n\n## Background\nFirst.\n\nSecond.\n\n## Costs\n\nThird.")).toEqual([
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

  it("have a lower heading above the paragraph that follows it, and parts (a), (b) of their own", () => {
    const markdown =
      "# Progress\n\n## Governance\n\nThe board meets.\n\n(a) first\n(b) second\n\n(i) in it\n\nIt reports.";
    expect(numberedParagraphs(markdown).map(({ number, heading, markdown }) => [number, heading, markdown])).toEqual([
      ["1", "Progress", ""],
      ["1.1", "Governance", "The board meets."],
      ["1.1(a)", null, "first"],
      ["1.1(b)", null, "second"],
      ["1.1(b)(i)", null, "in it"],
      ["1.2", null, "It reports."],
    ]);
  });

  it("have the number that is printed before them, and not a second one, also where it stands twice", () => {
    const markdown =
      "## 2. Progress\n\n2.12 One Public Estate.\n\n2.13 It is about more.\n\n2.13 It has four.\n\nTalks suggest it.\n\n2.14 Day services.";
    expect(numbers(markdown)).toEqual([
      ["2", "Progress"],
      ["2.12", "One Public Estate."],
      ["2.13", "It is about more."],
      ["2.13", "It has four.\n\nTalks suggest it."],
      ["2.14", "Day services."],
    ]);
    expect(numbersTwice(numberedParagraphs(markdown))).toEqual(["2.13"]);
    expect(asMarkdown(numberedParagraphs(markdown))).toBe(markdown);
    expect(numbers("## Costs\n\n2.5 million pounds.")).toEqual([
      ["1", "Costs"],
      ["1.1", "2.5 million pounds."],
    ]);
  });

  it("are recognised in text taken out of Word without its format, a line a paragraph", () => {
    const pasted =
      "1.\tBackground\n1.1\tThe offer is made.\n1.2\tCabinet agreed.\n2.\tProgress\nGovernance\n2.1\tThe board meets:\na)\tmonthly\nb)\twhen asked";
    expect(numbers(pasted)).toEqual([
      ["1", "Background"],
      ["1.1", "The offer is made."],
      ["1.2", "Cabinet agreed."],
      ["2", "Progress"],
      ["2.1", "Governance"],
      ["2.1(a)", "monthly"],
      ["2.1(b)", "when asked"],
    ]);
    expect(numberedParagraphs(pasted)[4]).toEqual({
      number: "2.1",
      heading: "Governance",
      markdown: "The board meets:",
    });
  });

  it("are the same when they are written on, whatever was typed, and nothing is lost or hangs", () => {
    const word = fc.constantFrom(
      "2.1 The",
      "(a) one",
      "## Head",
      "### Low",
      "text",
      "- item",
      "",
      "1. First",
      "| a |",
      "3.2",
      "a) x",
      "\n",
      "  in",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((lines) => lines.join("\n")),
        ),
        (markdown) => {
          const first = numberedParagraphs(markdown);
          const letters = (text: string) => text.replace(/[^\p{L}]/gu, "").length;
          const said = first.map(({ number, heading, markdown }) => `${number} ${heading ?? ""} ${markdown}`).join("");
          expect(letters(said.replaceAll("null", ""))).toBeGreaterThanOrEqual(letters(markdown.replaceAll("null", "")));
          const anchors = anchored(first, []).map(({ anchor }) => anchor);
          expect(new Set(anchors).size).toBe(anchors.length);
          asMarkdown(first);
        },
      ),
    );
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
    const corrected = anchored(numberedParagraphs("## Costs\n\nDearer.\n\nDear."), first);
    expect(corrected.map(({ anchor, markdown }) => [anchor, markdown])).toEqual([
      ["1", ""],
      ["1-1-v2", "Dearer."],
      ["1-1", "Dear."],
    ]);
  });
});
