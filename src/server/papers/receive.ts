import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import {
  FORMATS,
  nameRefusal,
  type PaperFormat,
  UPLOAD_LIMIT,
  type UploadRefusal,
  uploadSentence,
} from "@/domain/papers/upload";
import { arrive, discardArrival } from "./arrivals";
import type { Inspected } from "./inspected";
import type { Arrival } from "./store";
import { inspectUpload } from "./upload-content";

/** A file that arrived whole and is what it says: on the disk, to one side, until keepUpload() keeps it. */
export type ArrivedFile = Arrival & {
  fileName: string;
  format: PaperFormat;
  mediaType: string;
  /** Of a PDF. */
  pages: number | null;
  /** Of a PDF: whether it is tagged for screen readers. Null where that is not known from the file. */
  accessible: boolean | null;
};

/** What was typed beside the file; a field sent more than once is a list. */
type TypedFields = Readonly<Record<string, string | string[]>>;

/** A form as it arrived: what was typed always, and the file, or the sentence that says why there is none. */
export type ReceivedUpload = { values: TypedFields } & (
  | { file: ArrivedFile; refusal: null }
  | { file: null; refusal: string }
);

/**
 * Reads a form with one file (multipart/form-data), which is streamed to the disk and never held whole in memory, and looked at.
 * Whatever `work` does not keep with keepUpload() is gone when it ends. Ask who sends it, and from which site, before this: the
 * bytes are taken in from whoever it is.
 * @param formats what may be sent; the file's bytes say what it is, and its name has to agree
 * @param work what to do with it, also with a form whose file was refused
 */
export async function receiveUpload<Answer>(
  request: Request,
  formats: readonly PaperFormat[],
  work: (received: ReceivedUpload) => Promise<Answer>,
): Promise<Answer> {
  const { values, sent, refusal } = await read(request);
  const refused = (why: UploadRefusal, found?: PaperFormat) =>
    work({ values, file: null, refusal: uploadSentence(why, { formats, found }) });
  try {
    if (refusal || !sent) return await refused(refusal ?? "none");
    const found = await inspectUpload(sent.path, sent.fileName, formats);
    if ("refusal" in found) return await refused(found.refusal, found.found);
    return await work({ values, file: arrivedFile(sent, found), refusal: null });
  } finally {
    if (sent) await discardArrival(sent);
  }
}

type Sent = Arrival & { fileName: string };

const arrivedFile = (sent: Sent, { format, pages, accessible }: Inspected): ArrivedFile => ({
  ...sent,
  format,
  mediaType: FORMATS[format].mediaType,
  pages,
  accessible,
});

/** A browser shows its own error when an answer comes before it has sent all: so much more is read, and thrown away. */
const READ_ON = 4 * UPLOAD_LIMIT;

/** Typing, not files: what a person writes fits many times over. */
const LIMITS = { fileSize: UPLOAD_LIMIT, fields: 100, fieldSize: 100_000, parts: 200, headerPairs: 50 };

type Read = { values: TypedFields; sent: Sent | null; refusal: UploadRefusal | null };

async function read(request: Request): Promise<Read> {
  const values: Record<string, string | string[]> = Object.create(null);
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data;/i.test(type)) return { values, sent: null, refusal: "none" };
  if (Number(request.headers.get("content-length")) > READ_ON) return { values, sent: null, refusal: "large" };

  let form: BusboyInstance;
  try {
    form = new Busboy({ headers: { "content-type": type }, preservePath: true, limits: LIMITS });
  } catch {
    return { values, sent: null, refusal: "none" };
  }
  const source = Readable.fromWeb(request.body as WebStream<Uint8Array>);
  const files: { stream: BusboyFileStream; fileName: string; arrival: Promise<Arrival> }[] = [];
  let count = 0;
  form.on("field", (name, value) => add(values, name, value));
  form.on("file", (_name, stream, fileName) => {
    stream.on("error", () => {}); // also told to whoever reads it
    if (!fileName || ++count > 1) return void stream.resume(); // a file field in which nothing is chosen has no name
    const arrival = arrive(stream);
    // A full disk reads no more: without this the sender would wait for it.
    arrival.catch((error: Error) => source.destroy(error));
    files.push({ stream, fileName, arrival });
  });

  let size = 0;
  const measured = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > READ_ON) return;
      yield chunk;
    }
  };
  const isCut = await pipeline(source, measured, form).then(
    () => false,
    () => true,
  );
  const [file] = files;
  if (isCut) file?.stream.destroy(new Error("The connection was cut."));
  const arrival = file ? await file.arrival.catch(unlessCut) : null;
  const sent = file && arrival ? { ...arrival, fileName: file.fileName } : null;
  if (size > READ_ON || file?.stream.truncated) return { values, sent, refusal: "large" };
  if (isCut) return { values, sent, refusal: "cut" };
  if (count > 1) return { values, sent, refusal: "several" };
  return { values, sent, refusal: file ? nameRefusal(file.fileName) : "none" };
}

/** Of a sender who went away nothing is left; what the disk says is a fault of ours. */
function unlessCut(error: Error): null {
  if ("syscall" in error) throw error;
  return null;
}

/** PostgreSQL takes no NUL in a text, and no keyboard types one. */
function add(values: Record<string, string | string[]>, name: string | undefined, value: string): void {
  if (!name) return;
  const text = value.replaceAll("\0", "");
  const before = values[name];
  values[name] = before === undefined ? text : [before, text].flat();
}
