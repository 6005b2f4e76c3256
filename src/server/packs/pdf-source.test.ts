import { PDFContext, PDFDict, PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { typeset } from "@/server/documents/typst";
import { readPdf } from "./pdf-reader";
import { NotPlain } from "./pdf-scanner";
import { openPdf } from "./pdf-source";
import { elementsOf } from "./pdf-structure-walk";

const SOURCE = `
#set document(title: "A paper", date: none)
#set text(lang: "en")
= A paper
#table(columns: 2, table.header[Year][Asked], [2015], [12])
#pagebreak()
== Its end`;
const asSet = Buffer.from(typeset(SOURCE, {}).bytes);
const rewritten = (change: (file: string) => string) => Buffer.from(change(asSet.toString("latin1")), "latin1");

/** What reading comes to: pages, elements of structure, the language. */
async function read(bytes: Uint8Array) {
  const source = await openPdf(PDFContext.create(), bytes);
  return { pages: source.pages.length, elements: elementsOf(source).length, language: source.language };
}

const isPlain = (bytes: Buffer): boolean => {
  try {
    return readPdf(PDFContext.create(), bytes, new Set()).refs.length > 0;
  } catch (error) {
    if (error instanceof NotPlain) return false;
    throw error;
  }
};

const whole = await PDFDocument.load(asSet, { updateMetadata: false });
const packed = Buffer.from(await whole.save({ useObjectStreams: true }));

describe("a PDF is read the same", () => {
  const expected = { pages: 2, elements: elementsOf(whole).length, language: "en" };

  it.each([
    ["as it was set", asSet],
    ["with its objects packed", packed],
    ["with a length that is said wrongly", rewritten((file) => file.replace(/\/Length \d+/g, "/Length 7"))],
    ["with remarks between its parts", rewritten((file) => file.replaceAll("endobj\n", "endobj % a remark\n\n"))],
  ])("%s, at once", async (_, bytes) => {
    expect(isPlain(bytes)).toBe(true);
    expect(await read(bytes)).toEqual(expected);
  });

  it.each([
    ["with more space than it needs", rewritten((file) => file.replace(/\/Pages (\d+) 0 R/, "/Pages $1  0  R"))],
    ["after something that is no PDF", Buffer.concat([Buffer.from("mailed\r\n"), asSet])],
  ])("%s, with patience", async (_, bytes) => {
    expect(isPlain(bytes)).toBe(false);
    expect(await read(bytes)).toEqual(expected);
  });

  it("by what was added to its end last", async () => {
    const [, number = ""] = /(\d+) 0 obj\s*<<[^>]*\/Type \/Page\b/.exec(asSet.toString("latin1")) ?? [];
    const page = whole.context.lookup(whole.getPage(0).ref, PDFDict).clone();
    page.set(PDFName.of("Rotate"), PDFNumber.of(90));
    const added = Buffer.concat([asSet, Buffer.from(`\n${number} 0 obj\n${page}\nendobj\n`, "latin1")]);
    const { pages } = await openPdf(PDFContext.create(), added);
    expect(pages.map(({ node }) => String(node.get(PDFName.of("Rotate"))))).toContain("90");
  });
});

describe("what a page inherits", () => {
  it("is its own in a pack", async () => {
    const pdf = await PDFDocument.create();
    const { node } = pdf.addPage([300, 200]);
    const branch = pdf.context.lookup(node.get(PDFName.of("Parent")), PDFDict);
    branch.set(PDFName.of("MediaBox"), node.get(PDFName.of("MediaBox")) as never);
    branch.set(PDFName.of("Rotate"), PDFNumber.of(180));
    node.delete(PDFName.of("MediaBox"));
    const [page] = (await openPdf(PDFContext.create(), await pdf.save())).pages;
    expect([page?.node.get(PDFName.of("MediaBox")), page?.node.get(PDFName.of("Rotate"))].map(String)).toEqual([
      "[ 0 0 300 200 ]",
      "180",
    ]);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["pages that lead back to themselves", "/Kids [$1 0 R]"],
    ["pages that are not there", "/Kids [99999 0 R]"],
  ])("is a file of %s", async (_, kids) => {
    const looped = rewritten((file) => {
      const [, number = ""] = /(\d+) 0 obj\s*<<\s*\/Type \/Pages/.exec(file) ?? [];
      return file.replace(/\/Kids \[[^\]]*\]/, kids.replace("$1", number));
    });
    await expect(openPdf(PDFContext.create(), looped)).rejects.toMatchObject({ why: "broken" });
  });

  it("is one that nests deeper than anybody reads", async () => {
    const deep = rewritten((file) => file.replace("/Type /Catalog", `/Type /Catalog /Deep ${"[".repeat(100_000)}`));
    await expect(openPdf(PDFContext.create(), deep)).rejects.toMatchObject({ why: "broken" });
  });

  it("is one that is locked", async () => {
    const pdf = await PDFDocument.load(asSet, { updateMetadata: false });
    pdf.encrypt({ userPassword: "open", ownerPassword: "sesame" });
    await expect(openPdf(PDFContext.create(), await pdf.save())).rejects.toMatchObject({ why: "encrypted" });
  });
});
