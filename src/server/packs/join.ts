import {
  type PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { dictOf, listOf, name, wordOf } from "./pdf-names";
import { type Bookmark, outline } from "./pdf-outline";
import type { PdfSource } from "./pdf-pages";
import { openPdf } from "./pdf-source";
import { asArtifact, asMarked, drawn, drawOver, linkTo, rectIn, type Sight, StampFont, sightOf } from "./pdf-stamp";
import { PackStructure } from "./pdf-structure";
import { written } from "./pdf-writer";

export type Joined = { pages: number; isTagged: boolean };

/** What a link in the agenda leads to is written as an address here, and becomes a place in the pack. */
export const IN_PACK = "https://pack.invalid/";

/** Where an anchor of the pack is. */
export type Place = { anchor: string; page: number };

export type Finish = {
  title: string;
  council: string;
  /** The agenda, which comes first. */
  front: Uint8Array;
  /** In the order of their pages, with the number of the first. */
  parts: readonly { id: string; from: number; backTo: number }[];
  /** Pages left blank. */
  blanks: readonly number[];
  /** Anchors by which a page is linked to from outside, and from the agenda. */
  places: readonly Place[];
  bookmarks: readonly Bookmark[];
};

/** What the bookmarks, the structure and the links of a pack say. */
const BACK = "Back to the agenda";
const INK = "0.0588 0.298 0.3608";

/**
 * Joins PDFs into a pack: their pages, the structure that makes them readable aloud, links; page numbers over them, bookmarks, links
 * from the agenda to the papers and back. What each part is, and in which order, is said when all are taken in.
 */
export class PackJoiner {
  private readonly taken = new Map<string, { pages: PDFRef[]; part: PDFRef }>();
  private declaresUa = true;

  private constructor(
    private readonly pack: PDFDocument,
    private readonly structure: PackStructure,
    private readonly font: StampFont,
  ) {}

  static async begin(): Promise<PackJoiner> {
    const pack = await PDFDocument.create({ updateMetadata: false });
    return new PackJoiner(pack, new PackStructure(pack.context), await StampFont.into(pack.context));
  }

  /**
   * Takes a PDF in.
   * @throws UnreadablePdf, with nothing of it in the pack
   */
  async take(id: string, title: string, bytes: Uint8Array): Promise<Joined> {
    const source = await openPdf(this.pack.context, bytes);
    const part = this.structure.adopt(source, { title, language: source.language });
    const pages = source.pages.map(({ ref }) => ref);
    this.taken.set(id, { pages, part });
    this.declaresUa &&= source.declaresUa;
    this.takeLayers(source);
    return { pages: pages.length, isTagged: source.isTagged };
  }

  /** The pack, piece by piece. @throws UnreadablePdf where the agenda itself cannot be read */
  async finish({ title, council, front, parts, blanks, places, bookmarks }: Finish): Promise<Iterable<Uint8Array>> {
    const { pages: frontPages } = await this.take(FRONT, "Agenda", front);
    const pages = this.inOrder(frontPages, parts, blanks);
    const at = (page: number) => pages[page - 1] ?? (pages[0] as PDFRef);

    parts.forEach((part) => {
      this.linkBack(at(part.from), this.part(part.id).part, at(part.backTo));
    });
    const blank = new Set(blanks);
    pages.forEach((page, index) => {
      this.number(page, index + 1, blank.has(index + 1));
    });
    this.linkPapers(new Map(places.map(({ anchor, page }) => [anchor, { page, ref: at(page) }])));

    this.structure.finish(this.pack, [this.part(FRONT).part, ...parts.map(({ id }) => this.part(id).part)]);
    outline(this.pack, bookmarks, at);
    this.namePlaces(places, at);
    this.describe(title, council);
    return written(this.pack);
  }

  private part(id: string) {
    const found = this.taken.get(id);
    if (!found) throw new Error("A part of the pack was not taken in.");
    return found;
  }

  /** Puts the pages into one list, which is all the page tree they need. */
  private inOrder(frontPages: number, parts: Finish["parts"], blanks: readonly number[]): PDFRef[] {
    const { context, catalog } = this.pack;
    const byNumber = new Map<number, PDFRef>();
    this.part(FRONT).pages.forEach((page, index) => {
      byNumber.set(index + 1, page);
    });
    for (const { id, from } of parts) {
      this.part(id).pages.forEach((page, index) => {
        byNumber.set(from + index, page);
      });
    }
    const tree = catalog.get(name("Pages")) as PDFRef;
    for (const number of blanks) byNumber.set(number, this.blankPage());
    const last = Math.max(frontPages, ...byNumber.keys());
    const pages = Array.from({ length: last }, (_, index) => {
      const page = byNumber.get(index + 1);
      if (!page) throw new Error(`Page ${index + 1} of the pack belongs to nothing.`);
      return page;
    });
    for (const page of pages) context.lookup(page, PDFDict).set(name("Parent"), tree);
    const root = context.lookup(tree, PDFDict);
    root.set(name("Kids"), context.obj(pages));
    root.set(name("Count"), PDFNumber.of(pages.length));
    return pages;
  }

  private blankPage(): PDFRef {
    const { context } = this.pack;
    return context.register(
      PDFPageLeaf.fromMapWithContext(
        context.obj({ Type: "Page", MediaBox: [0, 0, 595.28, 841.89], Resources: {} }).asMap(),
        context,
      ),
    );
  }

  private number(ref: PDFRef, number: number, isBlank: boolean): void {
    const page = this.pack.context.lookup(ref, PDFDict);
    const sight = sightOf(page);
    const text = { text: `Page ${number}`, size: 9 };
    const stamps = [{ ...text, u: sight.width - 28 - this.font.width(text), v: 16, colour: "0 0 0" }];
    const said = { text: "This page is left blank.", size: 11 };
    const marked = [asArtifact(drawn(this.font, stamps), "Footer")];
    if (isBlank) {
      const centre = {
        ...said,
        u: (sight.width - this.font.width(said)) / 2,
        v: sight.height / 2,
        colour: "0.33 0.36 0.4",
      };
      marked.push(asArtifact(drawn(this.font, [centre])));
    }
    drawOver(page, this.font, sight, marked);
    // Tab goes through links in the order in which they are read (PDF/UA-1, 7.18.3).
    page.set(name("Tabs"), name("S"));
  }

  /** A link at the foot of a paper's first page, which is content of the pack: it has its place in the structure. */
  private linkBack(ref: PDFRef, part: PDFRef, to: PDFRef): void {
    const { context } = this.pack;
    const page = context.lookup(ref, PDFDict);
    const sight = sightOf(page);
    const words = { text: BACK, size: 9, u: 28, v: 16, colour: INK, underlined: true };
    const paragraph = this.structure.add(part, "P", { Pg: ref });
    const element = this.structure.add(paragraph, "Link", { Pg: ref });
    const mark = this.structure.mark(page, element);
    const rect = rectIn(sight, [
      words.u - 3,
      words.v - 4,
      words.u + this.font.width(words) + 3,
      words.v + words.size + 2,
    ]);
    const annotation = linkTo(context, { rect, says: BACK, to: topOf(context.lookup(to, PDFDict), to) });
    annotation.set(name("P"), ref);
    this.structure.own(annotation, element);
    const annotationRef = context.register(annotation);
    page.set(name("Annots"), context.obj([...listOf(page, "Annots"), annotationRef]));
    context.lookup(element, PDFDict).set(name("K"), context.obj([mark, { Type: "OBJR", Pg: ref, Obj: annotationRef }]));
    drawOver(page, this.font, sight, [asMarked(drawn(this.font, [words]), "Link", mark)]);
  }

  /** Turns the links of the agenda that stand for papers into links to their pages. */
  private linkPapers(places: ReadonlyMap<string, { page: number; ref: PDFRef }>): void {
    const { context } = this.pack;
    for (const ref of this.part(FRONT).pages) {
      for (const each of listOf(context.lookup(ref, PDFDict), "Annots")) {
        const link = context.lookup(each);
        const action = link instanceof PDFDict ? dictOf(link, "A") : undefined;
        const address = action?.lookup(name("URI"));
        if (!(link instanceof PDFDict && (address instanceof PDFString || address instanceof PDFHexString))) continue;
        if (!address.decodeText().startsWith(IN_PACK)) continue;
        const place = places.get(decodeURIComponent(address.decodeText().slice(IN_PACK.length)));
        link.delete(name("A"));
        if (!place) continue;
        link.set(name("Dest"), topOf(context.lookup(place.ref, PDFDict), place.ref));
        link.set(name("Contents"), PDFHexString.fromText(`Page ${place.page}`));
      }
    }
  }

  private namePlaces(places: readonly Place[], at: (page: number) => PDFRef): void {
    const { context, catalog } = this.pack;
    const sorted = [...new Map(places.map((place) => [place.anchor, place])).values()].toSorted((a, b) =>
      a.anchor < b.anchor ? -1 : 1,
    );
    const names = sorted.flatMap(({ anchor, page }) => [
      PDFString.of(anchor),
      topOf(context.lookup(at(page), PDFDict), at(page)),
    ]);
    catalog.set(name("Names"), context.obj({ Dests: { Names: names } }));
  }

  /** Layers that a paper hides stay hidden: without this every reader would see them (ISO 32000-1, 8.11.4). */
  private takeLayers(source: PdfSource): void {
    const own = dictOf(source.catalog, "OCProperties");
    if (!own) return;
    const { context, catalog } = this.pack;
    const settings = dictOf(own, "D");
    const all = listOf(own, "OCGs");
    const isOff = wordOf(settings ?? own, "BaseState") === "OFF";
    const said = settings ? listOf(settings, isOff ? "ON" : "OFF") : [];
    const off = isOff ? all.filter((layer) => !said.includes(layer)) : said;
    const kept = dictOf(catalog, "OCProperties") ?? context.obj({ OCGs: [], D: { OFF: [], Order: [] } });
    const add = (to: PDFDict, key: string, layers: readonly PDFObject[]) =>
      to.set(name(key), context.obj([...listOf(to, key), ...layers]));
    add(kept, "OCGs", all);
    const shown = dictOf(kept, "D") ?? context.obj({});
    // PDF/UA-1, 7.10: each setting of layers has a name.
    shown.set(name("Name"), PDFString.of("Papers"));
    add(shown, "OFF", off);
    kept.set(name("D"), shown);
    catalog.set(name("OCProperties"), kept);
  }

  private describe(title: string, council: string): void {
    const { context, catalog } = this.pack;
    this.pack.setTitle(title, { showInWindowTitleBar: true });
    this.pack.setAuthor(council);
    this.pack.setProducer("Scrutineer");
    catalog.set(name("Lang"), PDFString.of("en-GB"));
    catalog.set(name("PageMode"), name("UseOutlines"));
    const metadata = context.stream(xmp(title, council, this.declaresUa), { Type: "Metadata", Subtype: "XML" });
    catalog.set(name("Metadata"), context.register(metadata));
  }
}

const FRONT = "front";

/** The top of a page, as large as it is shown now. */
const topOf = (page: PDFDict, ref: PDFRef): PDFArray => {
  const sight: Sight = sightOf(page);
  const [left = 0, , , top = 0] = rectIn(sight, [0, 0, sight.width, sight.height]);
  return page.context.obj([ref, PDFName.of("XYZ"), Math.round(left), Math.round(top), null]);
};

/** Says what it is, and that it keeps to PDF/UA-1 where every part of it says so too. */
function xmp(title: string, council: string, declaresUa: boolean): Uint8Array {
  const ua = declaresUa ? "<pdfuaid:part>1</pdfuaid:part>" : "";
  return new TextEncoder().encode(`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(council)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>${ua}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`);
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
