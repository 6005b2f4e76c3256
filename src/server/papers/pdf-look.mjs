// Prints what a PDF is, as JSON: how many pages and whether it is tagged, or why nobody could read it. Run by upload-pdf.ts in a
// process of its own: node pdf-look.mjs FILE BYTES-OF-MEMORY
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { EncryptedPDFError, ParseSpeeds, PDFBool, PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";

// What is packed in a PDF can unpack to far more than the machine has, and the site lives on the same one. Reading keeps this
// thread busy, so that another has to look.
const [, , file = "", mostMemory = ""] = process.argv;
const watch = new Worker(
  `const look = () => process.memoryUsage.rss() > ${Number(mostMemory)} && process.kill(process.pid, "SIGKILL");
  look();
  setInterval(look, 20);
  require("node:worker_threads").parentPort.postMessage("looking");`,
  { eval: true },
);
await once(watch, "message");
watch.unref();

/**
 * @param {Buffer} bytes
 * @returns {Promise<{ refusal: "encrypted" | "broken" | "pageless" } | { pages: number; tagged: boolean }>}
 */
async function look(bytes) {
  // The library mends what was cut off, and a reader might not: a whole file says where its end is, at its end.
  const end = bytes.subarray(-2048).toString("latin1");
  if (!end.includes("%%EOF") || !/startxref\s+\d+/.test(end)) return { refusal: "broken" };
  /** @type {PDFDocument} */
  let document;
  try {
    document = await PDFDocument.load(bytes, {
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: true,
      updateMetadata: false,
    });
  } catch (error) {
    return { refusal: error instanceof EncryptedPDFError ? "encrypted" : "broken" };
  }
  try {
    const pages = document.getPageCount();
    return pages > 0 ? { pages, tagged: isTagged(document) } : { refusal: "pageless" };
  } catch {
    return { refusal: "broken" };
  }
}

/**
 * Whether it says what its text is, in which order: marked, and with a structure (ISO 32000-1, 14.7 and 14.8).
 * @param {PDFDocument} document
 */
function isTagged(document) {
  const marks = document.catalog.lookupMaybe(PDFName.of("MarkInfo"), PDFDict);
  const isMarked = marks?.lookupMaybe(PDFName.of("Marked"), PDFBool)?.asBoolean() ?? false;
  return isMarked && document.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict) !== undefined;
}

process.stdout.write(JSON.stringify(await look(await readFile(file))));
