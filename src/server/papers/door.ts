import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, type ReadScope, readScope } from "@/domain/access/read-scope";
import { expectedFailure } from "@/server/errors";
import { askedOf } from "./byte-range";
import { contentDisposition } from "./content-disposition";
import { getPaperFile, recordRestrictedView, type StoredFile } from "./queries";
import { openPaper } from "./storage";

export type Wanted = "bytes" | "headers only";

/** A kind of file that leaves by the door: how it is found with a reader's scope, and how a view of a restricted one is recorded. */
export type Kept = {
  find: (scope: ReadScope) => Promise<StoredFile>;
  recordView: (personId: string | null, fileId: string) => Promise<void>;
};

/** The bytes of a paper. @param currentPerson who is signed in; asked only for what the public may not read */
export const servePaper = (
  request: Request,
  id: string,
  wanted: Wanted,
  currentPerson: () => Promise<Person | null>,
): Promise<Response> =>
  serveFile(
    request,
    { find: (scope) => getPaperFile(scope, id), recordView: recordRestrictedView },
    wanted,
    currentPerson,
  );

/**
 * The one door by which stored bytes leave: found with the reader's own scope, and recorded first when restricted. The
 * answer streams, in single ranges where asked (RFC 9110, 14), and is kept by caches only when anybody may read it.
 * @param currentPerson who is signed in; asked only for what the public may not read
 */
export async function serveFile(
  request: Request,
  kept: Kept,
  wanted: Wanted,
  currentPerson: () => Promise<Person | null>,
): Promise<Response> {
  const found = await findFor(kept, currentPerson);
  if (!found) return nothingHere(wanted);
  const { file, readerId } = found;
  const headers = headersOf(file);

  if (matches(request.headers.get("if-none-match"), headers.etag)) {
    return new Response(null, { status: 304, headers: headers.cached });
  }
  const whole = { ...headers.full, "Content-Length": String(file.size) };
  if (wanted === "headers only") return new Response(null, { headers: whole });

  const asked = askedOf(isCurrent(request, headers.etag) ? request.headers.get("range") : null, file.size);
  if (asked.kind === "beyond") {
    return new Response(null, {
      status: 416,
      headers: { ...headers.cached, "Content-Range": `bytes */${file.size}` },
    });
  }
  if (file.isRestricted) await kept.recordView(readerId, file.id);
  if (asked.kind === "all") return new Response(await openPaper(file.sha256), { headers: whole });
  const { start, end } = asked.range;
  return new Response(await openPaper(file.sha256, asked.range), {
    status: 206,
    headers: {
      ...headers.full,
      // A part that was compressed on its way would not be the part that its numbers say.
      "Cache-Control": `${headers.full["Cache-Control"]}, no-transform`,
      "Content-Range": `bytes ${start}-${end}/${file.size}`,
      "Content-Length": String(end - start + 1),
    },
  });
}

/**
 * First as anybody, which serves a public paper without asking who reads it, so that no cache need know; then as whoever is
 * signed in. What is forbidden goes the same way as what is not there.
 */
async function findFor(
  { find }: Kept,
  currentPerson: () => Promise<Person | null>,
): Promise<{ file: StoredFile; readerId: string | null } | null> {
  const open = await orNull(find(PUBLIC_SCOPE));
  if (open) return { file: open, readerId: null };
  const person = await currentPerson();
  const file = await orNull(find(person ? readScope(person) : PUBLIC_SCOPE));
  return file && { file, readerId: person?.personId ?? null };
}

async function orNull(query: Promise<StoredFile>): Promise<StoredFile | null> {
  try {
    return await query;
  } catch (error) {
    if (expectedFailure(error)?.kind === "not-found") return null;
    throw error;
  }
}

/** A paper is shown by the browser's own viewer and runs nothing, whatever is in it. */
const HARMLESS = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "Referrer-Policy": "no-referrer",
};

function headersOf(file: StoredFile) {
  const etag = `"${file.sha256}"`;
  const cached = {
    ...HARMLESS,
    "Cache-Control": file.isPublic ? "public, max-age=0, must-revalidate" : "private, no-store",
    ETag: etag,
    "Accept-Ranges": "bytes",
    ...(file.isPublic ? {} : { "Cross-Origin-Resource-Policy": "same-origin" }),
  };
  const full = {
    ...cached,
    "Content-Type": file.mediaType,
    "Content-Disposition": contentDisposition(file.fileName, file.mediaType),
  };
  return { etag, cached, full };
}

/** If-None-Match compares weakly, and may list several or "*". */
const matches = (header: string | null, etag: string) =>
  (header ?? "").split(",").some((each) => ["*", etag, `W/${etag}`].includes(each.trim()));

/** If-Range compares strongly. Its other form, a date, is never current: we say no Last-Modified. */
const isCurrent = (request: Request, etag: string) => (request.headers.get("if-range") ?? etag) === etag;

/** One answer for what is not there, what is not for this reader, and what is no address at all. */
function nothingHere(wanted: Wanted): Response {
  const text = "There is no paper at this address for you to read. If you have a seat or a post, sign in first.\n";
  return new Response(wanted === "bytes" ? text : null, {
    status: 404,
    headers: {
      ...HARMLESS,
      "Cache-Control": "private, no-store",
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": String(Buffer.byteLength(text)),
    },
  });
}
