import { note, type PrintedDocument, type PrintSize } from "@/domain/documents/document";
import { partable } from "@/domain/documents/printable";
import { readyToPrint } from "@/domain/documents/ready-to-print";
import { PDF_TEMPLATE } from "./pdf-template";
import { forgetOldDocuments, type Typeset, typeset } from "./typst";

export type PdfOptions = {
  size: PrintSize;
  /** Where the council's site is: its own addresses lead there. */
  site?: string | undefined;
  /** Title and "page n of m" at the foot; off where the pages get another numbering. */
  footer?: boolean | undefined;
};

export type RenderedPdf = {
  bytes: Uint8Array;
  pages: number;
  /** The page, counted from 1, on which each anchor of the document stands. */
  places: Map<string, number>;
};

/**
 * A document as a tagged PDF, checked against PDF/UA-1. The same document is always the same bytes. It takes the processor for as
 * long as it takes (a hundred pages: see docs/performance.md), so the web server asks for it through typesetting.ts.
 * @throws Error with Typst's own words when it cannot be made
 */
export function renderPdf(document: PrintedDocument, { size, site, footer = true }: PdfOptions): RenderedPdf {
  const set = withWhatCanBeSet(document, site, (ready) =>
    typeset(PDF_TEMPLATE, { document: JSON.stringify(ready), size, footer: footer ? "yes" : "no" }),
  );
  const [places] = set.said("places") as [[string, number][]];
  forgetOldDocuments();
  return { bytes: set.bytes, pages: set.pages, places: new Map(places) };
}

const STANDS_FOR_IT = "[?]";
const MOST_ATTEMPTS = 6;
/** Letters and signs that our typefaces have. */
const PLAIN = /^[\n\t\u0020-\u017f\u200b\u2010-\u2027\u20ac]$/u;

/**
 * PDF/UA-1 refuses a character that no typeface has. Each such is set as a mark, and the document says what the mark is; where the
 * machine has typefaces with more characters, there are fewer.
 */
function withWhatCanBeSet(
  document: PrintedDocument,
  site: string | undefined,
  set: (ready: PrintedDocument) => Typeset,
): Typeset {
  const missing = new Set<string>();
  for (let attempt = 1; ; attempt++) {
    // What was not named well enough by then goes with everything else that is not plain.
    const spelt = (text: string) =>
      Array.from(text, (each) =>
        !PLAIN.test(each) && (missing.has(each) || attempt === MOST_ATTEMPTS) ? STANDS_FOR_IT : each,
      ).join("");
    try {
      if (attempt === 1) return set(readyToPrint(document, site, partable));
      return set(readyToPrint(withNote(document), site, (text) => spelt(partable(text))));
    } catch (error) {
      const named = namedIn(error);
      if (named === null || attempt === MOST_ATTEMPTS) throw error;
      for (const each of named) missing.add(each);
    }
  }
}

const withNote = (document: PrintedDocument): PrintedDocument => ({
  ...document,
  blocks: [
    ...document.blocks,
    note(`${STANDS_FOR_IT} stands for a character that this file cannot show. The page it was made from has it.`),
  ],
});

/** The characters that Typst says it has nothing for; null for any other complaint. */
function namedIn(error: unknown): string[] | null {
  const said = error instanceof Error ? error.message : String(error);
  if (!said.includes("could not be displayed")) return null;
  const texts = [...said.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(([, text = ""]) => text);
  return texts.flatMap((text) =>
    Array.from(
      text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    ),
  );
}
