import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  type ILevelsOptions,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from "docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberedParagraphs } from "@/domain/reports/numbered-paragraphs";
import { expectedFailure } from "@/server/errors";
import { zipOf } from "../../../tests/support/uploads";
import { readPastedWord, readWordFile } from "./word";
import { tagsIn, withNumbers } from "./word-numbering.mjs";
import { readPasted, readWord } from "./word-text.mjs";

const level = (at: number, format: ILevelsOptions["format"], text: string): ILevelsOptions => ({
  ...{ level: at, text },
  ...(format && { format }),
});
const numbering = {
  config: [
    {
      reference: "report",
      levels: [
        level(0, LevelFormat.DECIMAL, "%1."),
        level(1, LevelFormat.DECIMAL, "%1.%2"),
        level(2, LevelFormat.LOWER_LETTER, "(%3)"),
        level(3, LevelFormat.LOWER_ROMAN, "(%4)"),
      ],
    },
  ],
};
const at = (depth: number, text: string) => new Paragraph({ text, numbering: { reference: "report", level: depth } });
const rowOf = (cells: readonly string[]) =>
  new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
const bytesOf = (children: (Paragraph | Table)[]) =>
  Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
const told = async (children: (Paragraph | Table)[]) => {
  const read = await readWord(await bytesOf(children));
  if ("refusal" in read) throw new Error(read.refusal);
  return { ...read, paragraphs: numberedParagraphs(read.markdown) };
};
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("a Word file", () => {
  it("becomes numbered paragraphs: its headings, Word's own numbers, lists and tables", async () => {
    const rows = [
      ["Area", "2016"],
      ["Dorset", "27"],
    ].map(rowOf);
    const { paragraphs, notes } = await told([
      new Paragraph({ text: "The Community Offer", heading: HeadingLevel.TITLE }),
      at(0, "Background"),
      at(1, "The offer is made."),
      at(1, "Cabinet agreed:"),
      at(2, "first"),
      at(3, "in it"),
      at(2, "second"),
      new Paragraph({
        text: "Progress",
        heading: HeadingLevel.HEADING_1,
        numbering: { reference: "report", level: 0 },
      }),
      new Paragraph({ text: "Governance", heading: HeadingLevel.HEADING_2 }),
      at(1, "The board meets:"),
      new Paragraph({ text: "monthly", bullet: { level: 0 } }),
      new Table({ rows }),
    ]);
    expect(paragraphs.map(({ number, heading, markdown }) => [number, heading, markdown])).toEqual([
      ["1", "Background", ""],
      ["1.1", null, "The offer is made."],
      ["1.2", null, "Cabinet agreed:"],
      ["1.2(a)", null, "first"],
      ["1.2(a)(i)", null, "in it"],
      ["1.2(b)", null, "second"],
      ["2", "Progress", ""],
      ["2.1", "Governance", "The board meets:\n\n- monthly\n\n| Area | 2016 |\n| ------ | ---- |\n| Dorset | 27 |"],
    ]);
    expect(notes).toEqual(["Its title is left out: the report has a field of its own for it."]);
  });

  it("keeps the numbers that were typed, and does not number them again", async () => {
    const { paragraphs } = await told(
      ["2.12 It is a bid.", "2.13 It is more.", "2.13 It has four."].map((text) => new Paragraph(text)),
    );
    expect(paragraphs.map(({ number }) => number)).toEqual(["2.12", "2.13", "2.13"]);
  });

  it("brings no image, no dangerous link, and says what it left out", async () => {
    const link = (href: string) => new ExternalHyperlink({ children: [new TextRun("here")], link: href });
    const image = new ImageRun({ type: "png", data: PIXEL, transformation: { width: 1, height: 1 } });
    const { markdown, notes } = await told([
      new Paragraph({ children: [link("javascript:alert(1)"), link("https://example.org/")] }),
      new Paragraph({ children: [image] }),
      new Paragraph("<script>alert(1)</script>"),
    ]);
    expect(markdown).toContain("[here](https://example.org/)");
    expect(markdown).not.toMatch(/javascript:|!\[|(?<!\\)<script/);
    expect(notes.join(" ")).toContain("An image was left out.");
  });

  it("has its front sheet told by itself, row by row, as long as it goes on", async () => {
    const sheet = ["Date of Meeting", "Officer", "Executive Summary", "Recommendation"].map((label) =>
      rowOf([label, "Words."]),
    );
    const goesOn = new TableRow({
      children: [
        new TableCell({ verticalMerge: VerticalMergeType.CONTINUE, children: [new Paragraph("")] }),
        new TableCell({ children: [new Paragraph("More."), new Paragraph({ text: "one", bullet: { level: 0 } })] }),
      ],
    });
    const merged = new TableRow({
      children: [
        new TableCell({ verticalMerge: VerticalMergeType.RESTART, children: [new Paragraph("Impact Assessment:")] }),
        new TableCell({ children: [new Paragraph("Budget: None")] }),
      ],
    });
    const last = rowOf(["Officer Contact", "Paul Leivers"]);
    const { markdown, sheet: rows } = await told([
      new Table({ rows: [...sheet, merged, goesOn] }),
      new Table({ rows: [last] }),
      new Paragraph("The text."),
    ]);
    expect(markdown).toBe("The text.");
    expect(rows.map(({ label, text }) => `${label} | ${text}`)).toEqual([
      "Date of Meeting | Words.",
      "Officer | Words.",
      "Executive Summary | Words.",
      "Recommendation | Words.",
      "Impact Assessment: | Budget: None",
      "Impact Assessment: | More.\n\n- one",
      "Officer Contact | Paul Leivers",
    ]);
    const other = await readWord(
      await bytesOf([new Table({ rows: ["Wards", "Cost"].map((label) => rowOf([label, "Words."])) })]),
      ["Wards", "Cost"],
    );
    expect(other).toMatchObject({ markdown: "", sheet: [{ label: "Wards" }, { label: "Cost" }] });
  });

  it("is refused in a sentence where it is none, hides something, or is deeper than any", async () => {
    const asFile = async (bytes: Buffer) => {
      const path = join(tmpdir(), `report-${crypto.randomUUID()}.docx`);
      await writeFile(path, bytes);
      return path;
    };
    const sentence = async (read: Promise<unknown>) => {
      const failure = await read.then(() => null, expectedFailure);
      return failure?.kind === "invalid" ? failure.fields.file?.[0] : failure;
    };
    expect(await sentence(readWordFile(await asFile(Buffer.from("no zip")), []))).toContain("cannot be read");
    expect(await sentence(readWordFile(await asFile(await bytesOf([])), []))).toContain("no text");
    expect(await sentence(readPastedWord("<b><i>".repeat(100_000)))).toContain("cannot be read");
    expect(await readWordFile(await asFile(await bytesOf([new Paragraph("In order.")])), [])).toMatchObject({
      markdown: "In order.",
    });
  }, 30_000);
});

describe("a Word file of somebody with ill will", () => {
  const withText = (content: string, more: { saysSize?: number } = {}) =>
    zipOf({ name: "word/document.xml", content, ...more });
  const XXE = `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;

  it.each([
    ["asks for another file", withText(XXE), "hostile"],
    ["declares entities alone", withText(`<!ENTITY a "aaaa"><w:document/>`), "hostile"],
    ["unpacks to more than any report", withText("a".repeat(26 * 1024 * 1024)), "large"],
    ["lies about how much it unpacks to", withText("a".repeat(100_000), { saysSize: 10 }), "broken"],
    ["has tags within tags without end", withText(`<w:document><w:body>${"<w:sdt>".repeat(200_000)}`), "broken"],
    ["is no XML", withText("<<<>>>"), "broken"],
    ["has no text", zipOf({ name: "word/other.xml", content: "<a/>" }), "broken"],
  ])("one that %s is refused", async (_what, bytes, refusal) => {
    expect(await readWord(bytes)).toEqual({ refusal });
  });
});

describe("text taken out of Word", () => {
  it("keeps headings, numbers, bullets and tables, and nothing that acts", async () => {
    const read = await readPasted(
      `<style>p{}</style><h1>3. Costs</h1><p><span>3.1<span>&nbsp;&nbsp; </span></span>Dear.<script>alert(1)</script></p>
       <p><span>·<span>&nbsp;&nbsp; </span></span>one</p><p onclick="x()"><a href="javascript:x()">two</a></p><img src=x onerror=x()>`,
    );
    expect(read).toEqual({
      markdown: "# 3. Costs\n\n3.1 Dear.\n\n- one\n\ntwo",
      notes: ["Images were left out. Put them up as papers of the item."],
      sheet: [],
    });
  });

  it("whatever it is, is read or refused, with no script in it", async () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<table><tr><td>",
      "<script>x</script>",
      "<a href='javascript:x'>",
      "<li>",
      "(a) ",
      "1.1 T",
      "&#0;",
      "<svg onload=x>",
      "<!--",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join("")),
        ),
        async (html) => {
          const read = await readPasted(html);
          if ("markdown" in read) expect(read.markdown).not.toMatch(/<script|<svg|\]\(javascript:/);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});

describe("numbers in the XML of Word", () => {
  it("are not invented, and nothing that is no XML hangs or fails", () => {
    const piece = fc.constantFrom(
      "<w:pPr>",
      "</w:pPr>",
      "<w:numPr>",
      "</w:numPr>",
      '<w:numId w:val="1"/>',
      '<w:ilvl w:val="9"/>',
      "<",
      ">",
      '"',
      "<!--",
      "<![CDATA[",
      "<w:p>",
      "text",
    );
    const xml = fc.oneof(
      fc.string(),
      fc.array(piece).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(xml, xml, xml, (document, list, styles) => {
        expect([...tagsIn(document)].length).toBeLessThanOrEqual(document.length);
        expect(withNumbers({ document, numbering: list, styles }).document.length).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(withNumbers({ document: "<w:p><w:pPr/>x</w:p>", numbering: "", styles: "" }).document).toBe(
      "<w:p><w:pPr/>x</w:p>",
    );
  });
});
