import { type Block, heading, link, note, type PrintedDocument, paragraph, strong } from "@/domain/documents/document";
import { renderPdf } from "@/server/documents/pdf";
import { typeset } from "@/server/documents/typst";

/** What stands in a pack where a paper does not. */
export type StandIn = {
  council: string;
  title: string;
  /** A paragraph each; the first stands out. */
  lines: readonly string[];
  /** Where what is meant is to be had instead. */
  link?: { to: string; says: string } | undefined;
  pages: number;
};

/** Long enough for any reason that is given, short enough for one page. */
const MOST_CHARACTERS = 1200;

/** So many pages that say what stands in their place, the first of them in full. Tagged, and checked against PDF/UA-1. */
export function standInPages(standIn: StandIn): Uint8Array {
  const made = renderPdf(asDocument(standIn, standIn.lines), { size: "normal", footer: false });
  if (made.pages === standIn.pages) return made.bytes;
  const shorter = standIn.lines.map((line) => cut(line, MOST_CHARACTERS / standIn.lines.length));
  const title = cut(standIn.title, 200);
  return renderPdf(asDocument({ ...standIn, title }, shorter), { size: "normal", footer: false }).bytes;
}

function asDocument({ council, title, link: elsewhere, pages }: StandIn, lines: readonly string[]): PrintedDocument {
  const [first = "", ...more] = lines;
  const blocks: Block[] = [
    { kind: "note", blocks: [paragraph(strong(first)), ...more.map((line) => paragraph(line))] },
    ...(elsewhere ? [paragraph(link(elsewhere.to, elsewhere.says))] : []),
  ];
  for (let number = 2; number <= pages; number++) {
    blocks.push({ kind: "page break" }, heading(1, `${title}, page ${number} of ${pages}`), note(first));
  }
  return { title, council, kicker: council, facts: [], language: "en-GB", blocks };
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, Math.floor(most)).toWellFormed()}…` : text;

/** A page that shows an image, and says what it shows to whoever hears it. @throws Error for one that cannot be drawn */
export function imagePage(image: { title: string; says: string; bytes: Uint8Array; mediaType: string }): Uint8Array {
  const { title, says, mediaType, bytes } = image;
  const name = `image.${mediaType.split("/")[1]}`;
  const set = (words: (text: string) => string) =>
    typeset(IMAGE, { page: JSON.stringify({ title: words(title), says, name }) }, { [name]: bytes }).bytes;
  try {
    return set((text) => text);
  } catch {
    // A character that no typeface here has is all that a title can do wrong.
    return set((text) => text.replace(/[^\u0020-\u024f]/gu, "?"));
  }
}

const IMAGE = `
#let page = json(bytes(sys.inputs.page))
#set document(title: page.title, date: none)
#set text(lang: "en", region: "GB", size: 12pt, font: ("Atkinson Hyperlegible Next", "Libertinus Serif"))
#set std.page(paper: "a4", margin: (x: 25mm, top: 25mm, bottom: 25mm))
#show heading.where(level: 1): set text(size: 18pt, weight: "bold")
#heading(level: 1, page.title)
#image(page.name, alt: page.says, width: 100%, height: 200mm, fit: "contain")
`;
