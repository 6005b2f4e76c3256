import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFObjectCopier,
  PDFRawStream,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { typeset } from "@/server/documents/typst";
import { dictOf, listOf, name, numberOf } from "./pdf-names";

/** Words on a page that are no part of its paper. */
type Words = { text: string; size: number };

/** Everything that is ever stamped, so that the typeface has it. */
const CHARACTERS = "Page 0123456789 Back to the agenda This page is left blank.";

/**
 * The typeface of what is stamped on pages. It is taken from a page that Typst sets, embedded and with its characters named, because
 * PDF/UA-1 wants both (7.21) and none of the standard typefaces has them.
 */
export class StampFont {
  private constructor(
    readonly ref: PDFRef,
    private readonly codes: ReadonlyMap<string, number>,
    private readonly widths: ReadonlyMap<number, number>,
  ) {}

  static async into(context: PDFContext): Promise<StampFont> {
    const { bytes } = typeset(SAMPLE, { characters: CHARACTERS });
    const sample = await PDFDocument.load(bytes, { updateMetadata: false });
    const fonts = dictOf(sample.getPage(0).node.lookup(name("Resources"), PDFDict), "Font");
    const [ref] = fonts?.values() ?? [];
    const font = sample.context.lookup(ref);
    if (!ref || !(font instanceof PDFDict)) throw new Error("The typeface for page numbers is not in its sample.");
    const copy = PDFObjectCopier.for(sample.context, context).copy(ref) as PDFRef;
    return new StampFont(copy, codesOf(font), widthsOf(font));
  }

  /** The operand that shows the words. */
  encoded = ({ text }: Words): string =>
    `<${[...text].map((character) => this.code(character).toString(16).padStart(4, "0")).join("")}>`;

  /** How wide they are, in points. */
  width = ({ text, size }: Words): number =>
    ([...text].reduce((sum, character) => sum + (this.widths.get(this.code(character)) ?? 0), 0) * size) / 1000;

  private code(character: string): number {
    const code = this.codes.get(character);
    if (code === undefined) throw new Error(`“${character}” is not among the characters that are stamped.`);
    return code;
  }
}

const SAMPLE = `
#set document(title: "Page numbers", date: none)
#set text(lang: "en", font: ("Atkinson Hyperlegible Next", "Libertinus Serif"), ligatures: false, kerning: false)
#sys.inputs.characters
`;

/** Which code shows which character, by the font's own table to Unicode. */
function codesOf(font: PDFDict): Map<string, number> {
  const table = font.lookup(name("ToUnicode"));
  if (!(table instanceof PDFRawStream)) return new Map();
  const words = Buffer.from(decodePDFRawStream(table).decode()).toString("latin1");
  return new Map(
    [...words.matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4})>/g)].map(([, code = "", character = ""]) => [
      String.fromCharCode(Number.parseInt(character, 16)),
      Number.parseInt(code, 16),
    ]),
  );
}

/** Widths in thousandths, from /W: "first last width" or "first [width width …]" (ISO 32000-1, 9.7.4.3). */
function widthsOf(font: PDFDict): Map<number, number> {
  const [descendant] = listOf(font, "DescendantFonts").map((each) => font.context.lookup(each, PDFDict));
  const widths = new Map<number, number>();
  const entries = descendant ? listOf(descendant, "W").map((each) => font.context.lookup(each)) : [];
  for (let at = 0; at < entries.length; ) {
    const [first, second, third] = [entries[at], entries[at + 1], entries[at + 2]];
    if (second instanceof PDFArray) {
      second.asArray().forEach((width, index) => {
        widths.set(Number(first) + index, Number(String(width)));
      });
      at += 2;
    } else {
      for (let code = Number(String(first)); code <= Number(String(second)); code++)
        widths.set(code, Number(String(third)));
      at += 3;
    }
  }
  return widths;
}

/** A page as its reader sees it: turned upright, cut to what is shown, in points. */
export type Sight = {
  width: number;
  height: number;
  /** From what the reader sees, measured from the lower left, to the page's own space. */
  matrix: readonly [number, number, number, number, number, number];
};

