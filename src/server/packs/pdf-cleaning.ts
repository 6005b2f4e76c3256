import { PDFArray, type PDFContext, PDFDict, type PDFName, type PDFObject, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { cleanAnnotations } from "./pdf-annotations";
import { name } from "./pdf-names";
import type { PdfSource } from "./pdf-pages";
import { withoutAnnotations } from "./pdf-structure-walk";

/**
 * Takes out of a PDF what acts by itself, carries files along, or says more than the page shows: scripts, actions of pages and
 * fields, attachments, previews, the private data of the program that made it, descriptions of its pictures. A pack is written with
 * what its pages lead to, so that what is left out here is not in it, neither in view nor hidden.
 */
export function clean(source: PdfSource): void {
  const { watched, context, refs } = source;
  const named = tablesOfNames(watched.keys());
  for (const dict of watched.keys()) {
    if (named.has(dict)) continue;
    for (const key of LEFT_OUT) dict.delete(key);
  }
  for (const ref of refs) {
    const stream = context.lookup(ref);
    if (stream instanceof PDFStream) for (const key of KEPT_ELSEWHERE) stream.dict.delete(key);
  }
  for (const { node } of source.pages) for (const key of LEFT_OUT_OF_PAGES) node.delete(key);
  withoutAnnotations(source, cleanAnnotations(source));
}

const LEFT_OUT = [
  ...["AA", "OpenAction", "JS", "JavaScript", "XFA"],
  ...["AF", "EF", "EmbeddedFiles", "RichMediaContent", "RichMediaSettings"],
  ...["Metadata", "PieceInfo", "LastModified", "Thumb", "Alternates", "OPI"],
].map(name);
const LEFT_OUT_OF_PAGES = ["B", "Trans", "Dur", "PresSteps", "Hid", "DPart"].map(name);
/** A stream whose bytes lie in another file. */
const KEPT_ELSEWHERE = ["F", "FFilter", "FDecodeParms"].map(name);

/** Dictionaries whose keys are names that somebody chose, among which /JS may be a typeface. */
const TABLES = [
  ...["Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties"],
  ...["CharProcs", "RoleMap", "ClassMap", "Colorants", "Dests", "N", "D", "R"],
].map(name);

/** The keys of every dictionary that is looked at here. */
export const CLEANED: readonly PDFName[] = [...LEFT_OUT, ...TABLES];

function tablesOfNames(dicts: Iterable<PDFDict>): Set<PDFDict> {
  const tables = new Set<PDFDict>();
  for (const dict of dicts) {
    for (const key of TABLES) {
      const table = dict.lookup(key);
      if (table instanceof PDFDict) tables.add(table);
    }
  }
  return tables;
}

/** Every dictionary with one of these keys, those of streams and those inside others too, and where those are that stand by themselves. */
export function dictsWith(
  keys: ReadonlySet<PDFName>,
  context: PDFContext,
  objects: readonly PDFObject[],
): Map<PDFDict, PDFRef | null> {
  const found = new Map<PDFDict, PDFRef | null>();
  for (const each of objects) {
    const open = [context.lookup(each)];
    for (let object = open.pop(); object; object = open.pop()) {
      const dict = object instanceof PDFStream ? object.dict : object;
      if (dict instanceof PDFDict) {
        if (dict.keys().some((key) => keys.has(key))) found.set(dict, found.get(dict) ?? null);
        open.push(...dict.values());
      } else if (dict instanceof PDFArray) open.push(...dict.asArray());
    }
    const itself = context.lookup(each);
    if (each instanceof PDFRef && itself instanceof PDFDict && found.has(itself)) found.set(itself, each);
  }
  return found;
}
