import { open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { extensionOf, FORMATS, type PaperFormat } from "@/domain/papers/upload";
import type { Inspected, Refused } from "./inspected";
import { inspectImage } from "./upload-image";
import { inspectPackage } from "./upload-package";
import { inspectPdf } from "./upload-pdf";
import { holdsText, isPlainText } from "./upload-text";

/** As much as tells what a file is. */
const HEAD = 4100;

/**
 * Looks at a file that has arrived: what it is by its bytes, whether it is whole, and whether its name agrees.
 * @param formats what the form takes
 */
export async function inspectUpload(
  path: string,
  fileName: string,
  formats: readonly PaperFormat[],
): Promise<Inspected | Refused> {
  const found = await inspectContent(path, fileName);
  if ("refusal" in found) return found;
  if (!formats.includes(found.format)) return { refusal: "type" };
  const names: readonly string[] = FORMATS[found.format].extensions;
  return names.includes(extensionOf(fileName)) ? found : { refusal: "contradicts", found: found.format };
}

async function inspectContent(path: string, fileName: string): Promise<Inspected | Refused> {
  const { head, size } = await beginningOf(path);
  if (size === 0) return { refusal: "empty" };
  // Before any library looks into it: what unpacks to too much is not unpacked.
  if (head.subarray(0, 2).toString("latin1") === "PK") return inspectPackage(path, fileName);
  const type = await fileTypeFromBuffer(head);
  switch (type?.ext) {
    case "pdf":
      return inspectPdf(path);
    case "png":
    case "jpg":
    case "webp":
      return inspectImage(path, size, type.ext === "jpg" ? "jpeg" : type.ext);
    case "cfb":
      // Word and Excel wrap a file with a password in the form of their older kind.
      return { refusal: (await holdsText(path, Buffer.from("EncryptedPackage", "utf16le"))) ? "encrypted" : "old" };
    case undefined:
      return inspectUntyped(path, head, fileName);
    default:
      return unlessNamed(fileName);
  }
}

/** Text has no mark of its kind: it is a table where it says so, and holds nothing that a table does not. */
async function inspectUntyped(path: string, head: Buffer, fileName: string): Promise<Inspected | Refused> {
  const begins = head
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^<(svg|!doctype svg)/i.test(begins) || extensionOf(fileName) === "svg") return { refusal: "svg" };
  if (extensionOf(fileName) !== "csv" || begins.startsWith("<")) return unlessNamed(fileName);
  const text = await isPlainText(path);
  if (text === "yes") return { format: "csv", pages: null, accessible: null };
  return { refusal: text === "other encoding" ? "encoding" : "contradicts" };
}

/** Something else under the name of a kind that is taken, or openly something else. */
function unlessNamed(fileName: string): Refused {
  const extension = extensionOf(fileName);
  if (extension === "svg") return { refusal: "svg" };
  const says = Object.values(FORMATS).some(({ extensions }) => (extensions as readonly string[]).includes(extension));
  return { refusal: says ? "contradicts" : "type" };
}

async function beginningOf(path: string): Promise<{ head: Buffer; size: number }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}
