import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";

/** A name of the PDF format: `name("StructParents")` is /StructParents. */
export const name = (word: string): PDFName => PDFName.of(word);

export const dictOf = (dict: PDFDict, key: string): PDFDict | undefined => {
  const found = dict.lookup(name(key));
  return found instanceof PDFDict ? found : undefined;
};

/** What stands under a key that holds one thing or a list of them, references left as they are. */
export const listOf = (dict: PDFDict, key: string): PDFObject[] => {
  const found = dict.lookup(name(key));
  if (found instanceof PDFArray) return found.asArray();
  const itself = dict.get(name(key));
  return itself ? [itself] : [];
};

export const wordOf = (dict: PDFDict, key: string): string | undefined => {
  const found = dict.lookup(name(key));
  return found instanceof PDFName ? found.decodeText() : undefined;
};

export const numberOf = (dict: PDFDict, key: string): number | undefined => {
  const found = dict.lookup(name(key));
  return found instanceof PDFNumber ? found.asNumber() : undefined;
};

/** A number tree as pairs of key and value, the values as they stand (ISO 32000-1, 7.9.7). */
export const numbersIn = (context: PDFContext, tree: PDFObject | undefined): [number, PDFObject][] =>
  leavesOf(context, tree, "Nums").flatMap(([key, value]) => {
    const number = context.lookup(key);
    return number instanceof PDFNumber ? [[number.asNumber(), value]] : [];
  });

/** The pairs of a name tree or number tree, whichever way it is branched; a branch that leads back to itself is read once. */
export function leavesOf(
  context: PDFContext,
  tree: PDFObject | undefined,
  kind: "Nums" | "Names",
): [PDFObject, PDFObject][] {
  const found: [PDFObject, PDFObject][] = [];
  const seen = new Set<PDFObject>();
  const open = [tree];
  while (open.length > 0) {
    const node = context.lookup(open.pop());
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const pairs = listOf(node, kind);
    for (let at = 0; at + 1 < pairs.length; at += 2) found.push([pairs[at] as PDFObject, pairs[at + 1] as PDFObject]);
    open.push(...listOf(node, "Kids"));
  }
  return found;
}
