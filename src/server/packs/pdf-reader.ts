import { inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  type PDFContext,
  PDFDict,
  type PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { name } from "./pdf-names";
import { NotPlain, PdfScanner, type Reading } from "./pdf-scanner";

/** What a file holds, once its objects are among those of the document that it is read into. */
export type ReadPdf = {
  /** Its own catalog. */
  root: PDFDict;
  /** Where its objects are by now. */
  refs: readonly PDFRef[];
  /** The dictionaries that have one of the keys asked for, and where those are that stand by themselves. */
  watched: ReadonlyMap<PDFDict, PDFRef | null>;
};

/**
 * Reads a PDF straight into a document: each reference gets a number of its own there, so that nothing has to be copied afterwards. What
 * is found later in the file takes the place of what came before, as in every file that was changed by adding to its end. Streams
 * stay as they are, views of `bytes`.
 * @param watched keys of dictionaries that somebody will want to look through
 * @throws NotPlain; nothing in the document refers to what was read until then
 */
export function readPdf(context: PDFContext, bytes: Buffer, watched: ReadonlySet<PDFName>): ReadPdf {
  const reading: Reading = {
    context,
    offset: context.largestObjectNumber,
    most: 0,
    refs: [],
    objects: new Map(),
    trailer: new Map(),
    watched: { keys: watched, dicts: new Map() },
  };
  readFile(new PdfScanner(bytes, reading));
  // A number that is referred to and never given stays free.
  context.largestObjectNumber = reading.offset + reading.most;
  const refs: PDFRef[] = [];
  for (const [ref, object] of reading.objects) {
    context.assign(ref, object);
    refs.push(ref);
  }
  const root = context.lookup(reading.trailer.get(ROOT));
  if (!(root instanceof PDFDict) || root.lookup(TYPE) !== name("Catalog")) throw new NotPlain("no catalog");
  return { root, refs, watched: reading.watched.dicts };
}

const [ROOT, TYPE, ENCRYPT] = [name("Root"), name("Type"), name("Encrypt")];
const [FILTER, PARMS] = [name("Filter"), name("DecodeParms")];
const [OBJECTS, CROSS_REFERENCE, FLATE] = [name("ObjStm"), name("XRef"), name("FlateDecode")];

/** What is packed into one stream of objects. */
const MOST_UNPACKED = 256 * 1024 * 1024;

/** Objects one after the other, with tables and trailers between them (ISO 32000-1, 7.5). */
function readFile(reader: PdfScanner): void {
  const { reading } = reader;
  reader.skipHeader();
  for (;;) {
    reader.skipSpace();
    if (reader.isAtEnd()) break;
    if (reader.isAtDigit()) readIndirect(reader);
    else if (reader.takes("xref")) reader.skipTable();
    else if (reader.takes("trailer")) takeTrailer(reading, reader.dict(0));
    else if (reader.takes("startxref")) reader.skipNumber();
    else throw new NotPlain("something else between objects");
  }
}

function readIndirect(reader: PdfScanner): void {
  const { reading } = reader;
  const ref = reader.head();
  const object = reader.object(0);
  const contents = object instanceof PDFDict ? reader.stream(object) : null;
  stands(reading, object, ref);
  reader.skipSpace();
  if (!reader.takes("endobj")) throw new NotPlain("an object without an end");
  if (!(object instanceof PDFDict && contents)) {
    reading.objects.set(ref, object);
    return;
  }
  const stream = PDFRawStream.of(object, contents);
  const kind = object.get(TYPE);
  if (kind === OBJECTS) readPacked(reading, stream);
  else if (kind === CROSS_REFERENCE) takeTrailer(reading, object);
  else reading.objects.set(ref, stream);
}

/** Remembers where a dictionary is that somebody will look through. */
function stands({ watched: { dicts } }: Reading, object: PDFObject, ref: PDFRef): void {
  if (object instanceof PDFDict && dicts.has(object)) dicts.set(object, ref);
}

function takeTrailer(reading: Reading, dict: PDFDict): void {
  if (dict.has(ENCRYPT)) throw new NotPlain("locked");
  const root = dict.get(ROOT);
  if (root) reading.trailer.set(ROOT, root);
}

/** Objects that are packed together in a stream (ISO 32000-1, 7.5.7). */
function readPacked(reading: Reading, stream: PDFRawStream): void {
  const [count, first] = ["N", "First"].map((key) => stream.dict.get(name(key)));
  if (!(count instanceof PDFNumber && first instanceof PDFNumber)) throw new NotPlain("packed in an unknown way");
  const reader = new PdfScanner(unpacked(stream), reading);
  const places = Array.from({ length: count.asNumber() }, () => [reader.number(), reader.number()] as const);
  for (const [number, at] of places) {
    reader.at = first.asNumber() + at;
    const [ref, object] = [reader.ref(number), reader.object(0)];
    stands(reading, object, ref);
    reading.objects.set(ref, object);
  }
}

function unpacked(stream: PDFRawStream): Buffer {
  if (stream.dict.get(FILTER) === FLATE && !stream.dict.has(PARMS)) {
    try {
      return inflateSync(stream.contents, { maxOutputLength: MOST_UNPACKED });
    } catch {
      throw new NotPlain("packed wrongly");
    }
  }
  return Buffer.from(decodePDFRawStream(stream).decode());
}
