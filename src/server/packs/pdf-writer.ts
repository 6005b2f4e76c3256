import { deflateSync } from "node:zlib";
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { name } from "./pdf-names";

/** So many objects are packed together; more make a reader unpack much to read one. */
const PACKED_TOGETHER = 200;

/**
 * A PDF as it is written to a file, piece by piece: streams as they are, everything else packed (ISO 32000-1, 7.5.7 and 7.5.8). What
 * the catalog does not lead to is not written, and what is gets numbers without gaps. The library's own writer takes a time that
 * grows with the square of the number of objects, of which a tagged pack has tens of thousands, and holds the file in memory besides.
 */
export function* written({ context }: PDFDocument): Generator<Uint8Array> {
  const file = new File(context);
  const { Root, Info } = context.trailerInfo;
  const ends = [Root && `/Root ${file.reference(Root)}`, Info && `/Info ${file.reference(Info)}`].filter(Boolean);

  yield file.put(Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1"));
  let together: [number, string][] = [];
  for (let next = file.next(); next; next = file.next()) {
    const [number, object] = next;
    if (object instanceof PDFStream) {
      yield file.putStream(number, file.streamHead(object), object.getContents());
      continue;
    }
    together.push([number, file.text(object)]);
    if (together.length < PACKED_TOGETHER) continue;
    yield file.putTogether(together);
    together = [];
  }
  if (together.length > 0) yield file.putTogether(together);
  const start = file.offset;
  yield file.putPlaces(ends.join(" "));
  yield Buffer.from(`startxref\n${start}\n%%EOF\n`, "latin1");
}

/** A file that is being written: which numbers are given, what is still to be written, and where everything is. */
class File {
  offset = 0;
  private readonly numbers = new Map<PDFRef, number>();
  private readonly found: [number, PDFObject][] = [];
  private done = 0;
  private last = 0;
  private readonly places: [kind: 1 | 2, at: number, index: number][] = [];

  constructor(private readonly context: PDFContext) {}

  /** What is to be written next. */
  next(): [number, PDFObject] | undefined {
    const next = this.found[this.done];
    if (next) this.found[this.done++] = DONE;
    return next;
  }

  /** As the file refers to it; what nothing is known of is nothing (ISO 32000-1, 7.3.10). */
  reference(object: PDFObject): string {
    if (!(object instanceof PDFRef)) return this.text(object);
    let number = this.numbers.get(object);
    if (number === undefined) {
      const found = this.context.lookup(object);
      if (!found) return "null";
      number = ++this.last;
      this.numbers.set(object, number);
      this.found.push([number, found]);
    }
    return `${number} 0 R`;
  }

  /** An object as it is written (ISO 32000-1, 7.3). */
  text(object: PDFObject): string {
    if (object instanceof PDFRef) return this.reference(object);
    if (object instanceof PDFName || object instanceof PDFNumber) return object.toString();
    if (object instanceof PDFDict) return this.dict(object);
    if (object instanceof PDFArray) {
      let text = "[";
      for (let at = 0; at < object.size(); at++) text += `${at > 0 ? " " : ""}${this.text(object.get(at))}`;
      return `${text}]`;
    }
    if (object instanceof PDFStream) throw new Error("A stream stands by itself.");
    return object.toString();
  }

  streamHead(stream: PDFStream): string {
    return this.dict(stream.dict, stream.getContentsSize());
  }

  /** @param length of the stream that it belongs to */
  private dict(dict: PDFDict, length?: number): string {
    let text = "<<";
    for (const [key, value] of dict.entries()) {
      if (value === PDFNull || (length !== undefined && key === LENGTH)) continue;
      text += `${key.toString()} ${this.text(value)}`;
    }
    return length === undefined ? `${text}>>` : `${text}/Length ${length}>>`;
  }

  put(bytes: Uint8Array): Uint8Array {
    this.offset += bytes.byteLength;
    return bytes;
  }

  putStream(number: number, head: string, contents: Uint8Array): Uint8Array {
    this.places[number] = [1, this.offset, 0];
    return this.put(
      Buffer.concat([latin(`${number} 0 obj\n${head}\nstream\n`), contents, latin("\nendstream\nendobj\n")]),
    );
  }

  putTogether(objects: readonly (readonly [number, string])[]): Uint8Array {
    const number = ++this.last;
    const heads: string[] = [];
    let body = "";
    objects.forEach(([each, text], index) => {
      this.places[each] = [2, number, index];
      heads.push(`${each} ${body.length}`);
      body += `${text}\n`;
    });
    const head = `${heads.join(" ")}\n`;
    const packed = deflateSync(latin(head + body));
    const entries = `<</Type/ObjStm/N ${objects.length}/First ${head.length}/Filter/FlateDecode/Length ${packed.length}>>`;
    return this.putStream(number, entries, packed);
  }

  /** Where each object is: at an offset of the file, or packed in another. */
  putPlaces(ends: string): Uint8Array {
    const number = ++this.last;
    this.places[number] = [1, this.offset, 0];
    const rows = Buffer.alloc((number + 1) * 8);
    for (let each = 0; each <= number; each++) {
      const [kind, at, index] = this.places[each] ?? [0, 0, 65535];
      rows.writeUInt8(kind, each * 8);
      rows.writeUIntBE(at, each * 8 + 1, 5);
      rows.writeUInt16BE(index, each * 8 + 6);
    }
    const packed = deflateSync(rows);
    const entries = `<</Type/XRef/Size ${number + 1}/W[1 5 2]${ends}/Filter/FlateDecode/Length ${packed.length}>>`;
    return this.putStream(number, entries, packed);
  }
}

const LENGTH = name("Length");
const DONE: [number, PDFObject] = [0, PDFNull];
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
