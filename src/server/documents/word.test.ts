import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { type Block, heading, link, type PrintedDocument, paragraph, says } from "@/domain/documents/document";
import { markdownBlocks } from "@/domain/documents/markdown-blocks";
import { printedDocument as document, HOSTILE } from "../../../tests/support/printed-document";
import { zipEntries } from "../../../tests/support/zip-entries";
import { renderWord } from "./word";

type Size = "normal" | "large";

const table: Block = {
  kind: "table",
  columns: ["Item", "Lead", "When"].map((head) => ({ head })),
  rows: [[says("Item 1"), says("Somebody"), says("Day 1")]],
};
const SITE = "https://scrutiny.example.gov.uk";

const partsOf = async (made: PrintedDocument, size: Size = "normal") =>
  zipEntries(await renderWord(made, { size, site: SITE }));
/** As whoever opens it would see it, in elements. */
const elementsOf = async (made: PrintedDocument, size: Size = "normal") =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(await renderWord(made, { size, site: SITE })) })).value;

describe("a document as Word", () => {
  it("has its title, its language, and headings that are headings", async () => {
    const made = document(heading(1, "A part"), {
      kind: "numbered",
      number: "7(a)",
      title: { level: 2, text: says("An item") },
      blocks: [paragraph("Words")],
    });
    const parts = await partsOf(made);
    expect(parts.get("docProps/core.xml")).toContain("<dc:title>Minutes of 16 June</dc:title>");
    expect(parts.get("word/styles.xml")).toContain('w:lang w:val="en-GB"');
    expect(await elementsOf(made)).toContain(
      "<h1>Minutes of 16 June</h1><h2>A part</h2><h3>7(a)\tAn item</h3><p>Words</p>",
    );
  });

  it("has lists that are lists, each from its own start, and numbers of the record as text", async () => {
    const made = document(...markdownBlocks("- one\n  - two\n\n3. three", 2), ...markdownBlocks("1. again", 2), {
      kind: "numbered",
      number: "2.1",
      blocks: [paragraph("A paragraph")],
    });
    expect(await elementsOf(made)).toContain(
      "<ul><li>one<ul><li>two</li></ul></li></ul><ol><li>three</li></ol><ol><li>again</li></ol><p><strong>2.1</strong>\tA paragraph</p>".replace(
        "</ol><ol>",
        "",
      ),
    );
    expect((await partsOf(made)).get("word/numbering.xml")).toContain('<w:start w:val="3"/>');
  });

  it("has tables whose first row is their head, and in large print none that are wide", async () => {
    expect(await elementsOf(document(table))).toContain("<thead><tr><th><p><strong>Item</strong></p></th>");
    expect(await elementsOf(document(table), "large")).toContain("<p><strong>Item: </strong>Item 1</p>");
  });

  it("is nowhere smaller than 18 point in large print", async () => {
    const parts = await partsOf(document(heading(1, "A part"), paragraph("Words"), table), "large");
    const sizes = ["word/document.xml", "word/footer1.xml"].flatMap((part) =>
      [...(parts.get(part) ?? "").matchAll(/w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size)),
    );
    expect(sizes.every((size) => size >= 36)).toBe(true);
    expect(parts.get("word/styles.xml")).toContain('<w:sz w:val="36"/>');
  });

  it("leads within itself, to the site and into the web, and nowhere else", async () => {
    const made = document(
      heading(1, "Here", "here"),
      paragraph(link("#here", "up"), link("/topics", "topics"), link("javascript:alert(1)", "no")),
    );
    const said = await elementsOf(made);
    expect(said).toMatch(/<a id="(place_\d+)"><\/a>Here<\/h2><p><a href="#\1">up<\/a>/);
    expect(said).toContain(`<a href="${SITE}/topics">topics</a>no`);
  });

  it.each(HOSTILE)("%j comes out as the words it is", async (typed) => {
    const made = document(heading(1, typed), paragraph(typed), {
      kind: "table",
      columns: [{ head: typed }],
      rows: [[says(typed)]],
    });
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await renderWord({ ...made, title: typed, kicker: typed }, { size: "normal" })),
    });
    expect(value.split(typed)).toHaveLength(7);
  });

  it("holds no character that would break it", async () => {
    const parts = await partsOf(document(paragraph("a\u0000b\u000bc\ud800d\u202ee\uffff")));
    expect(parts.get("word/document.xml")).toContain("abc\ufffdde<");
  });
});
