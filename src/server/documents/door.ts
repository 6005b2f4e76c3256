import type { PrintedDocument } from "@/domain/documents/document";
import { type DocumentKind, FILE_FORMATS, fileNamed } from "@/domain/documents/document-file";
import { expectedFailure } from "@/server/errors";
import { contentDisposition } from "@/server/papers/content-disposition";
import { fileOf, hashOf } from "./kept-documents";
import { type Ordered, TypesetterBusy } from "./typesetting";

export type Asked = {
  request: Request;
  kind: DocumentKind;
  /** The last part of the address: "minutes.pdf". */
  file: string;
  /** Whether anybody may read it, so that it may be kept and asked after; what is made for one reader is kept by nobody. */
  isPublic: boolean;
  /** Reads what it says, with the reader's own scope. */
  read: () => Promise<FoundDocument>;
};

export type FoundDocument = {
  document: PrintedDocument;
  /** What stands before the name of its kind when it is saved. */
  savedAs: string;
  /** Records that it is about to be shown to somebody for what they are: a view that cannot be recorded does not happen. */
  beforeShown?: () => Promise<void>;
};

/**
 * A document as a file, made from what its reader may see. What is not there and what is not theirs are answered alike.
 * A reader who has it already is told so by its hash, without its being made again.
 */
export async function serveDocument({ request, kind, file: name, isPublic, read }: Asked): Promise<Response> {
  const file = fileNamed(kind, name);
  if (!file) return nothingHere(request);
  const found = await orNull(read());
  if (!found) return nothingHere(request);

  const ordered: Ordered = { document: found.document, file, site: siteAddress() };
  const hash = hashOf(ordered);
  const etag = `W/"${hash}"`;
  const kept = {
    ...HARMLESS,
    "Cache-Control": isPublic ? "public, max-age=0, must-revalidate" : "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(isPublic ? { ETag: etag } : {}),
  };
  if (isPublic && matches(request.headers.get("if-none-match"), hash)) {
    return new Response(null, { status: 304, headers: kept });
  }
  const { mediaType } = FILE_FORMATS[file.format];
  const headers = {
    ...kept,
    "Content-Type": mediaType,
    "Content-Disposition": contentDisposition(`${found.savedAs} ${name}`, mediaType),
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  try {
    const bytes = await fileOf(hash, ordered);
    await found.beforeShown?.();
    return new Response(Buffer.from(bytes), { headers: { ...headers, "Content-Length": String(bytes.byteLength) } });
  } catch (error) {
    if (error instanceof TypesetterBusy) return busy();
    throw error;
  }
}

/** Shown by the browser's own viewer, and runs nothing whatever is in it. */
const HARMLESS = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "Referrer-Policy": "no-referrer",
};

const siteAddress = () => process.env.NEXTAUTH_URL?.replace(/\/$/, "");

/** If-None-Match compares weakly, and may list several or "*". */
const matches = (header: string | null, hash: string) =>
  (header ?? "").split(",").some((each) => ["*", `"${hash}"`, `W/"${hash}"`].includes(each.trim()));

async function orNull<T>(query: Promise<T>): Promise<T | null> {
  try {
    return await query;
  } catch (error) {
    if (expectedFailure(error)?.kind === "not-found") return null;
    throw error;
  }
}

const nothingHere = (request: Request) =>
  inWords(request, 404, "There is no document at this address for you to read.\n", {});

const busy = () =>
  inWords(null, 503, "Many documents are being made just now. Ask for it again in a minute.\n", {
    "Retry-After": "60",
  });

function inWords(request: Request | null, status: number, text: string, more: Record<string, string>): Response {
  return new Response(request?.method === "HEAD" ? null : text, {
    status,
    headers: {
      ...HARMLESS,
      "Cache-Control": "private, no-store",
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": String(Buffer.byteLength(text)),
      ...more,
    },
  });
}
