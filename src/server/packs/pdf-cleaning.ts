import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { cleanAnnotations } from "./pdf-annotations";
import { name } from "./pdf-names";
import { withoutAnnotations } from "./pdf-structure-walk";

/**
 * Takes out of a PDF what acts by itself, carries files along, or says more than the page shows: scripts, actions of pages and
 * fields, attachments, previews, the private data of the program that made it, descriptions of its pictures. What is left out here is
 * not copied, so that it is in the pack neither in view nor hidden.
 */
export function clean(document: PDFDocument): void {
  const dicts = allDicts(document);
  const named = tablesOfNames(dicts);
  for (const dict of dicts) {
    if (named.has(dict)) continue;
    for (const key of LEFT_OUT) dict.delete(key);
  }
  for (const stream of streamsOf(document)) for (const key of KEPT_ELSEWHERE) stream.dict.delete(key);
  for (const page of document.getPages()) for (const key of LEFT_OUT_OF_PAGES) page.node.delete(key);
  withoutAnnotations(document, cleanAnnotations(document));
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

function tablesOfNames(dicts: readonly PDFDict[]): Set<PDFDict> {
  const tables = new Set<PDFDict>();
  for (const dict of dicts) {
    for (const key of TABLES) {
      const table = dict.lookup(key);
      if (table instanceof PDFDict) tables.add(table);
    }
  }
  return tables;
}

const streamsOf = ({ context }: PDFDocument): PDFStream[] =>
  context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFStream ? [object] : []));

/** Every dictionary of the file, those of streams and those inside others too. */
export function allDicts({ context }: PDFDocument): PDFDict[] {
  const found: PDFDict[] = [];
  const open: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  while (open.length > 0) {
    const object = open.pop();
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict) {
      found.push(dict);
      open.push(...dict.values());
    } else if (dict instanceof PDFArray) {
      for (let at = 0; at < dict.size(); at++) open.push(dict.get(at));
    }
  }
  return found;
}
