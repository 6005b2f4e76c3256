import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { typeset } from "@/server/documents/typst";
import { type Finish, PackJoiner } from "./join";
import { openPdf } from "./pdf-source";
import { rectIn, sightOf } from "./pdf-stamp";
import { elementsOf } from "./pdf-structure-walk";

const name = (word: string) => PDFName.of(word);
const tagged = (title: string, source = "") =>
  typeset(`#set document(title: "${title}", date: none)\n#set text(lang: "en")\n= ${title}\n${source}`, {}).bytes;

/** Joins these after an agenda of one page. */
async function join(...papers: Uint8Array[]): Promise<PDFDocument> {
  const joiner = await PackJoiner.begin();
  const parts: Finish["parts"][number][] = [];
  let from = 2;
  for (const [index, paper] of papers.entries()) {
    const { pages } = await joiner.take(`p${index}`, `Paper ${index}`, paper);
    parts.push({ id: `p${index}`, from, backTo: 1 });
    from += pages;
  }
  const bytes = await joiner.finish({
    ...{ title: "A pack", council: "A council", front: tagged("Agenda"), parts, blanks: [], places: [] },
    bookmarks: [{ title: "Agenda", page: 1, under: [] }],
  });
  return PDFDocument.load(Buffer.concat([...bytes]), { updateMetadata: false });
}

/** Everything in it, unpacked. */
const everything = (pdf: PDFDocument): string =>
  pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream
        ? `${object.dict}\n${Buffer.from(decodePDFRawStream(object).decode()).toString("latin1")}`
        : String(object),
    )
    .join("\n");

/** A PDF of one page to which something is done. */
async function onePage(change: (pdf: PDFDocument) => unknown): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([400, 600]).drawText("One page");
  await change(pdf);
  return pdf.save();
}

const annotation = (pdf: PDFDocument, entries: Record<string, unknown>) =>
  pdf
    .getPage(0)
    .node.addAnnot(
      pdf.context.register(
        pdf.context.obj({ Type: "Annot", Rect: [10, 10, 60, 30], ...entries } as Parameters<
          typeof pdf.context.obj
        >[0]) as PDFObject,
      ),
    );

