import { type PDFContext, PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { listOf, name, wordOf } from "./pdf-names";

/** A document: a file as it is read, or one that is being made. */
type Document = { catalog: PDFDict; context: PDFContext };

/** The keys of dictionaries of which a structure is made ready to be joined to others: see pdf-structure.ts. */
export const ADOPTED = ["StructParents", "StructParent", "ID", "Headers"].map(name);

/** Every element of the structure of a PDF, each once (ISO 32000-1, 14.7.2). */
export function elementsOf({ catalog, context }: Document): PDFDict[] {
  const root = catalog.lookup(name("StructTreeRoot"));
  if (!(root instanceof PDFDict)) return [];
  const found = new Set<PDFDict>();
  const open = listOf(root, "K");
  while (open.length > 0) {
    const element = context.lookup(open.pop());
    if (!(element instanceof PDFDict) || isContent(element) || found.has(element)) continue;
    found.add(element);
    open.push(...listOf(element, "K"));
  }
  return [...found];
}

/** Marked content or an object of a page, which are not elements themselves. */
const isContent = (dict: PDFDict): boolean => ["MCR", "OBJR"].includes(wordOf(dict, "Type") ?? "");

/** Leaves annotations that are gone out of the structure, which would otherwise bring them back. */
export function withoutAnnotations(document: Document, gone: ReadonlySet<PDFObject>): void {
  if (gone.size === 0) return;
  const { context } = document;
  const isGone = (kid: PDFObject): boolean => {
    const dict = context.lookup(kid);
    if (!(dict instanceof PDFDict) || wordOf(dict, "Type") !== "OBJR") return false;
    const object = dict.lookup(name("Obj"));
    return object === undefined || gone.has(object);
  };
  for (const element of elementsOf(document)) {
    const kids = listOf(element, "K");
    const kept = kids.filter((kid) => !isGone(kid));
    if (kept.length === kids.length) continue;
    if (kept.length > 0) element.set(name("K"), context.obj(kept));
    else element.delete(name("K"));
  }
}
