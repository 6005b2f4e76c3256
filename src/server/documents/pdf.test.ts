import { describe, expect, it } from "vitest";
import { type Block, heading, link, type PrintedDocument, paragraph, says } from "@/domain/documents/document";
import { markdownBlocks } from "@/domain/documents/markdown-blocks";
import { readPdf } from "../../../tests/support/pdf-text";
import { printedDocument as document, HOSTILE } from "../../../tests/support/printed-document";
import { renderPdf } from "./pdf";

const read = (made: PrintedDocument, size: "normal" | "large" = "normal") => readPdf(renderPdf(made, { size }).bytes);
const table: Block = {
  kind: "table",
  columns: ["Item", "Lead", "When"].map((head) => ({ head })),
  rows: Array.from({ length: 80 }, (_, row) => [says(`Item ${row}`), says("Somebody"), says(`Day ${row}`)]),
};

describe("a document as PDF", () => {
  it("has its title, its language, its tags, and its headings in order", async () => {
    const pdf = await read(document(heading(3, "A part"), paragraph("Words"), ...markdownBlocks("1. one", 3), table));
    expect(pdf).toMatchObject({ title: "Minutes of 16 June", language: "en-GB" });
    for (const tag of ["Document", "H1", "H2", "P", "L", "LI", "Table", "THead", "TH", "TD"])
      expect(pdf.tags).toContain(tag);
    expect(pdf.tags).not.toContain("H3");
  });

  it("says on each page which it is, and repeats the head of a table there", async () => {
    const pdf = await read(document(table));
    expect(pdf.pages).toBeGreaterThan(1);
    expect(pdf.text).toContain(`page ${pdf.pages} of ${pdf.pages}`);
    expect(pdf.text.match(/^Lead$/gm)).toHaveLength(pdf.pages);
  });

  it("knows on which page each anchor stands", () => {
    const far = Array.from({ length: 60 }, (_, number) => paragraph(`Paragraph ${number}`));
    const { places, pages } = renderPdf(document(heading(1, "Near", "near"), ...far, heading(1, "Far", "far")), {
      size: "normal",
    });
    expect([places.get("near"), places.get("far")]).toEqual([1, pages]);
    expect(pages).toBeGreaterThan(1);
  });

  it("is the same bytes for the same words", () => {
    const made = () => Buffer.from(renderPdf(document(table), { size: "normal" }).bytes);
    expect(made().equals(made())).toBe(true);
  });

  it("is nowhere smaller than 18 point in large print, and there a wide table is one block a row", async () => {
    const pdf = await read(document(heading(1, "A part"), paragraph("Words"), table), "large");
    expect(pdf.sizes[0]).toBe(18);
    expect(pdf.tags).not.toContain("Table");
    expect(pdf.text.replaceAll("\n", "")).toContain("Item: Item 79Lead: SomebodyWhen: Day 79");
  });

  it("leads within itself, to the site and into the web", async () => {
    const made = document(heading(1, "Here", "here"), paragraph(link("#here", "up"), link("/topics", "topics")));
    const pdf = await readPdf(renderPdf(made, { size: "normal", site: "https://scrutiny.example.gov.uk" }).bytes);
    expect(pdf.links).toEqual(["https://scrutiny.example.gov.uk/topics"]);
  });

  it.each(HOSTILE)("%j comes out as the words it is", async (typed) => {
    const made = document(
      heading(1, typed),
      paragraph(typed),
      { kind: "numbered", number: typed, title: { level: 2, text: says(typed) }, aside: says(typed), blocks: [] },
      { kind: "table", columns: [{ head: typed }], rows: [[says(typed)]] },
      { kind: "facts", facts: [{ term: typed, value: says(typed) }] },
      { kind: "decision", verb: typed, blocks: [], clauses: [], reason: typed, after: says(typed) },
    );
    const pdf = await read({ ...made, title: typed, council: typed, kicker: typed, lead: typed });
    const squeezed = (text: string) => text.replace(/[\s\u200b]/g, "");
    expect(squeezed(pdf.text)).toContain(squeezed(typed));
    expect(pdf.links).toEqual([]);
  });

  it("is made of a word of 100,000 letters too, and loses none of it", async () => {
    const pdf = await read(document(paragraph("b".repeat(100_000))));
    expect(pdf.text.match(/b/g)).toHaveLength(100_000);
  });

  it("sets a mark for what no typeface has, and says so", async () => {
    const pdf = await read(document(paragraph("before \u{10ff00}\u{10ffff}\u{10ff01} after")));
    expect(pdf.text).toContain("before [?][?] after");
    expect(pdf.text.replaceAll("\n", " ")).toContain("[?] stands for a character that this file cannot show.");
  });
});