describe("what comes with an uploaded PDF into a pack", () => {
  it("is nothing that acts, opens, is attached, or was nobody's business", async () => {
    const pdf = await join(
      await onePage(async (source) => {
        source.addJavaScript("main", "app.alert('script-of-a-stranger')");
        await source.attach(new TextEncoder().encode("attached-words"), "attached.txt", {});
        source.setTitle("title-of-the-file");
        source.setAuthor("author-of-the-file");
        const { context, catalog } = source;
        catalog.set(name("OpenAction"), context.obj({ S: "JavaScript", JS: PDFString.of("opened-by-itself") }));
        source
          .getPage(0)
          .node.set(name("AA"), context.obj({ O: { S: "JavaScript", JS: PDFString.of("page-script") } }));
        source.getPage(0).node.set(name("PieceInfo"), context.obj({ App: { Private: PDFString.of("private-data") } }));
        annotation(source, { Subtype: "Text", Contents: PDFString.of("note-in-the-margin") });
        annotation(source, { Subtype: "FileAttachment", FS: { EF: {}, F: PDFString.of("attached-to-the-page") } });
        annotation(source, { Subtype: "Link", A: { S: "JavaScript", JS: PDFString.of("script-of-a-link") } });
        annotation(source, { Subtype: "Link", A: { S: "Launch", F: PDFString.of("program-to-launch") } });
        annotation(source, { Subtype: "Link", A: { S: "URI", URI: PDFString.of("javascript:address") } });
        annotation(source, {
          Subtype: "Highlight",
          T: PDFString.of("who-highlighted"),
          Contents: PDFString.of("kept"),
        });
      }),
    );
    const words = everything(pdf);
    for (const gone of [
      ...["script-of-a-stranger", "attached-words", "title-of-the-file", "author-of-the-file", "opened-by-itself"],
      ...["page-script", "private-data", "note-in-the-margin", "attached-to-the-page", "script-of-a-link"],
      ...["program-to-launch", "javascript:", "who-highlighted", "/JavaScript", "/Launch", "/EmbeddedFile"],
    ])
      expect(words).not.toContain(gone);
    expect(words).toContain("(kept)");
  });

  it("is a field as it was filled in, which is a field no more", async () => {
    const pdf = await join(
      await onePage((source) => {
        const field = source.getForm().createTextField("cost");
        field.setText("4711 pounds");
        field.addToPage(source.getPage(0), { x: 50, y: 50, width: 100, height: 20 });
      }),
    );
    const [field] = (pdf.getPage(1).node.Annots() as PDFArray)
      .asArray()
      .map((each) => pdf.context.lookup(each, PDFDict));
    expect(field?.get(name("Subtype"))).toBe(name("Stamp"));
    expect(field?.lookup(name("Contents"), PDFHexString).decodeText()).toBe("4711 pounds");
    expect(pdf.catalog.has(name("AcroForm"))).toBe(false);
  });

  it("are its links, to the web and within it, by whatever name they are told", async () => {
    const pdf = await join(
      await onePage((source) => {
        source.addPage([400, 600]);
        const second = source.getPage(1).ref;
        source.catalog.set(
          name("Names"),
          source.context.obj({ Dests: { Names: [PDFString.of("there"), [second, "Fit"]] } }),
        );
        annotation(source, { Subtype: "Link", A: { S: "URI", URI: PDFString.of("https://example.org/a(b)?c=%20d") } });
        annotation(source, { Subtype: "Link", Dest: PDFString.of("there") });
        annotation(source, { Subtype: "Link", A: { S: "GoTo", D: PDFString.of("nowhere") } });
      }),
    );
    const links = (pdf.getPage(1).node.Annots() as PDFArray).asArray().map((each) => pdf.context.lookup(each, PDFDict));
    expect(links).toHaveLength(3);
    const [web, within, back] = links as [PDFDict, PDFDict, PDFDict];
    expect(web.lookup(name("A"), PDFDict).lookup(name("URI"), PDFHexString).decodeText()).toBe(
      "https://example.org/a(b)?c=%20d",
    );
    expect(within.lookup(name("Dest"), PDFArray).get(0)).toBe(pdf.getPage(2).ref);
    expect(back.lookup(name("Dest"), PDFArray).get(0)).toBe(pdf.getPage(0).ref);
  });

  it("is a layer as hidden as it was", async () => {
    const pdf = await join(
      await onePage(({ context, catalog }) => {
        const [shown, hidden] = ["Shown", "Hidden"].map((title) =>
          context.register(context.obj({ Type: "OCG", Name: PDFString.of(title) })),
        ) as [PDFRef, PDFRef];
        catalog.set(name("OCProperties"), context.obj({ OCGs: [shown, hidden], D: { OFF: [hidden] } }));
      }),
    );
    const layers = pdf.catalog.lookup(name("OCProperties"), PDFDict);
    expect(layers.lookup(name("OCGs"), PDFArray).size()).toBe(2);
    const off = layers.lookup(name("D"), PDFDict).lookup(name("OFF"), PDFArray);
    expect(off.asArray().map((each) => String(pdf.context.lookup(each, PDFDict).get(name("Name"))))).toEqual([
      "(Hidden)",
    ]);
  });

  it("is a role that means something else elsewhere, under another name", async () => {
    const withRole = async (target: string) => {
      const source = await PDFDocument.load(tagged(`As ${target}`), { updateMetadata: false });
      const root = source.catalog.lookup(name("StructTreeRoot"), PDFDict);
      root.set(name("RoleMap"), source.context.obj({ Own: target }));
      for (const element of elementsOf(source))
        if (element.get(name("S")) === name("H1")) element.set(name("S"), name("Own"));
      return source.save();
    };
    const pdf = await join(await withRole("H1"), await withRole("P"));
    const roles = pdf.catalog.lookup(name("StructTreeRoot"), PDFDict).lookup(name("RoleMap"), PDFDict);
    const used = elementsOf(pdf).flatMap((element) => {
      const role = element.lookup(name("S"), PDFName);
      return role.decodeText().startsWith("Own") ? [String(roles.get(role))] : [];
    });
    expect(used.sort()).toEqual(["/H1", "/P"]);
  });
});

describe("the pack", () => {
  it("says that it keeps to PDF/UA-1 where every part does, and does not where one has no tags", async () => {
    const said = async (pdf: PDFDocument) => everything(pdf).includes("<pdfuaid:part>1</pdfuaid:part>");
    expect(await said(await join(tagged("A"), tagged("B")))).toBe(true);
    expect(await said(await join(tagged("A"), await onePage(() => {})))).toBe(false);
  });

  it("is the same bytes for the same papers", async () => {
    const [a, b] = [await join(tagged("A")), await join(tagged("A"))];
    expect(Buffer.from(await a.save()).equals(Buffer.from(await b.save()))).toBe(true);
  });

  it("refuses what is no PDF, and what is cut off", async () => {
    await expect(openPdf(PDFContext.create(), new TextEncoder().encode("no PDF"))).rejects.toMatchObject({
      why: "broken",
    });
    await expect(openPdf(PDFContext.create(), tagged("Cut off").slice(0, 2000))).rejects.toMatchObject({
      why: "broken",
    });
  });
});

describe("a page as its reader sees it", () => {
  const page = async (turned: number) => {
    const pdf = await PDFDocument.create();
    const { node } = pdf.addPage([600, 400]);
    node.set(name("Rotate"), pdf.context.obj(turned));
    node.set(name("CropBox"), pdf.context.obj([100, 50, 500, 350]));
    return sightOf(node);
  };

  it.each([
    [0, [400, 300], [100, 50, 110, 70]],
    [90, [300, 400], [480, 50, 500, 60]],
    [180, [400, 300], [490, 330, 500, 350]],
    [270, [300, 400], [100, 340, 120, 350]],
    [-90, [300, 400], [100, 340, 120, 350]],
  ])("turned by %i is %j large, and its lower left is at %j", async (turned, size, corner) => {
    const sight = await page(turned);
    expect([sight.width, sight.height]).toEqual(size);
    expect(rectIn(sight, [0, 0, 10, 20])).toEqual(corner);
  });
});
