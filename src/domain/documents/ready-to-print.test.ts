import { describe, expect, it } from "vitest";
import { type Block, heading, link, type PrintedDocument, paragraph, says } from "./document";
import { partable, printable } from "./printable";
import { readyToPrint } from "./ready-to-print";

const document = (...blocks: Block[]): PrintedDocument => ({
  title: "Minutes",
  council: "A council",
  facts: [],
  language: "en-GB",
  blocks,
});
const ready = (...blocks: Block[]) => readyToPrint(document(...blocks), "https://scrutiny.example.gov.uk").blocks;

describe("a document that is ready to be printed", () => {
  it("leaves out no level of heading, also in titles with numbers", () => {
    const levels = ready(
      heading(3, "First"),
      heading(5, "Second"),
      { kind: "numbered", number: "1", title: { level: 5, text: says("Third") }, blocks: [heading(5, "Fourth")] },
      heading(1, "Fifth"),
    ).map((block) =>
      block.kind === "heading" ? block.level : block.kind === "numbered" ? block.title?.level : undefined,
    );
    expect(levels).toEqual([1, 2, 3, 1]);
  });

  it("has each anchor once, and leads only to those it has", () => {
    expect(
      ready(
        heading(1, "Here", "here"),
        heading(1, "Again", "here"),
        paragraph(link("#here", "there"), link("#gone", "gone")),
      ),
    ).toMatchObject([{ anchor: "here" }, { anchor: undefined }, { text: [link("#here", "there"), ...says("gone")] }]);
  });

  it.each([
    ["/topics/housing", "https://scrutiny.example.gov.uk/topics/housing"],
    ["https://example.org/", "https://example.org/"],
    ["mailto:clerk@example.org", "mailto:clerk@example.org"],
  ])("leads from anywhere to %s", (to, href) => {
    expect(ready(paragraph(link(to, "it")))).toMatchObject([{ text: [link(href, "it")] }]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "http://["])(
    "never leads to %s",
    (to) => {
      expect(ready(paragraph(link(to, "it")))).toMatchObject([{ text: says("it") }]);
    },
  );

  it("is no link to its own site where nobody said where that is", () => {
    expect(readyToPrint(document(paragraph(link("/topics", "it"))), undefined).blocks).toMatchObject([
      { text: says("it") },
    ]);
  });

  it("has a title, whatever was typed", () => {
    expect(readyToPrint({ ...document(), title: " \u0000\n" }, undefined).title).toBe("Without a title");
  });
});

describe("text that a file can hold", () => {
  it.each([
    ["con\u0000trol\u0007s\u001b", "controls"],
    ["line\r\nbreaks\u2028stay", "line\nbreaks\nstay"],
    ["\u202ereversed\u2066 and \u2069back", "reversed and back"],
    ["half a \ud83d character", "half a \ufffd character"],
    ["none \uffff\u{1fffe}of these", "none of these"],
    ["\ufeffa mark", "a mark"],
    ["مرحبا שלום 中文 😀 é", "مرحبا שלום 中文 😀 é"],
  ])("%j becomes %j", (typed, printed) => {
    expect(printable(typed)).toBe(printed);
  });

  it("may part a word that no line can hold, and no other", () => {
    const long = partable(`a ${"b".repeat(100_000)} c`);
    expect(long.replaceAll("\u200b", "")).toBe(`a ${"b".repeat(100_000)} c`);
    expect(long.split(/[\u200b ]/).every((piece) => piece.length <= 20)).toBe(true);
    expect(partable("https://example.org/an/address/of/the/ordinary/length")).not.toContain("\u200b");
  });
});
