import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { extensionOf, FORMATS, type PaperFormat } from "@/domain/papers/upload";
import type { Inspected, Refused } from "./inspected";

/** More than any paper of 50 MB unpacks to. */
const MOST_BYTES = 400 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
/** Of one entry, once it is large: text packs to a twentieth, nothing honest to less than a hundredth. */
const MOST_RATIO = 100;
const LARGE = 1024 * 1024;
/** Of what tells the kind of a package, and whether it is encrypted. */
const DESCRIPTION = 2 * 1024 * 1024;
/** Sheets stand in documents, and packed files in those; nothing stands deeper. */
const DEEPEST = 2;

class Bomb extends Error {}

type Counted = { bytes: number; entries: number };

type Contents = { names: Set<string>; descriptions: Map<string, string> };

const DESCRIBES = ["mimetype", "[Content_Types].xml", "META-INF/manifest.xml"];

/** Programs in Word and Excel files, sheets of the macro language of Excel 4, and programs in OpenDocument files. */
const MACROS = /(^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^Basic\/|^Scripts\/|^(word|xl)\/activeX\//i;

/**
 * Looks into a file of Word, Excel or OpenDocument, all of it, without writing anything: that it is one, is whole, holds no
 * programs, and does not unpack to more than the server has.
 */
export async function inspectPackage(path: string, fileName: string): Promise<Inspected | Refused> {
  let contents: Contents;
  try {
    contents = await contentsOf(await openPromise(path), { bytes: 0, entries: 0 }, 0);
  } catch (error) {
    return { refusal: error instanceof Bomb ? "bomb" : "broken" };
  }
  const { names, descriptions } = contents;
  const isMacroKind = /macroEnabled/i.test(descriptions.get("[Content_Types].xml") ?? "");
  const format = formatOf(contents);
  if (format === null && !isMacroKind) {
    const says = Object.values(FORMATS).some((each) =>
      (each.extensions as readonly string[]).includes(extensionOf(fileName)),
    );
    return { refusal: says ? "contradicts" : "type" };
  }
  if (isMacroKind || [...names].some((name) => MACROS.test(name))) return { refusal: "macros" };
  if (descriptions.get("META-INF/manifest.xml")?.includes("encryption-data")) return { refusal: "encrypted" };
  return format ? { format, pages: null, accessible: null } : { refusal: "type" };
}

/** By what the package says of itself, and that the part which makes it one is there. */
function formatOf({ names, descriptions }: Contents): PaperFormat | null {
  const kinds = descriptions.get("[Content_Types].xml") ?? "";
  if (names.has("word/document.xml") && kinds.includes("wordprocessingml.document.main+xml")) return "docx";
  if (names.has("xl/workbook.xml") && kinds.includes("spreadsheetml.sheet.main+xml")) return "xlsx";
  if (!names.has("content.xml")) return null;
  const mimetype = descriptions.get("mimetype")?.trim();
  return (["odt", "ods"] as const).find((format) => FORMATS[format].mediaType === mimetype) ?? null;
}

/** Reads every entry to its end, so that what it says of its size is known to be so. */
async function contentsOf(zip: ZipFile, counted: Counted, depth: number): Promise<Contents> {
  const contents: Contents = { names: new Set(), descriptions: new Map() };
  try {
    if (zip.entryCount > MOST_ENTRIES) throw new Bomb();
    for await (const entry of zip.eachEntry()) {
      contents.names.add(entry.fileName);
      counted.bytes += entry.uncompressedSize;
      if (++counted.entries > MOST_ENTRIES || counted.bytes > MOST_BYTES || isSteep(entry)) throw new Bomb();
      const begins = await readThrough(zip, entry, contents.descriptions);
      if (begins.toString("latin1") === "PK\x03\x04") await lookInside(zip, entry, counted, depth);
    }
  } finally {
    zip.close();
  }
  return contents;
}

const isSteep = ({ uncompressedSize, compressedSize }: Entry) =>
  uncompressedSize > LARGE && uncompressedSize > compressedSize * MOST_RATIO;

/** @returns its first four bytes */
async function readThrough(zip: ZipFile, entry: Entry, descriptions: Map<string, string>): Promise<Buffer> {
  const isKept = DESCRIBES.includes(entry.fileName);
  if (isKept && entry.uncompressedSize > DESCRIPTION) throw new Bomb();
  const chunks: Buffer[] = [];
  let begins: Buffer = Buffer.alloc(0);
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as Readable & AsyncIterable<Buffer>) {
    if (begins.length < 4) begins = Buffer.concat([begins, chunk]).subarray(0, 4);
    if (isKept) chunks.push(chunk);
  }
  if (isKept) descriptions.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
  return begins;
}

/** The largest packed file that is looked into within another. */
const LARGEST_INSIDE = 32 * 1024 * 1024;

/** A packed file within a packed file counts towards the same limits. */
async function lookInside(zip: ZipFile, entry: Entry, counted: Counted, depth: number): Promise<void> {
  if (depth + 1 > DEEPEST || entry.uncompressedSize > LARGEST_INSIDE) throw new Bomb();
  const chunks: Buffer[] = [];
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as Readable & AsyncIterable<Buffer>)
    chunks.push(chunk);
  await contentsOf(await fromBufferPromise(Buffer.concat(chunks)), counted, depth + 1);
}
