import { describe, expect, it } from "vitest";
import { says, wordsOf } from "./document";
import { markdownBlocks } from "./markdown-blocks";

const first = (markdown: string) => markdownBlocks(markdown, 2)[0];

describe("what was written in Markdown", () => {
  it("is paragraphs with marks on the words they stand around", () => {
    expect(first("Some **strong** and *leaning*,\n~~gone~~ `as typed`")).toEqual({
      kind: "paragraph",
      text: [
        { kind: "text", text: "Some " },
        { kind: "text", text: "strong", strong: true },
        { kind: "text", text: " and " },
        { kind: "text", text: "leaning", emphasis: true },
        { kind: "text", text: ", " },
        { kind: "text", text: "gone", struck: true },
        { kind: "text", text: " " },
        { kind: "text", text: "as typed", code: true },
      ],
    });
  });

  it("keeps line breaks, and no other white space than a browser shows", () => {
    expect(first("  one\n  two  \nthree")).toEqual({
      kind: "paragraph",
      text: [{ kind: "text", text: "one two" }, { kind: "break" }, { kind: "text", text: "three" }],
    });
  });

  it("puts its headings below the one it stands under, and none too deep", () => {
    expect(markdownBlocks("# One\n\n### Three\n\n###### Six", 3)).toMatchObject([
      { kind: "heading", level: 3 },
      { kind: "heading", level: 5 },
      { kind: "heading", level: 5 },
    ]);
  });

  it("keeps lists within lists, where a list that counts begins, and marks of one's own", () => {
    expect(first("- one\n- two\n  - three")).toMatchObject({
      marks: "bullets",
      entries: [
        [{ text: says("one") }],
        [{ text: says("two") }, { kind: "list", entries: [[{ text: says("three") }]] }],
      ],
    });
    expect(first("4. four\n5. five")).toMatchObject({ marks: "numbers", start: 4 });
    expect(first("- a) social value\n- b) the rest")).toMatchObject({ marks: "own" });
  });

  it("keeps tables with their header row, each row as long as that", () => {
    expect(first("| A | B |\n|---|---|\n| 1 | **2** |\n| 3 |")).toEqual({
      kind: "table",
      columns: [{ head: "A" }, { head: "B" }],
      rows: [
        [says("1"), [{ kind: "text", text: "2", strong: true }]],
        [says("3"), []],
      ],
    });
  });

  it("keeps links that lead somewhere, and of dangerous ones their words", () => {
    expect(first("[a](https://example.org) [b](#p-2) [c](javascript:alert(1))")).toEqual({
      kind: "paragraph",
      text: [
        { kind: "link", to: "https://example.org", text: says("a") },
        { kind: "text", text: " " },
        { kind: "link", to: "#p-2", text: says("b") },
        { kind: "text", text: " c" },
      ],
    });
  });

  it.each([
    ["<script>alert(1)</script>", ""],
    ['before <img src=x onerror="alert(1)"> after', "before after"],
    ['#import "evil.typ": *', '#import "evil.typ": *'],
    ['#eval("1+1") $x$ <label> @ref', '#eval("1+1") $x$ @ref'],
    ["=1+1", "=1+1"],
    ["![the chart](https://example.org/x.png)", "the chart"],
  ])("%s is words and nothing else", (markdown, words) => {
    const blocks = markdownBlocks(markdown, 2);
    expect(blocks.every(({ kind }) => kind === "paragraph")).toBe(true);
    expect(blocks.map((block) => (block.kind === "paragraph" ? wordsOf(block.text) : "")).join("\n")).toBe(words);
  });
});
