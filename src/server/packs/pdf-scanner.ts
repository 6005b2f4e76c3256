import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { name } from "./pdf-names";

/** A file that is not written as plainly as nearly all are: locked, repaired, cut off, or no PDF. It may still be readable with patience. */
export class NotPlain extends Error {}

/** What the readers of one file share: that of the file, and those of what is packed in it. */
export type Reading = {
  context: PDFContext;
  offset: number;
  /** The highest number that anything has, or is referred to by. */
  most: number;
  refs: (PDFRef | undefined)[];
  objects: Map<PDFRef, PDFObject>;
  trailer: Map<PDFName, PDFObject>;
  watched: { keys: ReadonlySet<PDFName>; dicts: Map<PDFDict, PDFRef | null> };
};

/** As many objects as the format has room for in practice (ISO 32000-1, annex C). */
const MOST_OBJECTS = 8_388_607;
/** Deeper than anybody nests on purpose, and less than what exhausts the stack. */
const DEEPEST = 400;
const LENGTH = name("Length");

/** Where one is in some bytes, and what stands there (ISO 32000-1, 7.2 and 7.3). */
export class PdfScanner {
  at = 0;

  constructor(
    private readonly bytes: Buffer,
    readonly reading: Reading,
  ) {}

  isAtEnd = (): boolean => this.at >= this.bytes.length;
  isAtDigit = (): boolean => isDigit(this.bytes[this.at]);

