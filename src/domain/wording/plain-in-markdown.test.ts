import { describe, expect, test } from "vitest";
import { markdownTree } from "./markdown-tree";
import { plainInMarkdown, quotedInMarkdown } from "./plain-in-markdown";

type Node = { type: string; tagName?: string; value?: string; children?: readonly Node[] };
const textOf = ({ value = "", children = [] }: Node): string => value + children.map(textOf).join("");
const tagsOf = ({ tagName, children = [] }: Node): string[] => [
  ...(tagName ? [tagName] : []),
  ...children.flatMap(tagsOf),
];

describe("words that somebody else wrote", () => {
  test.each([
    "# Not a heading",
    "- not a list",
    "+ nor this",
    "1. nor a numbered one",
    "2016) nor that",
    "*no* _stress_, `no code`, ~~nothing struck out~~",
    "[no link](javascript:alert(1)) and <b>no tag</b>",
    "| no | table |",
    "> no quotation",
    "---",
    "===",
    "a \\* backslash",
  ])("stand as they were written: %s", (line) => {
    const tree = markdownTree(plainInMarkdown(line)) as Node;
    expect([textOf(tree), tagsOf(tree)]).toEqual([line, ["p"]]);
  });

  test("have a paragraph for each line, and no code for what is set in", () => {
    const tree = markdownTree(plainInMarkdown("One.\n\n    Two.\nThree.\n")) as Node;
    expect(tagsOf(tree)).toEqual(["p", "p", "p"]);
  });

  test("are quoted whole", () => {
    const tree = markdownTree(quotedInMarkdown("# One\n\n- Two")) as Node;
    expect([tagsOf(tree), textOf(tree).replaceAll(/\s+/g, " ").trim()]).toEqual([
      ["blockquote", "p", "p"],
      "# One - Two",
    ]);
  });
});
