import {
  decodePDFRawStream,
  EncryptedPDFError,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { clean } from "./pdf-cleaning";
import { dictOf, name } from "./pdf-names";

/** A PDF that is read to be joined to others, without anything in it that acts, is attached, or is nobody's business. */
export type PdfSource = {
  document: PDFDocument;
  pages: number;
  /** Says what its text is and in which order: marked, and with a structure (ISO 32000-1, 14.7 and 14.8). */
  isTagged: boolean;
  /** Says of itself that it keeps to PDF/UA-1. */
  declaresUa: boolean;
  language: string | undefined;
};

/** Why a PDF cannot be joined: locked with a password, or not whole. */
export class UnreadablePdf extends Error {
  constructor(readonly why: "encrypted" | "broken") {
    super(why === "encrypted" ? "The PDF is locked with a password." : "The PDF is damaged.");
  }
}

/**
 * Reads a PDF and takes out of it what may not pass into a pack.
 * @throws UnreadablePdf
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfSource> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    const pages = document.getPageCount();
    if (pages === 0) throw new UnreadablePdf("broken");
    const source = { document, pages, isTagged: isTagged(document), declaresUa: declaresUa(document) };
    const language = languageOf(document);
    clean(document);
    return { ...source, language };
  } catch (error) {
    if (error instanceof UnreadablePdf) throw error;
    throw new UnreadablePdf((await isLocked(bytes)) ? "encrypted" : "broken");
  }
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

function isTagged({ catalog }: PDFDocument): boolean {
  const marked = dictOf(catalog, "MarkInfo")?.lookup(name("Marked"));
  const root = catalog.lookup(name("StructTreeRoot"));
  return marked instanceof PDFBool && marked.asBoolean() && root instanceof PDFDict && root.has(name("K"));
}

function declaresUa({ catalog }: PDFDocument): boolean {
  const metadata = catalog.lookup(name("Metadata"));
  if (!(metadata instanceof PDFRawStream)) return false;
  const words = Buffer.from(decodePDFRawStream(metadata).decode()).toString("utf8");
  return /pdfuaid:part\s*(=\s*["']1["']|>\s*1\s*<)/.test(words);
}

function languageOf({ catalog }: PDFDocument): string | undefined {
  const language = catalog.lookup(name("Lang"));
  if (!(language instanceof PDFString || language instanceof PDFHexString)) return undefined;
  return language.decodeText() || undefined;
}