  /** White space and comments. */
  skipSpace(): void {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === 0x25) {
        while (this.at < bytes.length && bytes[this.at] !== 0x0a && bytes[this.at] !== 0x0d) this.at += 1;
      } else if (byte !== undefined && KINDS[byte] === SPACE) this.at += 1;
      else return;
    }
  }

  /** The version, and the line of bytes that says that this is no text: a comment. */
  skipHeader(): void {
    if (this.bytes.toString("latin1", 0, 5) !== "%PDF-") throw new NotPlain("no header");
    this.skipSpace();
  }

  /** Whether this word stands here, and moves behind it. */
  takes(word: string): boolean {
    const { bytes, at } = this;
    for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word.charCodeAt(index)) return false;
    this.at += word.length;
    return true;
  }

  /** Where objects are is known already: they are read in their order. */
  skipTable(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      const isOfTable =
        byte !== undefined && (isDigit(byte) || KINDS[byte] === SPACE || byte === 0x6e || byte === 0x66);
      if (!isOfTable) return;
      this.at += 1;
    }
  }

  skipNumber(): void {
    this.number();
  }

  /** A whole number, with what stands before it. */
  number(): number {
    this.skipSpace();
    const begin = this.at;
    let value = 0;
    for (let byte = this.bytes[this.at]; isDigit(byte); byte = this.bytes[++this.at]) value = value * 10 + byte - 0x30;
    if (this.at === begin || this.at - begin > 15) throw new NotPlain("no number");
    return value;
  }

  /** "12 0 obj". */
  head(): PDFRef {
    const [number, generation] = [this.number(), this.number()];
    this.skipSpace();
    if (generation !== 0 || !this.takes("obj")) throw new NotPlain("an object without a head");
    return this.ref(number);
  }

  ref(number: number): PDFRef {
    const { reading } = this;
    const known = reading.refs[number];
    if (known) return known;
    if (number < 1 || number > MOST_OBJECTS) throw new NotPlain("a number that no object has");
    const made = PDFRef.of(reading.offset + number);
    reading.refs[number] = made;
    if (number > reading.most) reading.most = number;
    return made;
  }

  object(depth: number): PDFObject {
    if (depth > DEEPEST) throw new NotPlain("too deep");
    this.skipSpace();
    const byte = this.bytes[this.at];
    if (byte === 0x2f) return this.name();
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dict(depth) : this.hex();
    if (byte === 0x5b) return this.array(depth);
    if (byte === 0x28) return this.text();
    if (isDigit(byte) || byte === 0x2d || byte === 0x2e || byte === 0x2b) return this.numberOrRef();
    if (this.takes("true")) return PDFBool.True;
    if (this.takes("false")) return PDFBool.False;
    if (this.takes("null")) return PDFNull;
    throw new NotPlain("no object");
  }

  dict(depth: number): PDFDict {
    this.skipSpace();
    if (!this.takes("<<")) throw new NotPlain("no dictionary");
    const { context, watched } = this.reading;
    const entries = new Map<PDFName, PDFObject>();
    let isWatched = false;
    for (;;) {
      this.skipSpace();
      const byte = this.bytes[this.at];
      if (byte === 0x3e) break;
      if (byte !== 0x2f) throw new NotPlain("no key");
      const key = this.name();
      isWatched ||= watched.keys.has(key);
      entries.set(key, this.object(depth + 1));
    }
    if (!this.takes(">>")) throw new NotPlain("a dictionary without an end");
    const dict = PDFDict.fromMapWithContext(entries, context);
    if (isWatched) watched.dicts.set(dict, null);
    return dict;
  }

  /** The bytes of a stream, where one follows its dictionary. */
  stream(dict: PDFDict): Buffer | null {
    this.skipSpace();
    if (!this.takes("stream")) return null;
    if (!this.takes("\r\n") && !this.takes("\n")) throw new NotPlain("a stream without a beginning");
    const begin = this.at;
    const said = dict.get(LENGTH);
    const length = said instanceof PDFRef ? this.reading.objects.get(said) : said;
    if (length instanceof PDFNumber) {
      const end = begin + length.asNumber();
      this.at = end;
      this.skipSpace();
      if (this.takes("endstream")) return this.bytes.subarray(begin, end);
    }
    // Said wrongly, or only further on.
    const found = this.bytes.indexOf("endstream", begin, "latin1");
    if (found < 0) throw new NotPlain("a stream without an end");
    this.at = found + "endstream".length;
    let end = found;
    if (end > begin && this.bytes[end - 1] === 0x0a) end -= 1;
    if (end > begin && this.bytes[end - 1] === 0x0d) end -= 1;
    return this.bytes.subarray(begin, end);
  }

  private array(depth: number): PDFArray {
    const array = PDFArray.withContext(this.reading.context);
    this.at += 1;
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x5d) break;
      array.push(this.object(depth + 1));
    }
    this.at += 1;
    return array;
  }

  private name(): PDFName {
    const { bytes } = this;
    const begin = ++this.at;
    let hash = 0;
    for (let byte = bytes[this.at]; byte !== undefined && KINDS[byte] === REGULAR; byte = bytes[++this.at]) {
      hash = (hash * 31 + byte) | 0;
    }
    for (const known of NAMES.get(hash) ?? []) if (this.isWritten(known.written, begin)) return known.name;
    const written = bytes.toString("latin1", begin, this.at);
    const decoded = written.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    const made = PDFName.of(decoded);
    const others = NAMES.get(hash) ?? [];
    NAMES.set(hash, [...others, { written, name: made }]);
    return made;
  }

  /** Whether it is this word that was just read. */
  private isWritten(word: string, begin: number): boolean {
    if (word.length !== this.at - begin) return false;
    for (let index = 0; index < word.length; index++) {
      if (this.bytes[begin + index] !== word.charCodeAt(index)) return false;
    }
    return true;
  }

  private hex(): PDFHexString {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw new NotPlain("a string without an end");
    const text = this.bytes.toString("latin1", this.at + 1, end);
    this.at = end + 1;
    return PDFHexString.of(text);
  }

  private text(): PDFString {
    const { bytes } = this;
    const begin = this.at + 1;
    for (let open = 0; this.at < bytes.length; this.at++) {
      const byte = bytes[this.at];
      if (byte === 0x5c) this.at += 1;
      else if (byte === 0x28) open += 1;
      else if (byte === 0x29 && --open === 0) {
        this.at += 1;
        return PDFString.of(bytes.toString("latin1", begin, this.at - 1));
      }
    }
    throw new NotPlain("a string without an end");
  }

  private numberOrRef(): PDFNumber | PDFRef {
    const { bytes } = this;
    const begin = this.at;
    for (let byte = bytes[this.at]; isDigit(byte); byte = bytes[++this.at]);
    const end = this.at;
    if (end > begin && KINDS[bytes[end] ?? 0] === SPACE) {
      // "12 0 R" is a reference, "12 0" two numbers.
      let at = end + 1;
      if (bytes[at] === 0x30 && KINDS[bytes[at + 1] ?? 0] === SPACE) {
        at += 2;
        if (bytes[at] === 0x52 && KINDS[bytes[at + 1] ?? 0x20] !== REGULAR) {
          this.at = at + 1;
          return this.ref(whole(bytes, begin, end));
        }
      }
      this.refuseUnusualReference(end);
    }
    if (end > begin && (end === bytes.length || KINDS[bytes[end] ?? 0] !== REGULAR))
      return integer(whole(bytes, begin, end));
    for (let byte = bytes[this.at]; byte !== undefined && KINDS[byte] === REGULAR; byte = bytes[++this.at]);
    const written = bytes.toString("latin1", begin, this.at);
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(written)) throw new NotPlain("no number");
    return PDFNumber.of(Number(written));
  }

  /** With more space between its parts than one, or to a second generation. */
  private refuseUnusualReference(from: number): void {
    const { bytes } = this;
    let at = from;
    while (KINDS[bytes[at] ?? 0x2f] === SPACE) at += 1;
    if (!isDigit(bytes[at])) return;
    while (isDigit(bytes[at])) at += 1;
    if (KINDS[bytes[at] ?? 0x2f] !== SPACE) return;
    while (KINDS[bytes[at] ?? 0x2f] === SPACE) at += 1;
    if (bytes[at] === 0x52 && KINDS[bytes[at + 1] ?? 0x20] !== REGULAR) throw new NotPlain("an unusual reference");
  }
}

const [REGULAR, SPACE, DELIMITER] = [0, 1, 2];
/** What each byte is to the grammar (ISO 32000-1, 7.2.2). */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20].includes(byte)) return SPACE as number;
  return "()<>[]{}/%".includes(String.fromCharCode(byte)) ? (DELIMITER as number) : (REGULAR as number);
});

const isDigit = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x30 && byte <= 0x39;

function whole(bytes: Buffer, begin: number, end: number): number {
  if (end - begin > 15) throw new NotPlain("a number too large");
  let value = 0;
  for (let at = begin; at < end; at++) value = value * 10 + (bytes[at] as number) - 0x30;
  return value;
}

/** Names and small numbers are the same few over and over. Names by what their bytes come to, which few others do. */
const NAMES = new Map<number, readonly { written: string; name: PDFName }[]>();
const INTEGERS: PDFNumber[] = [];

function integer(value: number): PDFNumber {
  if (value > 5000) return PDFNumber.of(value);
  const known = INTEGERS[value];
  if (known) return known;
  const made = PDFNumber.of(value);
  INTEGERS[value] = made;
  return made;
}