export function sightOf(page: PDFDict): Sight {
  const unit = numberOf(page, "UserUnit") ?? 1;
  const [x0, y0, x1, y1] = boxOf(page);
  const turned = (((numberOf(page, "Rotate") ?? 0) % 360) + 360) % 360;
  const [width, height] = turned % 180 === 0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
  const s = 1 / unit;
  const matrix = (
    {
      0: [s, 0, 0, s, x0, y0],
      90: [0, s, -s, 0, x1, y0],
      180: [-s, 0, 0, -s, x1, y1],
      270: [0, -s, s, 0, x0, y1],
    } as const
  )[turned as 0 | 90 | 180 | 270] ?? [s, 0, 0, s, x0, y0];
  return { width: width * unit, height: height * unit, matrix };
}

const A4 = [0, 0, 595.28, 841.89] as const;

function boxOf(page: PDFDict): readonly [number, number, number, number] {
  const box = listOf(page, page.has(name("CropBox")) ? "CropBox" : "MediaBox").map((each) =>
    Number(String(page.context.lookup(each))),
  );
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = box;
  if (![a, b, c, d].every(Number.isFinite) || a === c || b === d) return A4;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** A rectangle that the reader sees, in the page's own space. */
export function rectIn({ matrix: [a, b, c, d, e, f] }: Sight, [u0, v0, u1, v1]: readonly number[]): number[] {
  const xs = [u0, u1].flatMap((u = 0) => [v0, v1].map((v = 0) => a * u + c * v + e));
  const ys = [u0, u1].flatMap((u = 0) => [v0, v1].map((v = 0) => b * u + d * v + f));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** What is drawn over a page, in what its reader sees. */
export type Stamp = Words & { u: number; v: number; colour: string; underlined?: boolean };

/** Operators that draw the words on a white ground, so that they are legible over whatever the page shows. */
export function drawn(font: StampFont, stamps: readonly Stamp[]): string {
  return stamps
    .map((stamp) => {
      const { u, v, size, colour, underlined } = stamp;
      const width = font.width(stamp);
      return [
        `1 g ${n(u - 3)} ${n(v - 3)} ${n(width + 6)} ${n(size + 4)} re f`,
        `${colour} rg`,
        `BT /${KEY} ${size} Tf 1 0 0 1 ${n(u)} ${n(v)} Tm ${font.encoded(stamp)} Tj ET`,
        ...(underlined ? [`${n(u)} ${n(v - 1.6)} ${n(width)} 0.6 re f`] : []),
      ].join("\n");
    })
    .join("\n");
}

const KEY = "ScrutineerStamp";

/** Puts operators over a page, whatever state its own content leaves behind. */
export function drawOver(page: PDFDict, font: StampFont, { matrix }: Sight, marked: readonly string[]): void {
  const { context } = page;
  const own = listOf(page, "Contents");
  const over = `Q\n${marked.map((each) => `q ${matrix.map(n).join(" ")} cm\n${each}\nQ`).join("\n")}\n`;
  page.set(
    name("Contents"),
    context.obj([context.register(context.stream("q\n")), ...own, context.register(context.stream(over))]),
  );
  const resources = entry(page, "Resources");
  entry(resources, "Font").set(name(KEY), font.ref);
}

/** The dictionary under a key, made where there is none. */
function entry(of: PDFDict, key: string): PDFDict {
  const found = dictOf(of, key);
  if (found) return found;
  const made = of.context.obj({});
  of.set(name(key), made);
  return made;
}

/** Content that is no part of the paper, and not read aloud with it. */
export const asArtifact = (operators: string, subtype?: "Footer"): string =>
  `/Artifact <</Type /Pagination${subtype ? ` /Subtype /${subtype}` : ""}>> BDC\n${operators}\nEMC`;

export const asMarked = (operators: string, tag: string, mark: number): string =>
  `/${tag} <</MCID ${mark}>> BDC\n${operators}\nEMC`;

/** A link within the pack. */
export const linkTo = (
  context: PDFContext,
  { rect, says, to }: { rect: number[]; says: string; to: PDFObject },
): PDFDict =>
  context.obj({
    Type: "Annot",
    Subtype: "Link",
    Rect: rect.map(rounded),
    Border: [0, 0, 0],
    F: 4,
    Contents: PDFHexString.fromText(says),
    Dest: to,
  });

const rounded = (value: number): number => Math.round(value * 100) / 100;
const n = (value: number): string => String(rounded(value) || 0);
