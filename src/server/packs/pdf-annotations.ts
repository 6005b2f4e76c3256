import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from "@cantoo/pdf-lib";
import { dictOf, leavesOf, listOf, name, wordOf } from "./pdf-names";
import type { PdfSource } from "./pdf-pages";

/** What is drawn on the page and does nothing. Notes that open, sounds, films, attached files are left out. */
const DRAWN = new Set([
  ...["FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut"],
  ...["Stamp", "Caret", "Ink", "Watermark"],
]);
/** Who remarked and when, and what would open or run. */
const LEFT_OUT = ["T", "RC", "NM", "M", "CreationDate", "Popup", "IRT", "RT", "A", "PA", "Parent"].map(name);
/** A field of a form is shown as it was filled in, and is a field no more. */
const KEPT_OF_FIELDS = ["Type", "Rect", "F", "P", "StructParent", "Contents", "Lang"].map(name);

/**
 * Keeps the annotations that a pack may have: links to the web, to mail and within the file, with nothing else that they would
 * do; what is drawn; fields as they look.
 * @returns those that are gone
 */
export function cleanAnnotations(source: PdfSource): Set<PDFObject> {
  const gone = new Set<PDFObject>();
  const { context } = source;
  const places = namedPlaces(source);
  for (const { node } of source.pages) {
    const kept: PDFObject[] = [];
    for (const each of listOf(node, "Annots")) {
      const annotation = context.lookup(each);
      if (annotation instanceof PDFDict && keep(annotation, places)) kept.push(each);
      else if (annotation) gone.add(annotation);
    }
    if (kept.length > 0) node.set(name("Annots"), context.obj(kept));
    else node.delete(name("Annots"));
  }
  return gone;
}

function keep(annotation: PDFDict, places: Places): boolean {
  const kind = wordOf(annotation, "Subtype") ?? "";
  if (kind === "Link") return keepLink(annotation, places);
  if (kind === "Widget") return keepField(annotation);
  if (!DRAWN.has(kind)) return false;
  for (const key of LEFT_OUT) annotation.delete(key);
  return true;
}

/** Cleans a link; false for one that would lead nowhere, to another file, or do something. */
function keepLink(link: PDFDict, places: Places): boolean {
  const action = dictOf(link, "A");
  const kind = action && wordOf(action, "S");
  const wanted = link.lookup(name("Dest")) ?? (kind === "GoTo" ? action?.lookup(name("D")) : undefined);
  const address = kind === "URI" ? textOf(action?.lookup(name("URI"))) : undefined;
  for (const key of [...LEFT_OUT, name("Dest")]) link.delete(key);
  if (address !== undefined && /^(https?:|mailto:)/i.test(address)) {
    link.set(name("A"), link.context.obj({ Type: "Action", S: "URI", URI: addressOf(address) }));
    return true;
  }
  const place = wanted instanceof PDFArray ? wanted : places.get(nameOf(wanted) ?? "");
  // The first part is the page itself; in a link to another file it would be the page's number.
  if (!place || !(place.size() > 0 && place.get(0) instanceof PDFRef)) return false;
  link.set(name("Dest"), place);
  return true;
}

/** Turns a field into a picture of it that says what was filled in. */
function keepField(field: PDFDict): boolean {
  const looks = dictOf(field, "AP")?.get(name("N"));
  const states = field.context.lookup(looks);
  const state = field.lookup(name("AS"));
  const shown = states instanceof PDFDict ? (state instanceof PDFName ? states.get(state) : undefined) : looks;
  if (!shown) return false;
  const [said, value] = [ofField(field, "TU"), ofField(field, "V")];
  for (const key of field.keys()) if (!KEPT_OF_FIELDS.includes(key)) field.delete(key);
  field.set(name("Subtype"), name("Stamp"));
  field.set(name("AP"), field.context.obj({ N: shown }));
  field.set(name("Contents"), PDFHexString.fromText([said, value].filter(Boolean).join(": ") || "Filled in"));
  return true;
}

/** A text of a field, which may stand with the field that it is a part of (ISO 32000-1, 12.7.3). */
function ofField(field: PDFDict, key: string): string {
  let at: PDFDict | undefined = field;
  for (let depth = 0; at && depth < 10; depth++) {
    const text = textOf(at.lookup(name(key)));
    if (text !== undefined) return text;
    at = dictOf(at, "Parent");
  }
  return "";
}

type Places = ReadonlyMap<string, PDFArray>;

/** Destinations by name, from the table of old files and the tree of newer ones (ISO 32000-1, 12.3.2.3). */
function namedPlaces({ catalog, context }: PdfSource): Places {
  const places = new Map<string, PDFArray>();
  const add = (key: string | undefined, value: PDFObject) => {
    const found = context.lookup(value);
    const place = found instanceof PDFDict ? found.lookup(name("D")) : found;
    if (key !== undefined && place instanceof PDFArray) places.set(key, place);
  };
  for (const [key, value] of dictOf(catalog, "Dests")?.entries() ?? []) add(key.decodeText(), value);
  const tree = dictOf(catalog, "Names")?.get(name("Dests"));
  for (const [key, value] of leavesOf(context, tree, "Names")) add(nameOf(context.lookup(key)), value);
  return places;
}

const nameOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFName ? value.decodeText() : textOf(value);

const textOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

/** As bytes in hexadecimal, so that no mark in it needs an escape; what an address may not hold is percent-encoded. */
const addressOf = (address: string): PDFHexString =>
  PDFHexString.of(
    Buffer.from(address.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent), "latin1").toString("hex"),
  );
