import { deflateSync } from "node:zlib";
import {
  type PDFContext,
  type PDFDocument,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { name } from "./pdf-names";

/** So many objects are packed together; more make a reader unpack much to read one. */
const PACKED_TOGETHER = 200;

/**
 * A PDF as it is written to a file, piece by piece: streams as they are, everything else packed (ISO 32000-1, 7.5.7 and 7.5.8).
 * The library's own writer takes a time that grows with the square of the number of objects, of which a tagged pack has tens of
 * thousands, and holds the file in memory besides.
 */
export function* written({ context }: PDFDocument): Generator<Uint8Array> {
  const objects = context.enumerateIndirectObjects().filter(([, object]) => !isLeftover(object));
  const places = new Map<number, [kind: 1 | 2, at: number, index: number]>();
  let offset = 0;
  const put = (bytes: Uint8Array): Uint8Array => {
    offset += bytes.byteLength;
    return bytes;
  };
  const putObject = (number: number, object: PDFObject): Uint8Array => {
    places.set(number, [1, offset, 0]);
    return put(Buffer.concat([latin(`${number} 0 obj\n`), bytesOf(object), latin("\nendobj\n")]));
  };

  yield put(Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1"));
  const packed: [PDFRef, PDFObject][] = [];
  for (const [ref, object] of objects) {
    if (object instanceof PDFStream) yield putObject(ref.objectNumber, object);
    else packed.push([ref, object]);
  }
  let next = context.largestObjectNumber + 1;
  for (let from = 0; from < packed.length; from += PACKED_TOGETHER) {
    const number = next++;
    const together = packed.slice(from, from + PACKED_TOGETHER);
    together.forEach(([ref], index) => {
      places.set(ref.objectNumber, [2, number, index]);
    });
    yield putObject(number, packedStream(context, together));
  }
  const start = offset;
  places.set(next, [1, start, 0]);
  yield put(
    Buffer.concat([latin(`${next} 0 obj\n`), bytesOf(crossReference(context, places, next + 1)), latin("\nendobj\n")]),
  );
  yield latin(`startxref\n${start}\n%%EOF\n`);
}

/** Of the file that an object came from: its own packing. */
const isLeftover = (object: PDFObject): boolean => {
  const kind = object instanceof PDFRawStream ? object.dict.lookup(name("Type")) : undefined;
  return kind === name("ObjStm") || kind === name("XRef");
};

function packedStream(context: PDFContext, objects: readonly [PDFRef, PDFObject][]): PDFObject {
  const bodies = objects.map(([, object]) => Buffer.concat([bytesOf(object), NEWLINE]));
  let at = 0;
  const head = latin(
    objects
      .map(([ref], index) => {
        const pair = `${ref.objectNumber} ${at}`;
        at += bodies[index]?.byteLength ?? 0;
        return pair;
      })
      .join(" ")
      .concat("\n"),
  );
  const entries = { Type: "ObjStm", N: objects.length, First: head.byteLength };
  return packedAs(context, Buffer.concat([head, ...bodies]), entries);
}

/** Where each object is: at an offset of the file, or packed in another. */
function crossReference(
  context: PDFContext,
  places: ReadonlyMap<number, readonly [number, number, number]>,
  size: number,
): PDFObject {
  const rows = Buffer.alloc(size * 8);
  // Number 0 is never in use, nor is any that was left out; they are all the end of the list of free ones.
  for (let number = 0; number < size; number++) {
    const [kind, at, index] = places.get(number) ?? [0, 0, number === 0 ? 65535 : 0];
    rows.writeUInt8(kind, number * 8);
    rows.writeUIntBE(at, number * 8 + 1, 5);
    rows.writeUInt16BE(index, number * 8 + 6);
  }
  const { Root, Info } = context.trailerInfo;
  return packedAs(context, rows, {
    Type: "XRef",
    Size: size,
    W: [1, 5, 2],
    ...(Root && { Root }),
    ...(Info && { Info }),
  });
}

type Entries = Readonly<Record<string, PDFObject | string | number | number[]>>;

function packedAs(context: PDFContext, bytes: Uint8Array, entries: Entries): PDFObject {
  return context.stream(deflateSync(bytes), { ...entries, Filter: "FlateDecode" });
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
const NEWLINE = latin("\n");
