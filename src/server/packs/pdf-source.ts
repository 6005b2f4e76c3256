import {
  decodePDFRawStream,
  EncryptedPDFError,
  PDFBool,
  type PDFContext,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFObjectCopier,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { CLEANED, clean, dictsWith } from "./pdf-cleaning";
import { dictOf, listOf, name } from "./pdf-names";
import { type PdfSource, pagesOf } from "./pdf-pages";
import { type ReadPdf, readPdf } from "./pdf-reader";
import { NotPlain } from "./pdf-scanner";
import { ADOPTED } from "./pdf-structure-walk";

/** Why a PDF cannot be joined: locked with a password, or not whole. */
export class UnreadablePdf extends Error {
  constructor(readonly why: "encrypted" | "broken") {
    super(why === "encrypted" ? "The PDF is locked with a password." : "The PDF is damaged.");
  }
}

/**
 * Reads a PDF into a pack and takes out of it what may not pass into one. Of what is read, the pack has in the end what its pages lead to.
 * @throws UnreadablePdf
 */
export async function openPdf(context: PDFContext, bytes: Uint8Array): Promise<PdfSource> {
  try {
    const { root: catalog, refs, watched } = await read(context, bytes);
    const pages = pagesOf(context, catalog);
    if (pages.length === 0) throw new UnreadablePdf("broken");
    const said = { isTagged: isTagged(catalog), declaresUa: declaresUa(catalog), language: languageOf(catalog) };
    const source = { context, catalog, refs, watched, pages, ...said };
    clean(source);
    return source;
  } catch (error) {
    if (error instanceof UnreadablePdf) throw error;
    throw new UnreadablePdf((await isLocked(bytes)) ? "encrypted" : "broken");
  }
}

const WATCHED = new Set([...CLEANED, ...ADOPTED]);

async function read(context: PDFContext, bytes: Uint8Array): Promise<ReadPdf> {
  try {
    return readPdf(context, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), WATCHED);
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    return readPatiently(context, bytes);
  }
}

/** What a catalog says that a pack takes over, or that says how to read the rest. */
const READ = [
  ...["Type", "Pages", "StructTreeRoot", "MarkInfo", "Lang", "Metadata", "OCProperties", "Dests", "Names"],
].map(name);

/** By a reader that takes more time, and forgives more. */
async function readPatiently(context: PDFContext, bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  for (const key of document.catalog.keys()) if (!READ.includes(key)) document.catalog.delete(key);
  const names = dictOf(document.catalog, "Names");
  for (const key of names?.keys() ?? []) if (key !== name("Dests")) names?.delete(key);
  const before = context.largestObjectNumber;
  const root = PDFObjectCopier.for(document.context, context).copy(document.catalog);
  const refs = context.enumerateIndirectObjects().flatMap(([ref]) => (ref.objectNumber > before ? [ref] : []));
  return { root, refs, watched: dictsWith(WATCHED, context, [root, ...refs]) };
}

/** Read strictly, what is encrypted can look damaged before it says that it is encrypted. */
async function isLocked(bytes: Uint8Array): Promise<boolean> {
  try {
    await PDFDocument.load(bytes, { updateMetadata: false });
    return false;
  } catch (error) {
    return error instanceof EncryptedPDFError;
  }
}

function isTagged(catalog: PDFDict): boolean {
  const marked = dictOf(catalog, "MarkInfo")?.lookup(name("Marked"));
  const root = dictOf(catalog, "StructTreeRoot");
  return marked instanceof PDFBool && marked.asBoolean() && root !== undefined && listOf(root, "K").length > 0;
}

function declaresUa(catalog: PDFDict): boolean {
  const metadata = catalog.lookup(name("Metadata"));
  if (!(metadata instanceof PDFRawStream)) return false;
  const words = Buffer.from(decodePDFRawStream(metadata).decode()).toString("utf8");
  return /pdfuaid:part\s*(=\s*["']1["']|>\s*1\s*<)/.test(words);
}

function languageOf(catalog: PDFDict): string | undefined {
  const language = catalog.lookup(name("Lang"));
  if (!(language instanceof PDFString || language instanceof PDFHexString)) return undefined;
  return language.decodeText() || undefined;
}
