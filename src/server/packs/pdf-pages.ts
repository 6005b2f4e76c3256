import { type PDFContext, PDFDict, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { dictOf, listOf, name } from "./pdf-names";

/** A page, and where it is. */
export type Page = { ref: PDFRef; node: PDFDict };

/** A PDF that was read into a pack, without anything in it that acts, is attached, or is nobody's business. */
export type PdfSource = {
  context: PDFContext;
  /** Its own, which is not the pack's. */
  catalog: PDFDict;
  refs: readonly PDFRef[];
  /** The dictionaries with a key that somebody looks for, and where they are: whoever looks need not go through all there are. */
  watched: ReadonlyMap<PDFDict, PDFRef | null>;
  pages: readonly Page[];
  /** Says what its text is and in which order: marked, and with a structure (ISO 32000-1, 14.7 and 14.8). */
  isTagged: boolean;
  /** Says of itself that it keeps to PDF/UA-1. */
  declaresUa: boolean;
  language: string | undefined;
};

/** What a page has from the branches that it hangs from, where it says nothing itself (ISO 32000-1, 7.7.3.4). */
const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"].map(name);

type Branch = { kid: PDFObject; inherited: ReadonlyMap<(typeof INHERITED)[number], PDFObject> };

/**
 * The pages of a document in their order, each with what it inherits.
 * @throws RangeError where a branch of the tree leads back to itself
 */
export function pagesOf(context: PDFContext, catalog: PDFDict): Page[] {
  const root = dictOf(catalog, "Pages");
  if (!root) return [];
  const pages: Page[] = [];
  const seen = new Set<PDFDict>();
  const open: Branch[] = [{ kid: root, inherited: new Map() }];
  for (let next = open.pop(); next; next = open.pop()) {
    const node = context.lookup(next.kid);
    if (!(node instanceof PDFDict)) continue;
    if (!node.has(name("Kids"))) {
      if (node !== root) pages.push(page(context, next, node));
      continue;
    }
    if (seen.has(node)) throw new RangeError("The pages lead back to themselves.");
    seen.add(node);
    const inherited = new Map(next.inherited);
    for (const key of INHERITED) {
      const value = node.get(key);
      if (value) inherited.set(key, value);
    }
    open.push(
      ...listOf(node, "Kids")
        .map((kid) => ({ kid, inherited }))
        .reverse(),
    );
  }
  return pages;
}

function page(context: PDFContext, { kid, inherited }: Branch, node: PDFDict): Page {
  for (const [key, value] of inherited) if (!node.has(key)) node.set(key, value);
  return { ref: kid instanceof PDFRef ? kid : context.register(node), node };
}
